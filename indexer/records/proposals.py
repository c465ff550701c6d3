"""Proposals: whom a consultant proposed for which order, and every step of it since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, insert, select

from indexer.batches import batches
from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.cvs import Cvs
from indexer.records.errors import RevisionConflictError
from indexer.records.job_orders import JobOrders
from indexer.records.proposal_tables import proposal_steps
from indexer.records.stored import RecordKind
from indexer.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposalStep:
    """One step of a proposal; the last one is how it stands, and its revision the proposal's."""

    order_id: str
    cv_id: str
    revision: int
    state: str
    reason: str
    noted_by: str
    noted_at: datetime


_NAMES = ProposalStep.__slots__
_STEPS = select(*(proposal_steps.c[name] for name in _NAMES))
_LAST = 2**62  # beyond every number
# Asked at every list: put together once.
_OF_ORDER = _STEPS.where(
    proposal_steps.c.order_id == bindparam("order_id"), proposal_steps.c.number <= bindparam("until")
).order_by(proposal_steps.c.number)


class Proposals:
    """Steps are added and read, never changed; which may follow which is not the record's to know."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def note(self, order_id: str, cv_id: str, state: str, reason: str, *, expected_revision: int) -> ProposalStep:
        """Add a step to the one of that revision, 0 for none yet.

        Raises RecordNotFoundError, and RevisionConflictError where another step is the last.
        """
        self._work.require_writing()
        order, cv = JobOrders(self._work).require(order_id), Cvs(self._work).require(cv_id)
        last = self.latest(order_id, cv_id)
        if (last.revision if last else 0) != expected_revision:
            raise RevisionConflictError(f"{order_id}/{cv_id}", expected_revision, last.revision if last else None)
        by, at = self._work.actor, self._work.at
        step = ProposalStep(order_id, cv_id, expected_revision + 1, state, reason, by, at)
        self._work.connection.execute(insert(proposal_steps), [{name: getattr(step, name) for name in _NAMES}])
        audit, action = AuditTrail(self._work), Act.PROPOSAL_MOVED if expected_revision else Act.PROPOSED
        audit.note(action, RecordKind.JOB_ORDER, order_id, order.revision)
        audit.note(action, RecordKind.CV, cv_id, cv.revision)
        return step

    def latest(self, order_id: str, cv_id: str) -> ProposalStep | None:
        """How the proposal stands, None where there is none."""
        mine = _STEPS.where(proposal_steps.c.order_id == order_id, proposal_steps.c.cv_id == cv_id)
        found = self._steps(mine.order_by(proposal_steps.c.revision.desc()).limit(1))
        return found[0] if found else None

    def of_order(self, order_id: str, until: int | None = None) -> list[ProposalStep]:
        """The order's steps, oldest first; `until` leaves out those of higher numbers."""
        asked = {"order_id": order_id, "until": _LAST if until is None else until}
        return [ProposalStep(*row) for row in self._work.connection.execute(_OF_ORDER, asked)]

    def of_cv(self, cv_id: str) -> list[ProposalStep]:
        """The person's steps, oldest first."""
        return self._steps(_STEPS.where(proposal_steps.c.cv_id == cv_id).order_by(proposal_steps.c.number))

    def standing_in(self, states: Collection[str]) -> list[ProposalStep]:
        """The last steps of all proposals that stand in one of the states, those moved longest ago first."""
        return self._steps(_STEPS.where(*stands_in(states)).order_by(proposal_steps.c.number))

    def counts(self, states: Collection[str], cv_ids: Sequence[str] | None = None) -> dict[str, int]:
        """How many proposals of each person stand in one of the states; of everybody where no CVs are named."""
        if cv_ids is None:
            return self._counted(_standing_in(states))
        parts = (_standing_in(states).where(proposal_steps.c.cv_id.in_(part)) for part in batches(cv_ids))
        return {cv_id: count for part in parts for cv_id, count in self._counted(part).items()}

    def _counted(self, standing: Select[Any]) -> dict[str, int]:
        return {row[0]: row[1] for row in self._work.connection.execute(standing)}

    def _steps(self, query: Select[tuple[Any, ...]]) -> list[ProposalStep]:
        return [ProposalStep(*row) for row in self._work.connection.execute(query)]


def latest_steps(steps: Iterable[ProposalStep]) -> list[ProposalStep]:
    """The last step of each proposal, of steps that come oldest first."""
    return list({(step.order_id, step.cv_id): step for step in steps}.values())


def _standing_in(states: Collection[str]) -> Select[Any]:
    return select(proposal_steps.c.cv_id, func.count()).where(*stands_in(states)).group_by(proposal_steps.c.cv_id)


def stands_in(states: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    """That a step is the last of its proposal and in one of the states."""
    this, later = proposal_steps.c, proposal_steps.alias("later").c
    follows = (later.order_id == this.order_id) & (later.cv_id == this.cv_id) & (later.revision > this.revision)
    return this.state.in_(states), ~select(later.number).where(follows).correlate(proposal_steps).exists()
