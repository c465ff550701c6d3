"""The audit trail: who did what to which record, and why; never what the record says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import insert, select

from indexer.records.tables import audit_trail
from indexer.records.unit_of_work import UnitOfWork


class Act(StrEnum):
    """What is done to a record or seen of it."""

    CREATED = "created"
    UPDATED = "updated"
    ERASED = "erase"
    READ = "read"
    READING_CORRECTED = "correct_reading"
    ROUTED = "route"
    ROUTE_DECIDED = "decide_route"
    ORDER_MOVED = "move_order"
    RANKED = "rank"
    LOOKED_UP = "look_up"
    CASE_LOOKED_UP = "look_up_case"
    PROPOSED = "propose"
    PROPOSAL_MOVED = "move_proposal"
    EXPLAINED = "explain"
    WHAT_IF_TRIED = "what_if"
    REPLAYED = "replay"
    INSIGHT_GIVEN = "insight"
    TRAIL_SEEN = "see_trail"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act on one record; `number` grows with every line."""

    number: int
    at: datetime
    actor: str
    purpose: str
    action: str
    kind: str
    id: str
    revision: int | None


class AuditTrail:
    """Lines are added with the act itself and never changed."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def note(self, action: Act, kind: str, record_id: str, revision: int | None = None) -> None:
        """Write down one act of this transaction's actor, such as looking a CV up."""
        self.note_many(action, kind, [(record_id, revision)])

    def note_many(self, action: Act, kind: str, records: Iterable[tuple[str, int | None]]) -> None:
        """Write down the same act on many (id, revision)."""
        work = self._work
        work.require_writing()
        same = {"at": work.at, "actor": work.actor, "purpose": work.purpose, "action": action, "kind": kind}
        rows = [{**same, "id": record_id, "revision": revision} for record_id, revision in records]
        if rows:
            work.connection.execute(insert(audit_trail), rows)

    def of_record(self, kind: str, record_id: str) -> list[AuditLine]:
        """Everything done to one record, oldest first."""
        mine = (audit_trail.c.kind == kind) & (audit_trail.c.id == record_id)
        lines = self._work.connection.execute(select(audit_trail).where(mine).order_by(audit_trail.c.number))
        return [AuditLine(*line) for line in lines]
