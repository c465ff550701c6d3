"""What was read out of an order's words, and what people corrected; the order's own words stay beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from indexer.batches import batches
from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.job_orders import JobOrders
from indexer.records.json_text import from_json, to_json
from indexer.records.stored import RecordKind
from indexer.records.tables import order_readings, reading_corrections
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.upsert import upsert


@dataclass(frozen=True, slots=True)
class KeptReading:
    """One reading of one revision of an order; `reading` is plain JSON."""

    order_id: str
    revision: int
    reading: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadingCorrection:
    """A person's correction of what was read of a revision of an order; `correction` is plain JSON."""

    order_id: str
    revision: int
    correction: Mapping[str, Any]
    corrected_by: str
    reason: str
    corrected_at: datetime


class Readings:
    """Readings are made anew with each taxonomy; corrections are decisions and all are kept."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def put(self, order_id: str, revision: int, taxonomy_version: str, reading: Mapping[str, object]) -> None:
        """Keep a reading; the same revision read by the same taxonomy again replaces it."""
        self._work.require_writing()
        key = {"order_id": order_id, "revision": revision, "taxonomy_version": taxonomy_version}
        upsert(self._work.connection, order_readings, [{**key, "reading": to_json(reading), "read_at": self._work.at}])
        AuditTrail(self._work).note(Act.READ, RecordKind.JOB_ORDER, order_id, revision)

    def latest(self, order_id: str) -> KeptReading | None:
        """The reading of the newest revision that was made last."""
        newest = order_readings.c.revision.desc(), order_readings.c.read_at.desc()
        mine = select(order_readings).where(order_readings.c.order_id == order_id).order_by(*newest).limit(1)
        row = self._work.connection.execute(mine).one_or_none()
        return KeptReading(row.order_id, row.revision, from_json(row.reading)) if row else None

    def correct(self, order_id: str, revision: int, correction: Mapping[str, object], by: str, reason: str) -> None:
        """Keep a person's correction, the newest wins; the index is told, since other things may now be found."""
        self._work.require_writing()
        what = {"order_id": order_id, "revision": revision, "correction": to_json(correction)}
        who = {"corrected_by": by, "reason": reason, "corrected_at": self._work.at}
        JobOrders(self._work).index_again(order_id)
        self._work.connection.execute(insert(reading_corrections), [{**what, **who}])
        AuditTrail(self._work).note(Act.READING_CORRECTED, RecordKind.JOB_ORDER, order_id, revision)

    def corrections(self, order_id: str) -> list[ReadingCorrection]:
        """Every correction, newest first."""
        table = reading_corrections
        mine = select(table).where(table.c.order_id == order_id).order_by(table.c.number.desc())
        return [_correction(row) for row in self._work.connection.execute(mine)]

    def corrections_of_many(self, order_ids: Sequence[str]) -> dict[str, list[ReadingCorrection]]:
        """The corrections of each order that has any, oldest first."""
        table, found = reading_corrections, defaultdict[str, list[ReadingCorrection]](list)
        for part in batches(order_ids):
            some = select(table).where(table.c.order_id.in_(part)).order_by(table.c.number)
            for row in self._work.connection.execute(some):
                found[row.order_id].append(_correction(row))
        return dict(found)


def _correction(row: Row[Any]) -> ReadingCorrection:
    what = row.order_id, row.revision, from_json(row.correction)
    return ReadingCorrection(*what, row.corrected_by, row.reason, row.corrected_at)
