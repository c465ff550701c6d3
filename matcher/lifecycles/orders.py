"""The life of a job order as a table: how it is closed, and opened again."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from indexer.records.errors import RecordError
from matcher.lifecycles.table import Lifecycle


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
ORDERS = Lifecycle(
    of="Ordren",
    it="Den",
    states=OrderState,
    labels=LABELS,
    next=NEXT,
    needs_reason={OrderState.UNFILLED: "Skriv kort, hvorfor stillingen ikke blev besat."},
)


class OrderClosedError(RecordError):
    """What was asked for can only be done with an open order."""

    def __init__(self, order_id: str) -> None:
        super().__init__(f"Ordren {order_id} er lukket. Åbn den igen først.")
