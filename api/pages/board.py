"""The board of orders: those that wait for KVS first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from api.http.order_views import is_synthetic_order
from api.wiring import Components, today
from indexer.intake.job_order import JobOrder
from indexer.records.owners import OrderOwner
from indexer.records.record import Record
from indexer.records.stored import Stored

A_PAGE = 50
WAITING_SHOWN = 200


@dataclass(frozen=True, slots=True)
class BoardLine:
    """An order on the board with who has it; None for one that was imported a moment ago."""

    order: JobOrder
    owner: OrderOwner | None
    received: datetime
    closed: bool
    synthetic: bool


@dataclass(frozen=True, slots=True)
class Board:
    """Orders waiting for a decision, a page of the others, the id to go on after, and numbers by department."""

    waiting: Sequence[BoardLine]
    others: Sequence[BoardLine]
    next: str
    counts: dict[str, int]
    department: str


def board(components: Components, department: str, after: str) -> Board:
    """The page of the board after the id, of one department or of all; who has waited longest stands first."""
    with components.database.reading() as record:
        owners = record.routes.owners
        waiting = [owner.order_id for owner in owners.awaiting_decision(limit=WAITING_SHOWN)]
        page = _page(record, department, after)
        shown = [order_id for order_id in page if order_id not in waiting]
        lines = _lines(record, [*([] if after else waiting), *shown], today())
        counts = owners.counts()
    following = page[-1] if len(page) == A_PAGE else ""
    here = [lines[one] for one in waiting if one in lines and _belongs(lines[one], department)]
    oldest_first = sorted(here, key=lambda line: line.received)
    return Board(oldest_first, [lines[one] for one in shown if one in lines], following, counts, department)


def _belongs(line: BoardLine, department: str) -> bool:
    return not department or (line.owner is not None and line.owner.department == department)


def _page(record: Record, department: str, after: str) -> list[str]:
    if department:
        return [owner.order_id for owner in record.routes.owners.of_department(department, after, A_PAGE)]
    return [stored.value.id for stored in record.job_orders.all(after, A_PAGE)]


def _lines(record: Record, order_ids: Sequence[str], on: date) -> dict[str, BoardLine]:
    owners = record.routes.owners.get_many(order_ids)
    return {
        order_id: _line(stored, owners.get(order_id), on)
        for order_id, stored in record.job_orders.get_many(order_ids).items()
    }


def _line(stored: Stored[JobOrder], owner: OrderOwner | None, on: date) -> BoardLine:
    order = stored.value
    received = order.received_at or stored.created_at
    return BoardLine(order, owner, received, not order.is_open(on), is_synthetic_order(order.id))
