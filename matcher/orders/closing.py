"""Closes orders, opens them again, and reads and writes the public form of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.intake import FieldProblem
from indexer.intake.json_form import JsonObject
from indexer.records.database import Database
from indexer.records.order_steps import OrderStep
from matcher.orders.lifecycle import NEEDS_REASON, NEXT, OrderState, refuse_move
from matcher.proposals.json_input import object_of, reason_of, reason_problems, refuse


@dataclass(frozen=True, slots=True)
class OrderMoved:
    """The state that an order goes to, and why."""

    state: OrderState
    reason: str = ""


def move_order(
    database: Database, order_id: str, moved: OrderMoved, *, actor: str, expected_revision: int
) -> list[OrderStep]:
    """Note how the order stands now; returns all its steps.

    `expected_revision` is that of the last step, 0 for none. Raises RecordNotFoundError, OrderMoveNotAllowedError,
    RevisionConflictError where somebody else noted something.
    """
    with database.transaction(actor, "luk eller åbn ordre") as record:
        steps = record.order_steps.of_order(order_id)
        if revision_of(steps) == expected_revision:
            refuse_move(state_of(steps), moved.state)
        step = record.order_steps.note(order_id, moved.state, moved.reason, expected_revision=expected_revision)
        return [*steps, step]


def state_of(steps: Sequence[OrderStep]) -> OrderState:
    """How an order with these steps stands."""
    return OrderState(steps[-1].state) if steps else OrderState.OPEN


def revision_of(steps: Sequence[OrderStep]) -> int:
    """What a change of the order's state is made from."""
    return steps[-1].revision if steps else 0


def read_order_move(value: object) -> OrderMoved:
    """The move; raises IntakeError that names every unsound field."""
    plain = object_of(value, ("state", "reason"), '{"state": "besat"}')
    problems, states = list(reason_problems(plain)), [state.value for state in OrderState]
    if plain.get("state") not in states:
        problems.append(FieldProblem("state", "Tilstanden findes ikke.", f"Vælg {', '.join(states)}."))
    elif plain["state"] in NEEDS_REASON and not reason_of(plain):
        fix = "Skriv kort, hvorfor stillingen ikke blev besat."
        problems.append(FieldProblem("reason", "Begrundelsen mangler.", fix))
    refuse(problems)
    return OrderMoved(OrderState(str(plain["state"])), reason_of(plain))


def steps_to_mapping(order_id: str, steps: Sequence[OrderStep]) -> JsonObject:
    """How the order stands, what it can become, and every step, oldest first."""
    state = state_of(steps)
    told = [
        {"state": one.state, "reason": one.reason, "by": one.noted_by, "at": one.noted_at.isoformat()} for one in steps
    ]
    return {
        "order": order_id,
        "state": state.value,
        "revision": revision_of(steps),
        "next": [one.value for one in NEXT[state]],
        "steps": told,
    }
