"""Drains the index queue: what was committed to the record reaches the engines, in order and at least once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indexer.documents.contract import DocumentBuilder
from indexer.engines.contract import SearchUnavailableError
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.feeder import Feeder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.index_queue import QueueEntry
from indexer.records.stored import RecordKind, Stored

# A single order that arrives during a large import waits for one batch, some two seconds of embedding at worst.
BATCH = 128

Progress = Callable[[int, int], None]  # told (changes applied so far, changes still ahead)


class IndexOutOfStepError(SearchUnavailableError):
    """The queue and the index do not fit together; only a rebuild brings them in step."""

    def __init__(self) -> None:
        self.why = "Indekset passer ikke til arkivet."
        super().__init__(f"{self.why} Kør: jobformidling index rebuild")


@dataclass(frozen=True, slots=True)
class SyncReport:
    """Changes applied by a run, changes still ahead after it, and records that no document could be made of.

    `elsewhere` tells that the run ended because another process is at it.
    """

    applied: int
    lag: int
    refused: int = 0
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class _Work:
    """What a stretch of the queue asks for: the newest state of every record named in it."""

    entries: Sequence[QueueEntry]
    cvs: Sequence[Stored[Cv]]
    job_orders: Sequence[Stored[JobOrder]]
    gone_cvs: Sequence[tuple[str, int]]
    gone_job_orders: Sequence[tuple[str, int]]


class Synchroniser:
    """Keeps one generation's engines in step with the record.

    Its position is kept in the engines themselves, so the next run continues from there, even after a kill. Running it
    twice is safe: a record that is already held is put again with the same sequence. Of several processes on one
    PostgreSQL record the first takes the next stretch of the queue while the others wait, so each change is indexed
    once and in order; the stretch of a worker that dies is left to the next.
    """

    def __init__(self, database: Database, engines: IndexEngines, builder: DocumentBuilder, generation: str) -> None:
        self._database, self._engines = database, engines
        self._feeder = Feeder(database, engines, builder, generation)
        self._running = threading.Lock()
        self._lock_name = f"index {generation}"

    def lag(self) -> int:
        """How many changes the engines are behind the record."""
        with self._database.reading() as record:
            return max(record.index_queue.highest() - self._engines.applied(), 0)

    def run_once(self, progress: Progress | None = None) -> SyncReport:
        """Apply everything that stands in the queue now, or up to where another process takes over.

        SearchUnavailableError when an engine fails: what was applied stays, the rest waits in the queue.
        """
        applied = refused = 0
        with self._running:
            while (stretch := self._stretch()).applied:
                applied, refused = applied + stretch.applied, refused + stretch.refused
                if progress is not None:
                    progress(applied, stretch.lag)
            return SyncReport(applied, stretch.lag, refused, stretch.elsewhere)

    def _stretch(self) -> SyncReport:
        """Apply the next entries, if there are any and nobody else is at it."""
        with self._database.try_lock(self._lock_name) as mine:
            work = self._next_work() if mine else None
            if work is None:
                return SyncReport(0, self.lag(), elsewhere=not mine)
            refused = self._apply(work)
            self._engines.mark_applied(work.entries[-1].sequence)
            return SyncReport(len(work.entries), self.lag(), refused)

    def _next_work(self) -> _Work | None:
        position = self._engines.applied()
        with self._database.reading() as record:
            queue = record.index_queue
            self._refuse_gap(position, queue.lowest(), queue.highest())
            entries = queue.after(position, BATCH)
            if not entries:
                return None
            newest = {(entry.kind, entry.id): entry.sequence for entry in entries}
            cvs = record.cvs.get_many(_ids(newest, RecordKind.CV))
            job_orders = record.job_orders.get_many(_ids(newest, RecordKind.JOB_ORDER))
        return _Work(
            entries,
            list(cvs.values()),
            list(job_orders.values()),
            [(one, newest[RecordKind.CV, one]) for one in _ids(newest, RecordKind.CV) if one not in cvs],
            [
                (one, newest[RecordKind.JOB_ORDER, one])
                for one in _ids(newest, RecordKind.JOB_ORDER)
                if one not in job_orders
            ],
        )

    def _apply(self, work: _Work) -> int:
        self._feeder.delete_cvs(work.gone_cvs)
        self._feeder.delete_job_orders(work.gone_job_orders)
        return self._feeder.put_cvs(work.cvs) + self._feeder.put_job_orders(work.job_orders)

    def _refuse_gap(self, position: int, lowest: int | None, highest: int) -> None:
        """An index that is ahead of the record, or behind what the queue still knows, cannot be brought in step."""
        pruned = position < highest and (lowest is None or lowest > position + 1)
        if position > highest or pruned:
            raise IndexOutOfStepError


def _ids(newest: dict[tuple[RecordKind, str], int], kind: RecordKind) -> list[str]:
    return [record_id for of_kind, record_id in newest if of_kind is kind]
