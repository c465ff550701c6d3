"""The index held against the record, and mended where they part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.feeding import DocumentBuilder, Feeder, IndexEngines
from indexer.intake.cv import Cv
from indexer.records.batches import batches
from indexer.records.cv_features import CvFeatureStore
from indexer.records.database import Database
from indexer.records.kept_records import Kept, KeptRecords
from indexer.records.record import Record
from indexer.records.stored import RecordKind, Stored
from indexer.synchronise import BATCH

_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class CollectionReport:
    """How one collection stands to the record; ids that the queue still holds a change for are left out.

    `missing` are in the record alone, `stale` older in the index than in the record, `surplus` in the index alone,
    `ahead` newer in the index than in the record, which only a rebuild mends (a record restored from a copy).
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
class CheckReport:
    """What was found; `waiting` changes are in the queue, `refused` records could not be mended."""

    cvs: CollectionReport
    job_orders: CollectionReport
    missing_features: int
    surplus_features: int
    waiting: int
    repaired: bool = False
    refused: int = 0

    @property
    def sound(self) -> bool:
        """Whether index and record agree in everything that is not waiting in the queue."""
        return self.cvs.sound and self.job_orders.sound and not (self.missing_features or self.surplus_features)


@dataclass(frozen=True, slots=True)
class _Difference:
    records: int
    missing: list[str]
    stale: list[str]
    surplus: list[tuple[str, int]]
    ahead: list[str]

    def report(self) -> CollectionReport:
        return CollectionReport(self.records, len(self.missing), len(self.stale), len(self.surplus), len(self.ahead))


@dataclass(frozen=True, slots=True)
class _Findings:
    cvs: _Difference
    job_orders: _Difference
    missing_features: list[str]
    surplus_features: list[str]
    waiting: int


def check_index(
    database: Database, engines: IndexEngines, builder: DocumentBuilder, generation: str, *, repair: bool = False
) -> CheckReport:
    """Compare every id and sequence; with `repair` bring the index to what the record says.

    The report tells what was found before the repair.
    """
    findings = _compared(database, engines, generation)
    refused = _mended(database, Feeder(database, engines, builder, generation), generation, findings) if repair else 0
    return CheckReport(
        findings.cvs.report(),
        findings.job_orders.report(),
        len(findings.missing_features),
        len(findings.surplus_features),
        findings.waiting,
        repaired=repair,
        refused=refused,
    )


def _compared(database: Database, engines: IndexEngines, generation: str) -> _Findings:
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
    return _Findings(
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


def _difference(recorded: Mapping[str, int], held: Mapping[str, int], busy: Iterable[str]) -> _Difference:
    settled = (recorded.keys() | held.keys()) - set(busy)
    both = sorted(settled & recorded.keys() & held.keys())
    return _Difference(
        records=len(recorded),
        missing=sorted((settled & recorded.keys()) - held.keys()),
        stale=[one for one in both if held[one] < recorded[one]],
        surplus=[(one, held[one]) for one in sorted((settled & held.keys()) - recorded.keys())],
        ahead=[one for one in both if held[one] > recorded[one]],
    )


def _mended(database: Database, feeder: Feeder, generation: str, findings: _Findings) -> int:
    feeder.delete_cvs(findings.cvs.surplus)
    feeder.delete_job_orders(findings.job_orders.surplus)
    with database.transaction("indexer", "index check") as record:
        record.cv_features.delete_many(generation, findings.surplus_features)
    to_put = findings.cvs.missing + findings.cvs.stale
    refused = 0
    for ids in batches(to_put, BATCH):
        refused += feeder.put_cvs(_cvs(database, ids))
    for ids in batches(findings.job_orders.missing + findings.job_orders.stale, BATCH):
        with database.reading() as record:
            job_orders = list(record.job_orders.get_many(ids).values())
        refused += feeder.put_job_orders(job_orders)
    for ids in batches(sorted(set(findings.missing_features) - set(to_put)), BATCH):
        refused += feeder.mend_features(_cvs(database, ids))
    return refused


def _cvs(database: Database, ids: Sequence[str]) -> list[Stored[Cv]]:
    with database.reading() as record:
        return list(record.cvs.get_many(ids).values())
