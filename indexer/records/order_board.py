"""The orders as a coordinator works them: what must be decided first, then what is most urgent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from indexer.records.tables import OPEN_STATE, job_orders, order_owners
from indexer.records.unit_of_work import UnitOfWork


class BoardState(IntEnum):
    """What an order waits for, in the order in which they are worked."""

    AWAITS_DECISION = 0
    OPEN = 1
    EXPIRED = 2  # past its deadline, and nobody has said what became of it
    CLOSED = 3


@dataclass(frozen=True, slots=True)
class BoardQuestion:
    """Which orders are asked for; without departments or standings all of those not closed."""

    on: date
    department: str = ""
    standing: BoardState | None = None


_NEVER = "9999"  # of no deadline and no start: after every day


class OrderBoard:
    """Reads orders by standing, then deadline (else start), those received first before others."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def page(self, question: BoardQuestion, offset: int, limit: int) -> list[tuple[str, BoardState]]:
        """Ids with standings of the orders asked for."""
        standing, found = _standing(question.on), job_orders.c
        due = func.coalesce(found.deadline, found.starts, _NEVER)
        received = func.coalesce(found.received_at, found.created_at)
        asked = _asked(select(found.id, standing.label("standing")), standing, question)
        page = asked.order_by(standing, due, received, found.id).offset(offset).limit(limit)
        return [(row.id, BoardState(row.standing)) for row in self._work.connection.execute(page)]

    def counts(self, on: date) -> Mapping[tuple[str, BoardState], int]:
        """Number of orders by department and standing; "" for those that have no department yet."""
        department, standing = func.coalesce(order_owners.c.department, ""), _standing(on)
        each = select(department, standing, func.count()).select_from(_ORDERS).group_by(department, standing)
        return {(row[0], BoardState(row[1])): row[2] for row in self._work.connection.execute(each)}


_ORDERS = job_orders.outerjoin(order_owners, order_owners.c.order_id == job_orders.c.id)


def _standing(on: date) -> ColumnElement[int]:
    return case(
        (job_orders.c.state != OPEN_STATE, int(BoardState.CLOSED)),
        (order_owners.c.awaits_decision, int(BoardState.AWAITS_DECISION)),
        (job_orders.c.deadline < on.isoformat(), int(BoardState.EXPIRED)),
        else_=int(BoardState.OPEN),
    )


def _asked(
    orders: Select[tuple[str, int]], standing: ColumnElement[int], question: BoardQuestion
) -> Select[tuple[str, int]]:
    wanted: ColumnElement[bool] = standing != int(BoardState.CLOSED)
    if question.standing is not None:
        wanted = standing == int(question.standing)
    if question.department:
        wanted = and_(wanted, order_owners.c.department == question.department)
    return orders.select_from(_ORDERS).where(wanted)
