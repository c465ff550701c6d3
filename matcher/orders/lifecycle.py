"""The life of a job order as a table: how it is closed, and opened again."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from indexer.records.errors import RecordError


class OrderState(StrEnum):
    """How an order stands. A deadline that has passed is no state: it closes nothing for good."""

    OPEN = "aaben"
    FILLED = "besat"
    WITHDRAWN = "trukket_tilbage"  # by the employer
    UNFILLED = "ubesat"  # nobody was found; never without a reason


# What people are told, in the order in which they choose.
LABELS: Mapping[str, str] = {
    OrderState.OPEN: "åben",
    OrderState.FILLED: "besat",
    OrderState.WITHDRAWN: "trukket tilbage af virksomheden",
    OrderState.UNFILLED: "lukket uden at være besat",
}
CLOSINGS = (OrderState.FILLED, OrderState.WITHDRAWN, OrderState.UNFILLED)
# A closed order can only be opened again, which is also how a mistake is corrected.
NEXT: Mapping[OrderState, tuple[OrderState, ...]] = {
    OrderState.OPEN: CLOSINGS,
    **dict.fromkeys(CLOSINGS, (OrderState.OPEN,)),
}
NEEDS_REASON = frozenset({OrderState.UNFILLED})


class OrderMoveNotAllowedError(RecordError):
    """The order cannot go to that state from where it stands."""

    def __init__(self, now: OrderState, wanted: OrderState) -> None:
        may = ", ".join(f"{LABELS[state]} ({state})" for state in NEXT[now])
        super().__init__(f"Ordren er {LABELS[now]} og kan ikke blive {LABELS[wanted]}. Den kan blive: {may}.")


class OrderClosedError(RecordError):
    """What was asked for can only be done with an open order."""

    def __init__(self, order_id: str) -> None:
        super().__init__(f"Ordren {order_id} er lukket. Åbn den igen først.")


def refuse_move(now: OrderState, wanted: OrderState) -> None:
    """Raise OrderMoveNotAllowedError unless the table has the move."""
    if wanted not in NEXT[now]:
        raise OrderMoveNotAllowedError(now, wanted)
