"""Proposes people for an order and follows their proposals up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.records.audit_trail import Act
from indexer.records.errors import RecordError, RecordNotFoundError
from indexer.records.proposals import ProposalStep
from indexer.records.record import Record
from indexer.records.stored import RecordKind
from matcher.eligibility.verdict import Verdict
from matcher.lifecycles.orders import OrderClosedError
from matcher.lifecycles.proposals import LABELS, OPEN, PROPOSALS, ProposalState
from matcher.lifecycles.table import Moved
from matcher.proposals.proposal_format import Proposed
from matcher.why.full_rankings import FullRankings


class AlreadyProposedError(RecordError):
    """The person has been proposed for the order before."""

    def __init__(self, step: ProposalStep) -> None:
        self.step = step
        super().__init__(
            f"{step.cv_id} er allerede foreslået til {step.order_id}; forslaget er nu: {LABELS[step.state]}."
        )


class RuledOutError(RecordError):
    """A rule holds the person back, and nobody gave a reason to propose them nevertheless."""

    def __init__(self, cv_id: str, blocking: Sequence[Verdict]) -> None:
        self.cv_id, self.blocking = cv_id, tuple(blocking)
        reasons = " ".join(verdict.reason for verdict in blocking)
        super().__init__(f"{cv_id} kan ikke foreslås: {reasons} Skriv en begrundelse for at gøre det alligevel.")


@dataclass(frozen=True)
class Proposing:
    """Writes proposals of the record; every step is a transaction of its own."""

    rankings: FullRankings

    def propose(self, order_id: str, proposed: Proposed, *, actor: str) -> ProposalStep:
        """Propose the person; rules are heeded unless a person gives a reason not to, and the search may be down.

        Raises RecordNotFoundError, OrderClosedError, AlreadyProposedError, RuledOutError, and RevisionConflictError
        where somebody else proposes the person at the same moment.
        """
        database, cv_id = self.rankings.matching.database, proposed.cv_id
        with database.reading() as record:
            _refuse_closed(record, order_id)
            last = record.proposals.latest(order_id, cv_id)
            if last is not None and last.state != ProposalState.WITHDRAWN:
                raise AlreadyProposedError(last)
            blocking = self._blocking(record, order_id, cv_id)
        if blocking and not proposed.reason:
            raise RuledOutError(cv_id, blocking)
        with database.transaction(actor, "foreslå til ordre") as record:
            _refuse_closed(record, order_id)  # somebody may have closed it meanwhile
            state, revision = ProposalState.PROPOSED, last.revision if last else 0
            return record.proposals.note(order_id, cv_id, state, proposed.reason, expected_revision=revision)

    def move(
        self, order_id: str, cv_id: str, moved: Moved[ProposalState], *, actor: str, expected_revision: int
    ) -> ProposalStep:
        """Note what became of a proposal.

        Raises RecordNotFoundError, MoveNotAllowedError, RevisionConflictError where somebody else noted something.
        """
        with self.rankings.matching.database.transaction(actor, "følg op på forslag") as record:
            last = require_proposal(record, order_id, cv_id)
            if last.revision == expected_revision:
                PROPOSALS.refuse_move(ProposalState(last.state), moved.state)
            return record.proposals.note(
                order_id, cv_id, moved.state, moved.reason, expected_revision=expected_revision
            )

    def of_order(self, order_id: str, *, actor: str) -> list[list[ProposalStep]]:
        """The steps of each person's proposal, oldest first, people in the order in which they were first proposed.

        Each look-up of a person is audited; raises RecordNotFoundError.
        """
        steps: dict[str, list[ProposalStep]] = {}
        with self.rankings.matching.database.transaction(actor, "se forslag") as record:
            record.job_orders.require(order_id)
            for step in record.proposals.of_order(order_id):
                steps.setdefault(step.cv_id, []).append(step)
            record.audit_trail.note_many(Act.LOOKED_UP, RecordKind.CV, [(cv_id, None) for cv_id in steps])
        return list(steps.values())

    def open_counts(self, cv_ids: Sequence[str]) -> dict[str, int]:
        """The number of open proposals of each of the people who has any."""
        with self.rankings.matching.database.reading() as record:
            return record.proposals.counts(OPEN, cv_ids)

    def hired(self, cv_ids: Sequence[str]) -> frozenset[str]:
        """Those of the people who were hired for an order."""
        with self.rankings.matching.database.reading() as record:
            return frozenset(record.proposals.counts({ProposalState.HIRED}, cv_ids))

    def _blocking(self, record: Record, order_id: str, cv_id: str) -> Sequence[Verdict]:
        order, cv = record.job_orders.require(order_id), record.cvs.require(cv_id)
        matching = self.rankings.matching
        brief = matching.preparation.prepare_stored(order, matching.today()).brief
        [(_, eligibility)] = self.rankings.alone(record, order, brief, cv).scored_in_full([0])
        return eligibility.blocking


def _refuse_closed(record: Record, order_id: str) -> None:
    if record.job_orders.closed([order_id]):
        raise OrderClosedError(order_id)


def require_proposal(record: Record, order_id: str, cv_id: str) -> ProposalStep:
    """How the proposal stands; raises RecordNotFoundError."""
    record.job_orders.require(order_id)
    if (last := record.proposals.latest(order_id, cv_id)) is None:
        raise RecordNotFoundError(RecordKind.JOB_ORDER, f"Forslaget {order_id}/{cv_id}")
    return last
