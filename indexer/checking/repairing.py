"""Compares the index with the record and repairs what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.batches import batches
from indexer.checking.comparing import CollectionReport, Findings, compared
from indexer.documents.contract import DocumentBuilder
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.feeder import Feeder
from indexer.feeding.synchronise import BATCH
from indexer.intake.cv import Cv
from indexer.records.database import Database
from indexer.records.stored import Stored

__all__ = ["CheckReport", "CollectionReport", "check_index"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found; `waiting` changes are in the queue, `refused` records could not be repaired."""

    cvs: CollectionReport
    job_orders: CollectionReport
    missing_features: int
    surplus_features: int
    waiting: int
    refused: int = 0

    @property
    def sound(self) -> bool:
        """Whether index and record agree, changes still in the queue aside."""
        return self.cvs.sound and self.job_orders.sound and not (self.missing_features or self.surplus_features)


def check_index(
    database: Database, engines: IndexEngines, builder: DocumentBuilder, generation: str, *, repair: bool = False
) -> CheckReport:
    """Compare every id and sequence; with `repair`, make the index match the record.

    The report describes the state before the repair. Raises SearchUnavailableError when the index itself is damaged,
    which only a rebuild repairs.
    """
    engines.cvs.verify()
    engines.job_orders.verify()
    findings = compared(database, engines, generation)
    refused = _mended(database, Feeder(database, engines, builder, generation), generation, findings) if repair else 0
    return CheckReport(
        findings.cvs.report(),
        findings.job_orders.report(),
        len(findings.missing_features),
        len(findings.surplus_features),
        findings.waiting,
        refused,
    )


def _mended(database: Database, feeder: Feeder, generation: str, findings: Findings) -> int:
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
