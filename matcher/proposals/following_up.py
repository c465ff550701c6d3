"""What is to be followed up: proposals that lie still or have ended elsewhere, orders filled or without anybody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from indexer.records.database import Database
from indexer.records.proposals import ProposalStep, latest_steps
from indexer.records.record import Record
from matcher.lifecycles.endings import REASONS, Ending, ending_of
from matcher.lifecycles.proposals import OPEN, ProposalState

QUIET_DAYS = 7  # without a word a week, a company asks elsewhere; the pages let people choose another number


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """How an open proposal stands, and what ended it elsewhere, if anything did."""

    step: ProposalStep
    ending: Ending | None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """All that somebody has to follow up, each part with what has lain longest first."""

    ended: Sequence[OpenProposal]
    quiet: Sequence[OpenProposal]  # nobody has noted anything for so many days
    moving: Sequence[OpenProposal]
    filled: Sequence[str]  # open orders for which as many are hired as were asked for
    unanswered: Sequence[str]  # open orders received so many days ago, and nobody is proposed or hired


def follow_up(record: Record, today: date, now: datetime, quiet_days: int = QUIET_DAYS) -> FollowUp:
    """What is to be followed up in the record now."""
    proposals, before = open_proposals(record), now - timedelta(days=quiet_days)
    going = [one for one in proposals if one.ending is None]
    return FollowUp(
        ended=[one for one in proposals if one.ending],
        quiet=[one for one in going if one.step.noted_at <= before],
        moving=[one for one in going if one.step.noted_at > before],
        filled=_filled(record),
        unanswered=record.order_board.unanswered(today, before, OPEN | {ProposalState.HIRED}),
    )


def open_proposals(record: Record) -> list[OpenProposal]:
    """Every open proposal, those moved longest ago first."""
    steps = record.proposals.standing_in(OPEN)
    closed = record.job_orders.closed({step.order_id for step in steps})
    hired = record.proposals.counts({ProposalState.HIRED})
    return [OpenProposal(step, ending_of(step, closed, hired)) for step in steps]


def still_open(record: Record, cv_id: str) -> list[ProposalStep]:
    """How the person's open proposals stand."""
    return [step for step in latest_steps(record.proposals.of_cv(cv_id)) if step.state in OPEN]


def is_filled(steps: Iterable[ProposalStep], positions: int) -> bool:
    """Whether as many are hired as the order asks for, by the last steps of its proposals."""
    return sum(step.state == ProposalState.HIRED for step in steps) >= positions


def withdraw_ended(database: Database, chosen: Collection[tuple[str, str]], *, actor: str) -> int:
    """Withdraw the chosen proposals (order, person) that have ended elsewhere, with the reason; returns how many.

    Whatever somebody noted meanwhile is looked at again: a proposal that has not ended, or is closed, stays as it is.
    """
    with database.transaction(actor, "afslut forslag") as record:
        ended = [one for one in open_proposals(record) if one.ending and _key(one.step) in chosen]
        for one in ended:
            order_id, cv_id = _key(one.step)
            reason = REASONS[one.ending] if one.ending else ""
            state, revision = ProposalState.WITHDRAWN, one.step.revision
            record.proposals.note(order_id, cv_id, state, reason, expected_revision=revision)
    return len(ended)


def _key(step: ProposalStep) -> tuple[str, str]:
    return step.order_id, step.cv_id


def _filled(record: Record) -> list[str]:
    hired: dict[str, list[ProposalStep]] = {}
    for step in record.proposals.standing_in({ProposalState.HIRED}):
        hired.setdefault(step.order_id, []).append(step)
    orders, closed = record.job_orders.get_many(hired), record.job_orders.closed(hired)
    return [one for one in hired if one not in closed and is_filled(hired[one], orders[one].value.positions)]
