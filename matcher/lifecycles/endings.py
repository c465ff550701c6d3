"""Why a proposal that is still open has nothing left to wait for: a person closes it, with this reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from indexer.records.proposals import ProposalStep


class Ending(StrEnum):
    """What happened elsewhere that leaves a proposal open for nothing."""

    ORDER_CLOSED = "ordren_lukket"
    HIRED = "ansat_andetsteds"


# The reason of the step. It names no order: whom somebody works for now is not the next company's to know.
REASONS: Mapping[Ending, str] = {
    Ending.ORDER_CLOSED: "Ordren er lukket.",
    Ending.HIRED: "Ansat på en anden ordre.",
}


def ending_of(step: ProposalStep, closed: Collection[str], hired: Collection[str]) -> Ending | None:
    """Why the open proposal has ended, by the orders that are closed and the people hired; None where it has not."""
    if step.order_id in closed:
        return Ending.ORDER_CLOSED
    return Ending.HIRED if step.cv_id in hired else None
