"""What only SQLite can show: its settings, and what a person reads when the file cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.records.database import Database
from indexer.records.errors import RecordUnavailableError
from tests.indexer.samples import cv


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty record in record.sqlite."""
    opened = Database(str(tmp_path / "record.sqlite"))
    yield opened
    opened.close()


def test_a_record_in_use_by_another_program_is_told_in_danish(database: Database, tmp_path: Path) -> None:
    hasty = Database(str(tmp_path / "record.sqlite"))
    with database.transaction("eva") as record:
        record.cvs.put(cv())
        with hasty.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(RecordUnavailableError, match="optaget af et andet program"), hasty.transaction("bo"):
            pass
    hasty.close()


def test_what_was_written_is_not_in_the_error_when_the_database_fails(database: Database, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "record.sqlite") as connection:
        connection.execute("DROP TABLE audit_trail")
    connection.close()

    with pytest.raises(RecordUnavailableError) as failure, database.transaction("eva") as record:
        record.cvs.put(cv(text="Hemmelig"))

    assert "Hemmelig" not in f"{failure.value} {failure.value.__cause__}"


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    Database(str(tmp_path / "ny" / "mappe" / "record.sqlite")).close()

    assert (tmp_path / "ny" / "mappe" / "record.sqlite").exists()


def test_a_place_that_cannot_be_opened_is_told_in_danish(tmp_path: Path) -> None:
    with pytest.raises(RecordUnavailableError, match="kan ikke åbnes"):
        Database(str(tmp_path))


def test_a_commit_waits_for_the_disk(database: Database) -> None:
    with database.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_second_program_that_serves_the_same_file_is_noticed(database: Database, tmp_path: Path) -> None:
    other = Database(str(tmp_path / "record.sqlite"))

    assert database.serves_alone()
    assert database.serves_alone(), "asking again is no second program"
    assert not other.serves_alone()

    database.close()
    assert other.serves_alone()
    other.close()
