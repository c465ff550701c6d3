"""Every record brought into a new, empty generation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from indexer.feeding import Feeder, IndexEngines, Value
from indexer.records.database import Database
from indexer.records.record import Record
from indexer.records.stored import Stored
from indexer.synchronise import BATCH

Progress = Callable[[int, int], None]  # told (records done, records in all)


def fill(database: Database, engines: IndexEngines, feeder: Feeder, progress: Progress | None) -> int:
    """Bring every record in; how many were refused."""
    with database.reading() as record:
        # What changes while the records are read has a later sequence: catching up from here misses nothing.
        start = record.index_queue.highest()
        total = record.cvs.count() + record.job_orders.count()
    done = refused = 0
    for cvs in _pages(database, lambda record, after: record.cvs.all(after, BATCH)):
        refused += feeder.put_cvs(cvs)
        done += len(cvs)
        _tell(progress, done, total)
    for job_orders in _pages(database, lambda record, after: record.job_orders.all(after, BATCH)):
        refused += feeder.put_job_orders(job_orders)
        done += len(job_orders)
        _tell(progress, done, total)
    engines.mark_applied(start)
    return refused


def _pages(
    database: Database, page_after: Callable[[Record, str], Sequence[Stored[Value]]]
) -> Iterator[Sequence[Stored[Value]]]:
    """Every page in a reading of its own, so that no transaction stays open for the length of a rebuild."""
    after = ""
    while True:
        with database.reading() as record:
            page = page_after(record, after)
        if not page:
            return
        yield page
        after = page[-1].value.id


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)
