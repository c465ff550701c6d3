"""Fills a new, empty generation with every record."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TypeVar

from indexer.engines.index_engines import IndexEngines
from indexer.feeding.feeder import Feeder
from indexer.feeding.synchronise import BATCH
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.record import Record
from indexer.records.stored import Stored

Progress = Callable[[int, int], None]  # told (records done, records in all)
# Larger pages cost an engine less per document, but a slow page stalls the progress bar and loses more when killed.
LARGEST_PAGE = 16 * BATCH
QUICK_PAGE, SLOW_PAGE = 1.0, 4.0  # seconds
Told = TypeVar("Told")
PageAfter = Callable[[Record, str, int], Mapping[str, Told]]  # (after this id, at most) -> by id, in order of ids


def fill(database: Database, engines: IndexEngines, feeder: Feeder, progress: Progress | None) -> int:
    """Put every record; returns how many were refused."""
    with database.reading() as record:
        # What changes while the records are read has a later sequence: catching up from here misses nothing.
        start = record.index_queue.highest()
        total = record.cvs.count() + record.job_orders.count()
    counted = _Counted(total, progress)
    with ExitStack() as filling:
        filling.enter_context(engines.cvs.filling())
        filling.enter_context(engines.job_orders.filling())
        refused = _fill_cvs(database, feeder, counted) + _fill_job_orders(database, feeder, counted)
    engines.mark_applied(start)
    return refused


class _Counted:
    """Reports progress."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def more(self, number: int) -> None:
        self._done += number
        if self._progress is not None:
            self._progress(self._done, self._total)


def _fill_cvs(database: Database, feeder: Feeder, counted: _Counted) -> int:
    """Prepare one page while the one before is written: engine and disk leave the processors idle."""
    refused, before = 0, None
    with ThreadPoolExecutor(1, thread_name_prefix="filling") as writing:
        for page in _pages(database, lambda record, after, most: record.cvs.sequences(after, most)):
            ready = feeder.ready_cvs(page)
            refused += before.result() if before else 0
            counted.more(len(page))
            before = writing.submit(feeder.put_ready, ready)
        return refused + (before.result() if before else 0)


def _fill_job_orders(database: Database, feeder: Feeder, counted: _Counted) -> int:
    refused = 0
    for page in _pages(database, _job_orders):
        refused += feeder.put_job_orders(list(page.values()))
        counted.more(len(page))
    return refused


def _job_orders(record: Record, after: str, most: int) -> Mapping[str, Stored[JobOrder]]:
    return {one.value.id: one for one in record.job_orders.all(after, most)}


def _pages(database: Database, page_after: PageAfter[Told]) -> Iterator[Mapping[str, Told]]:
    """Every page in a transaction of its own, so that none stays open; pages grow while they are quick."""
    after, most = "", BATCH
    while True:
        began = time.monotonic()
        with database.reading() as record:
            page = page_after(record, after, most)
        if not page:
            return
        yield page
        after, most = max(page), _next_size(most, time.monotonic() - began)


def _next_size(size: int, seconds: float) -> int:
    if seconds < QUICK_PAGE:
        return min(2 * size, LARGEST_PAGE)
    return max(size // 2, BATCH) if seconds > SLOW_PAGE else size
