"""The database: who writes when, what a worker sees, what a person reads when it fails."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from indexer.records.database import Database
from indexer.records.errors import RecordUnavailableError, RevisionConflictError
from tests.indexer.samples import cv, order


def test_of_two_writers_of_one_revision_the_second_is_refused(database: Database) -> None:
    with database.transaction("eva") as record:
        record.job_orders.put(order())
    start = Barrier(4)

    def write(positions: int) -> int:
        start.wait()
        try:
            with database.transaction(f"writer-{positions}") as record:
                return record.job_orders.put(order(positions=positions), expected_revision=1).stored.value.positions
        except RevisionConflictError:
            return 0

    with ThreadPoolExecutor(4) as threads:
        written = [positions for positions in threads.map(write, range(3, 7)) if positions]

    assert len(written) == 1
    with database.reading() as record:
        stored = record.job_orders.demand("A-1001")
        assert (stored.revision, stored.value.positions) == (2, written[0])
        assert record.index_queue.highest() == 2


def test_many_writers_lose_no_write_and_leave_no_hole_in_the_queue(database: Database) -> None:
    def write(writer: int) -> None:
        for number in range(10):
            with database.transaction(f"writer-{writer}") as record:
                record.cvs.put_many([cv(id=f"C-{writer}-{number}"), cv(id="C-shared", headline=f"{writer}-{number}")])

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))

    with database.reading() as record:
        assert [entry.sequence for entry in record.index_queue.after(0)] == list(range(1, 81))
        assert record.cvs.count() == 41
        assert [stored.revision for stored in record.cvs.revisions("C-shared")] == list(range(40, 0, -1))


def test_a_reader_never_sees_a_later_change_before_an_earlier_one(database: Database) -> None:
    def write(writer: int) -> None:
        for number in range(15):
            with database.transaction(f"writer-{writer}") as record:
                record.cvs.put(cv(id=f"C-{writer}-{number}"))

    seen: list[int] = []
    with ThreadPoolExecutor(3) as threads:
        writers = [threads.submit(write, writer) for writer in range(3)]
        while len(seen) < 45:
            with database.reading() as record:
                seen += [entry.sequence for entry in record.index_queue.after(seen[-1] if seen else 0)]
        for writer in writers:
            writer.result()

    assert seen == list(range(1, 46))


def test_the_change_token_changes_with_a_commit_and_only_then(database: Database) -> None:
    before = database.change_token()
    assert database.change_token() == before

    with database.transaction("eva") as record:
        record.cvs.put(cv())
        assert database.change_token() == before

    assert database.change_token() != before


def test_another_process_is_seen_by_the_change_token(database: Database, url: str) -> None:
    other = Database(url)
    before = database.change_token()

    with other.transaction("eva") as record:
        record.cvs.put(cv())
    other.close()

    assert database.change_token() != before


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
