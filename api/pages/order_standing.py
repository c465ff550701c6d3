"""How an order stands, as the pages about it and its people tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.records.order_steps import OrderStep
from indexer.records.proposals import ProposalStep
from matcher.lifecycles.orders import NEXT, OrderState
from matcher.lifecycles.proposals import OPEN
from matcher.orders.closing import revision_of, state_of


@dataclass(frozen=True, slots=True)
class OrderStanding:
    """Every step of an order, and how many people still have an open proposal for it."""

    steps: Sequence[OrderStep]
    still_open: int

    @property
    def state(self) -> OrderState:
        """How the order stands."""
        return state_of(self.steps)

    @property
    def is_open(self) -> bool:
        """Whether people can be proposed for it."""
        return self.state is OrderState.OPEN

    @property
    def revision(self) -> int:
        """What a change of its state is made from."""
        return revision_of(self.steps)

    @property
    def following(self) -> Sequence[OrderState]:
        """What it can become."""
        return NEXT[self.state]


def order_standing(steps: Sequence[OrderStep], latest: Iterable[ProposalStep]) -> OrderStanding:
    """The standing by the order's steps and the latest step of each of its proposals."""
    return OrderStanding(steps, sum(step.state in OPEN for step in latest))
