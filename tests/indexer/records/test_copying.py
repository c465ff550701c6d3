"""The record moves whole between databases, goes on when broken off, and says when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from indexer.records import migrations
from indexer.records.copied_rows import PAGE, CopiedRows, TableContent
from indexer.records.copying import CopyDiffersError, SourceChangedError, TargetNotEmptyError, copy_record
from indexer.records.database import Database
from indexer.records.errors import SchemaNotAtHeadError
from indexer.records.tables import METADATA, cvs
from tests.indexer.records.clock import StepClock
from tests.indexer.records.whole_record import fill, whole_trail
from tests.indexer.samples import cv


class StoppedError(Exception):
    """The copy is broken off here."""


@pytest.fixture
def source(tmp_path: Path, clock: StepClock) -> Iterator[Database]:
    opened = Database(str(tmp_path / "source.sqlite"), clock=clock)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def target(url: str) -> Iterator[Database]:
    opened = Database(url, any_schema=True)
    yield opened
    opened.close()


def test_every_table_arrives_with_all_its_rows(source: Database, target: Database, url: str) -> None:
    copied = copy_record(source, target)

    assert {one.name: one.content for one in copied} == _content(source) == _content(target)
    assert all(one.content.rows for one in copied), "a table without rows shows nothing"
    Database(url).close()


def test_a_record_that_went_and_came_back_is_the_same(source: Database, target: Database, tmp_path: Path) -> None:
    copy_record(source, target)

    with closing(Database(str(tmp_path / "home.sqlite"), any_schema=True)) as home:
        copy_record(target, home)

        assert _content(home) == _content(source)


def test_the_copy_numbers_on_from_where_the_source_came_to(source: Database, target: Database, url: str) -> None:
    copy_record(source, target)

    with closing(Database(url)) as opened:
        with opened.transaction("eva") as record:
            highest = record.index_queue.highest()
            record.cvs.put(cv(id="C-new"))
            assert record.index_queue.highest() == highest + 1
        numbers = [line.number for line in whole_trail(opened)]
    assert len(numbers) == len(set(numbers))


def test_a_copy_that_was_broken_off_goes_on_and_follows_what_changed_since(
    source: Database, target: Database, url: str
) -> None:
    with pytest.raises(StoppedError):
        copy_record(source, target, _stop_at(0.4))
    with pytest.raises(SchemaNotAtHeadError, match="ikke er færdig"):
        Database(url)
    with source.transaction("eva") as record:
        record.cvs.erase("C-5")
        record.cvs.put_many([cv(id="C-6", text="Ny tekst"), cv(id="C-new")])
        record.index_generations.create("g2", {"model": "n"})
        record.index_generations.make_current("g2")

    copy_record(source, target)

    assert _content(target) == _content(source)
    Database(url).close()


@pytest.mark.parametrize("part", [0.1, 0.55, 0.99])
def test_it_may_be_broken_off_anywhere(source: Database, target: Database, part: float) -> None:
    for _ in range(2):
        with pytest.raises(StoppedError):
            copy_record(source, target, _stop_at(part))

    copy_record(source, target)

    assert _content(target) == _content(source)


def test_what_is_there_already_is_not_written_again(source: Database, target: Database) -> None:
    with pytest.raises(StoppedError):
        copy_record(source, target, _stop_at(0.99))

    with source.connection(writes=False) as there, target.connection(writes=False) as here:
        pages = list(CopiedRows(cvs, there).pages())
        assert pages
        assert [page for page in pages if CopiedRows(cvs, here).differing(page)] == []


def test_a_database_with_a_record_of_its_own_is_left_alone(source: Database, target: Database, url: str) -> None:
    migrations.upgrade(target)
    with closing(Database(url)) as opened, opened.transaction("eva") as record:
        record.cvs.put(cv(id="C-own"))
    before = _content(target)

    with pytest.raises(TargetNotEmptyError):
        copy_record(source, target)

    assert _content(target) == before
    assert migrations.state(target) is migrations.SchemaState.AT_HEAD


def test_somebody_elses_tables_are_refused(source: Database, target: Database) -> None:
    with target.connection(writes=True) as connection:
        connection.execute(text("CREATE TABLE somebody (one INTEGER)"))

    with pytest.raises(SchemaNotAtHeadError, match="ikke er jobformidlings"):
        copy_record(source, target)


def test_a_write_in_the_source_meanwhile_is_told_and_taken_along_next_time(source: Database, target: Database) -> None:
    def write_once(done: int, of: int) -> None:
        if done == of:
            with source.transaction("eva") as record:
                record.cvs.put(cv(id="C-late"))

    with pytest.raises(SourceChangedError):
        copy_record(source, target, write_once)

    copy_record(source, target)
    assert _content(target) == _content(source)


def test_a_backup_is_of_the_moment_it_began_and_lets_people_write(source: Database, target: Database) -> None:
    before = _content(source)

    def write(done: int, of: int) -> None:
        with source.transaction("eva") as record:
            record.cvs.put(cv(id=f"C-late-{done}"))

    copy_record(source, target, write, backup=True)

    assert _content(target) == before
    assert migrations.state(target) is migrations.SchemaState.AT_HEAD


def test_a_row_that_arrived_otherwise_is_found(source: Database, target: Database) -> None:
    total = sum(content.rows for content in _content(source).values())

    def spoil(done: int, of: int) -> None:
        if done == total:
            with target.connection(writes=True) as connection:
                connection.execute(update(cvs).where(cvs.c.id == "C-7").values(content="{}"))

    with pytest.raises(CopyDiffersError, match="cvs"):
        copy_record(source, target, spoil)
    assert migrations.state(target) is migrations.SchemaState.HALF_COPY


def test_more_rows_than_a_page_are_copied(source: Database, target: Database) -> None:
    with source.transaction("import") as record:
        record.cvs.put_many([cv(id=f"C-{number:05}") for number in range(2 * PAGE + 1)])

    copy_record(source, target)

    with target.connection(writes=False) as connection:
        assert len(connection.execute(select(cvs.c.id)).all()) > 2 * PAGE
    assert _content(target) == _content(source)


def _content(database: Database) -> dict[str, TableContent]:
    found = {}
    with database.connection(writes=False) as connection:
        for table in METADATA.sorted_tables:
            found[table.name] = TableContent()
            for page in CopiedRows(table, connection).pages():
                found[table.name] = found[table.name].plus(page)
    return found


def _stop_at(part: float) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        if done >= part * of:
            raise StoppedError

    return told
