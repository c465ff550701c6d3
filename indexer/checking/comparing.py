"""Finds where index and record differ, by every id and sequence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from indexer.engines.index_engines import IndexEngines
from indexer.records.cv_features import CvFeatureStore
from indexer.records.database import Database
from indexer.records.kept_records import Kept, KeptRecords
from indexer.records.record import Record
from indexer.records.stored import RecordKind

_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class CollectionReport:
    """How one collection differs from the record; ids with a change still in the queue are left out.

    `missing` are in the record only, `stale` older in the index than in the record, `surplus` in the index only, and
    `ahead` newer in the index than in the record (one restored from a backup), which only a rebuild repairs.
    """

    records: int
    missing: int
    stale: int
    surplus: int
    ahead: int

    @property
    def sound(self) -> bool:
        """Whether the two agree."""
        return not (self.missing or self.stale or self.surplus or self.ahead)


@dataclass(frozen=True, slots=True)
class Difference:
    """The ids of one collection where index and record differ; `surplus` with the sequence held."""

    records: int
    missing: list[str]
    stale: list[str]
    surplus: list[tuple[str, int]]
    ahead: list[str]

    def report(self) -> CollectionReport:
        """The counts alone."""
        return CollectionReport(self.records, len(self.missing), len(self.stale), len(self.surplus), len(self.ahead))


@dataclass(frozen=True, slots=True)
class Findings:
    """Both collections and the features compared; `waiting` changes are still in the queue."""

    cvs: Difference
    job_orders: Difference
    missing_features: list[str]
    surplus_features: list[str]
    waiting: int


def compared(database: Database, engines: IndexEngines, generation: str) -> Findings:
    """Compare the index with the record as of one moment."""
    applied = engines.applied()
    held_cvs, held_job_orders = engines.cvs.sequences(), engines.job_orders.sequences()
    with database.reading() as record:
        waiting = _waiting(record, applied)
        cvs = _all_sequences(record.cvs)
        job_orders = _all_sequences(record.job_orders)
        features = _feature_sequences(record.cv_features, generation)
        ahead_of_queue = max(record.index_queue.highest() - applied, 0)
    busy_cvs, busy_job_orders = waiting[RecordKind.CV], waiting[RecordKind.JOB_ORDER]
    wanting = [one for one, sequence in cvs.items() if features.get(one, -1) < sequence and one not in busy_cvs]
    return Findings(
        _difference(cvs, held_cvs, busy_cvs),
        _difference(job_orders, held_job_orders, busy_job_orders),
        wanting,
        [one for one in features if one not in cvs and one not in busy_cvs],
        ahead_of_queue,
    )


def _waiting(record: Record, applied: int) -> dict[RecordKind, set[str]]:
    waiting: dict[RecordKind, set[str]] = {kind: set() for kind in RecordKind}
    while entries := record.index_queue.after(applied, _PAGE):
        for entry in entries:
            waiting[entry.kind].add(entry.id)
        applied = entries[-1].sequence
    return waiting


def _all_sequences(records: KeptRecords[Kept]) -> dict[str, int]:
    return _all_pages(lambda after: records.sequences(after, _PAGE))


def _feature_sequences(features: CvFeatureStore, generation: str) -> dict[str, int]:
    return _all_pages(lambda after: features.sequences(generation, after, _PAGE))


def _all_pages(page_after: Callable[[str], Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    page = page_after("")
    while page:
        found.update(page)
        page = page_after(list(page)[-1])
    return found


def _difference(recorded: Mapping[str, int], held: Mapping[str, int], busy: Iterable[str]) -> Difference:
    settled = (recorded.keys() | held.keys()) - set(busy)
    both = sorted(settled & recorded.keys() & held.keys())
    return Difference(
        records=len(recorded),
        missing=sorted((settled & recorded.keys()) - held.keys()),
        stale=[one for one in both if held[one] < recorded[one]],
        surplus=[(one, held[one]) for one in sorted((settled & held.keys()) - recorded.keys())],
        ahead=[one for one in both if held[one] > recorded[one]],
    )
