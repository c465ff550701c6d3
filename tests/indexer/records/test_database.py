"""The database: who writes when, what a worker sees, what a person reads when it fails."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from indexer.records.database import Database
from indexer.records.errors import RevisionConflictError
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
        stored = record.job_orders.require("A-1001")
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
