"""Imports JSON Lines into the record, one transaction per batch; run again, it continues where it stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Generic

from indexer.intake import read_cv, read_job_order
from indexer.intake.job_order import JobOrder
from indexer.intake.json_lines import JsonLines, Progress, RefusedLine
from indexer.records.changing_records import ChangingRecords
from indexer.records.database import Database
from indexer.records.kept_records import Kept
from indexer.records.record import Record
from indexer.records.stored import Change, Put

BATCH = 1000  # values in one transaction: few enough that a kill loses little, many enough that syncs cost little
ORDERS_A_BATCH = 200  # they are read and routed first, which takes a second

Refused = Callable[[RefusedLine], None]
Told = Callable[[Progress], None]
KeepBeside = Callable[[Record, Sequence[Put[Kept]]], None]  # writes what belongs beside the values put
Beforehand = Callable[[Sequence[Kept]], KeepBeside[Kept]]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many values were created, updated and unchanged, and how many lines were refused."""

    created: int
    updated: int
    unchanged: int
    refused: int


def import_job_orders(
    lines: BinaryIO | Iterable[bytes],
    database: Database,
    *,
    dry_run: bool = False,
    progress: Told | None = None,
    refused: Refused | None = None,
    beforehand: Beforehand[JobOrder] | None = None,
    actor: str = "import",
) -> ImportReport:
    """Import job orders; `dry_run` reports what would happen and writes nothing. `progress` is called after each batch.

    `beforehand` is called with each batch before its transaction begins; what it returns is called inside that
    transaction, so that its writes succeed or fail with the orders.
    """
    intake = _Intake(database, lambda record: record.job_orders, actor, ORDERS_A_BATCH, beforehand)
    return intake.run(JsonLines(lines, read_job_order, refused), dry_run, progress)


def import_cvs(
    lines: BinaryIO | Iterable[bytes],
    database: Database,
    *,
    dry_run: bool = False,
    progress: Told | None = None,
    refused: Refused | None = None,
    actor: str = "import",
) -> ImportReport:
    """Import CVs, as `import_job_orders` does orders."""
    intake = _Intake(database, lambda record: record.cvs, actor, BATCH)
    return intake.run(JsonLines(lines, read_cv, refused), dry_run, progress)


@dataclass(frozen=True, slots=True)
class _Intake(Generic[Kept]):
    database: Database
    repository: Callable[[Record], ChangingRecords[Kept]]
    actor: str
    batch: int
    beforehand: Beforehand[Kept] | None = None

    def run(self, read: JsonLines[Kept], dry_run: bool, progress: Told | None) -> ImportReport:
        take_in = self._preview if dry_run else self._write
        changes: Counter[Change] = Counter()
        for batch in _in_batches(read, self.batch):
            changes.update(take_in(batch))
            if progress is not None:
                progress(read.progress)
        counts = changes[Change.CREATED], changes[Change.UPDATED], changes[Change.UNCHANGED]
        return ImportReport(*counts, read.progress.refused)

    def _preview(self, batch: Sequence[Kept]) -> list[Change]:
        with self.database.reading() as record:
            return self.repository(record).preview(batch)

    def _write(self, batch: Sequence[Kept]) -> list[Change]:
        keep_beside = self.beforehand(batch) if self.beforehand else None
        with self.database.transaction(self.actor, "import") as record:
            outcomes = self.repository(record).put_many(batch)
            if keep_beside is not None:
                keep_beside(record, outcomes)
        return [outcome.change for outcome in outcomes]


def _in_batches(values: Iterable[Kept], size: int) -> Iterator[list[Kept]]:
    each = iter(values)
    while batch := list(islice(each, size)):
        yield batch
