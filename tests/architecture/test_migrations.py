"""The migrations lead to the tables that the program works with."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from indexer.records import migrations
from indexer.records.database import Database
from indexer.records.errors import SchemaNotAtHeadError
from indexer.records.migrations import SchemaState
from indexer.records.order_board import BoardQuestion, BoardState
from indexer.records.tables import METADATA
from tests.indexer.samples import order

DAY = date(2026, 12, 1)


def test_the_migrations_make_just_the_tables_of_the_program(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "record.sqlite"))

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        difference = compare_metadata(context, METADATA)
    database.close()

    assert difference == []


def test_the_head_that_the_program_knows_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations.FOLDER))

    assert ScriptDirectory.from_config(config).get_heads() == [migrations.HEAD]


def test_a_new_file_is_made_at_head_and_opened_again_as_it_is(tmp_path: Path) -> None:
    for _ in range(2):
        database = Database(str(tmp_path / "record.sqlite"))
        assert migrations.state(database) is SchemaState.AT_HEAD
        database.close()


def test_several_starting_at_once_on_a_new_file_make_it_once(tmp_path: Path) -> None:
    start = threading.Barrier(4)

    def open_it(_: int) -> SchemaState:
        start.wait()
        database = Database(str(tmp_path / "record.sqlite"))
        found = migrations.state(database)
        database.close()
        return found

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(open_it, range(4))) == {SchemaState.AT_HEAD}


@pytest.mark.parametrize(
    ("statement", "state", "told"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", SchemaState.AHEAD, "nyere version"),
        ("DROP TABLE alembic_version", SchemaState.FOREIGN, "ikke er jobformidlings"),
    ],
)
def test_a_database_that_is_not_at_head_is_refused_and_not_touched(
    tmp_path: Path, statement: str, state: SchemaState, told: str
) -> None:
    Database(str(tmp_path / "record.sqlite")).close()
    with sqlite3.connect(tmp_path / "record.sqlite") as connection:
        connection.execute(statement)
    connection.close()

    with pytest.raises(SchemaNotAtHeadError, match=told) as refusal:
        Database(str(tmp_path / "record.sqlite"))

    assert "jobformidling database upgrade" in str(refusal.value)
    database = Database(str(tmp_path / "record.sqlite"), any_schema=True)
    assert migrations.state(database) is state
    with pytest.raises(SchemaNotAtHeadError):
        migrations.upgrade(database)
    database.close()


def test_an_empty_database_is_empty_until_upgraded(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "record.sqlite"), any_schema=True)
    assert migrations.state(database) is SchemaState.EMPTY

    migrations.upgrade(database)
    migrations.upgrade(database)

    assert migrations.state(database) is SchemaState.AT_HEAD
    database.close()


def test_an_older_database_is_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(str(tmp_path / "record.sqlite"))
    monkeypatch.setattr(migrations, "HEAD", "9999")

    assert migrations.state(database) is SchemaState.BEHIND
    with pytest.raises(SchemaNotAtHeadError, match="ældre version"):
        migrations.refuse_unless_at_head(database)
    database.close()


UNDO_0006 = """
ALTER TABLE employers DROP COLUMN sought;
UPDATE alembic_version SET version_num = '0005';
"""
UNDO_0005 = """
DROP TABLE order_steps; DROP INDEX ix_job_orders_state;
ALTER TABLE job_orders DROP COLUMN state; ALTER TABLE job_orders DROP COLUMN received_at;
ALTER TABLE job_orders DROP COLUMN deadline; ALTER TABLE job_orders DROP COLUMN starts;
UPDATE alembic_version SET version_num = '0004';
"""


def _upgraded_again(path: Path, *undoing: str) -> Database:
    with closing(sqlite3.connect(path)) as connection:
        for script in undoing:
            connection.executescript(script)
        connection.commit()
    database = Database(str(path), any_schema=True)
    migrations.upgrade(database)
    return database


def test_orders_of_before_stand_on_the_board_by_what_they_say(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "record.sqlite"))
    with database.transaction("import") as record:
        record.job_orders.put_many([order(id="A-2", start=None), order(id="A-1", deadline=None)])
    with database.reading() as record:
        before = record.order_board.page(BoardQuestion(DAY), 0, 10)
    database.close()

    database = _upgraded_again(tmp_path / "record.sqlite", UNDO_0006, UNDO_0005)
    with database.reading() as record:
        assert record.order_board.page(BoardQuestion(DAY), 0, 10) == before
    database.close()
    assert before == [("A-2", BoardState.OPEN), ("A-1", BoardState.OPEN)]


def test_companies_of_before_are_found_by_their_names(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "record.sqlite"))
    with database.transaction("import") as record:
        record.job_orders.put_many([order(id="A-1", employer="Ærø Havn"), order(id="A-2", cvr="", employer="Café Sol")])
    database.close()

    database = _upgraded_again(tmp_path / "record.sqlite", UNDO_0006)
    with database.reading() as record:
        found = [one.name for typed in ("aeroe", "sol") for one in record.employers.find(typed, 5)]
    database.close()
    assert found == ["Ærø Havn", "Café Sol"]
