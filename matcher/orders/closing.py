"""Closes orders, opens them again, and tells how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.intake.json_form import JsonObject
from indexer.records.database import Database
from indexer.records.order_steps import OrderStep
from matcher.lifecycles.orders import NEXT, ORDERS, OrderState
from matcher.lifecycles.table import Moved, history


def move_order(
    database: Database, order_id: str, moved: Moved[OrderState], *, actor: str, expected_revision: int
) -> list[OrderStep]:
    """Note how the order stands now; returns all its steps.

    `expected_revision` is that of the last step, 0 for none. Raises RecordNotFoundError, MoveNotAllowedError,
    RevisionConflictError where somebody else noted something.
    """
    with database.transaction(actor, "luk eller åbn ordre") as record:
        steps = record.order_steps.of_order(order_id)
        if revision_of(steps) == expected_revision:
            ORDERS.refuse_move(state_of(steps), moved.state)
        step = record.order_steps.note(order_id, moved.state, moved.reason, expected_revision=expected_revision)
        return [*steps, step]


def state_of(steps: Sequence[OrderStep]) -> OrderState:
    """How an order with these steps stands."""
    return OrderState(steps[-1].state) if steps else OrderState.OPEN


def revision_of(steps: Sequence[OrderStep]) -> int:
    """What a change of the order's state is made from."""
    return steps[-1].revision if steps else 0


def steps_to_mapping(order_id: str, steps: Sequence[OrderStep]) -> JsonObject:
    """How the order stands, what it can become, and every step, oldest first."""
    state = state_of(steps)
    return {
        "order": order_id,
        "state": state.value,
        "revision": revision_of(steps),
        "next": [one.value for one in NEXT[state]],
        "steps": history(steps),
    }
