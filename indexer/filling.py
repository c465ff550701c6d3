"""Every record brought into a new, empty generation."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack

from indexer.feeding import Feeder, IndexEngines, Value
from indexer.records.database import Database
from indexer.records.record import Record
from indexer.records.stored import Stored
from indexer.synchronise import BATCH

Progress = Callable[[int, int], None]  # told (records done, records in all)
# Larger pages cost an engine less a document; a page that takes long is a bar that stands still and a kill that costs.
LARGEST_PAGE = 16 * BATCH
QUICK_PAGE, SLOW_PAGE = 1.0, 4.0  # seconds
PageAfter = Callable[[Record, str, int], Sequence[Stored[Value]]]


def fill(database: Database, engines: IndexEngines, feeder: Feeder, progress: Progress | None) -> int:
    """Bring every record in; how many were refused."""
    with database.reading() as record:
        # What changes while the records are read has a later sequence: catching up from here misses nothing.
        start = record.index_queue.highest()
        total = record.cvs.count() + record.job_orders.count()
    counted = _Counted(total, progress)
    with ExitStack() as filling:
        filling.enter_context(engines.cvs.filling())
        filling.enter_context(engines.job_orders.filling())
        refused = _all(database, lambda record, after, most: record.cvs.all(after, most), feeder.put_cvs, counted)
        refused += _all(
            database, lambda record, after, most: record.job_orders.all(after, most), feeder.put_job_orders, counted
        )
    engines.mark_applied(start)
    return refused


class _Counted:
    """Tells how much is done."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def more(self, number: int) -> None:
        self._done += number
        if self._progress is not None:
            self._progress(self._done, self._total)


def _all(
    database: Database,
    page_after: PageAfter[Value],
    put: Callable[[Sequence[Stored[Value]]], int],
    counted: _Counted,
) -> int:
    """Every page in a reading of its own, so that no transaction stays open for the length of a rebuild."""
    after, most, refused = "", BATCH, 0
    while True:
        began = time.monotonic()
        with database.reading() as record:
            page = page_after(record, after, most)
        if not page:
            return refused
        refused += put(page)
        counted.more(len(page))
        after, most = page[-1].value.id, _next_size(most, time.monotonic() - began)


def _next_size(size: int, seconds: float) -> int:
    if seconds < QUICK_PAGE:
        return min(2 * size, LARGEST_PAGE)
    return max(size // 2, BATCH) if seconds > SLOW_PAGE else size
