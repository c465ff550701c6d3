"""What would change one person's place for one order: changes of the person and of the order."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.records.audit_trail import Act
from indexer.records.stored import RecordKind
from matcher.why.answer import SHOWN, Whys
from matcher.why.order_changes import OrderOutcome, order_changes
from matcher.why.person_changes import PersonOutcome, person_changes


@dataclass(frozen=True, slots=True)
class Changes:
    """What the person and what the order could change, the most telling first; each outcome was found by running it."""

    person: tuple[PersonOutcome, ...]
    order: tuple[OrderOutcome, ...]
    shown: int


@dataclass(frozen=True)
class WhatIf:
    """Answers what would change it."""

    whys: Whys

    def changes(self, order_id: str, cv_id: str, *, actor: str, shown: int = SHOWN) -> Changes:
        """Both ways, noted in the audit trail; raises RecordNotFoundError, SearchUnavailableError."""
        rankings = self.whys.rankings
        with rankings.matching.database.reading() as record:
            order, cv = record.job_orders.require(order_id), record.cvs.require(cv_id)
            ranking = rankings.of(record, order)
            place, _ = self.whys.place(record, ranking, cv)
        person = person_changes(rankings, ranking, cv, place, shown)
        told = place.eligibility
        eased = order_changes(rankings, ranking, None if told.eligible else cv, told.case.circumstances)
        with rankings.matching.database.transaction(actor, "hvad ville ændre det") as record:
            record.audit_trail.note(Act.WHAT_IF_TRIED, RecordKind.CV, cv_id, cv.revision)
        return Changes(person, eased, shown)

    def order_changes(self, order_id: str) -> tuple[OrderOutcome, ...]:
        """What the order could do without, whoever asks; raises RecordNotFoundError, SearchUnavailableError."""
        rankings = self.whys.rankings
        with rankings.matching.database.reading() as record:
            ranking = rankings.of(record, record.job_orders.require(order_id))
        return order_changes(rankings, ranking)
