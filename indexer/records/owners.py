"""Who has each order now: the last human decision, else the last route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from indexer.batches import batches
from indexer.records.job_orders import JobOrders
from indexer.records.tables import job_orders, order_owners
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.upsert import upsert


@dataclass(frozen=True, slots=True)
class OrderOwner:
    """The department that has the order, and whether a person still has to decide or has decided."""

    order_id: str
    trade: str | None
    department: str
    awaits_decision: bool
    decided: bool
    since: datetime


class Owners:
    """One row an order; follows routes and decisions in the same transaction."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def get(self, order_id: str) -> OrderOwner | None:
        """Who has the order, None when it was never routed."""
        return self.get_many([order_id]).get(order_id)

    def get_many(self, order_ids: Sequence[str]) -> dict[str, OrderOwner]:
        """Who has the orders, by order id; orders never routed are left out."""
        found = {}
        for part in batches(order_ids):
            found.update({owner.order_id: owner for owner in self._where(order_owners.c.order_id.in_(part))})
        return found

    def awaiting_decision(self, limit: int = 1000) -> list[OrderOwner]:
        """The first orders, by their ids, that a person must decide on."""
        return self._where(order_owners.c.awaits_decision, limit)

    def count_awaiting(self) -> int:
        """How many orders a person must decide on."""
        waiting = select(func.count()).select_from(order_owners).where(order_owners.c.awaits_decision)
        return self._work.connection.execute(waiting).scalar_one()

    def ownerless(self, after_id: str = "", limit: int = 1000) -> list[str]:
        """A page of ids of orders that were received but never routed; there should be none."""
        table = job_orders.outerjoin(order_owners, order_owners.c.order_id == job_orders.c.id)
        lost = order_owners.c.order_id.is_(None) & (job_orders.c.id > after_id)
        page = select(job_orders.c.id).select_from(table).where(lost).order_by(job_orders.c.id).limit(limit)
        return list(self._work.connection.execute(page).scalars())

    def follow_route(self, order_id: str, trade: str | None, department: str, needs_decision: bool) -> OrderOwner:
        """The owner after a new route; a human decision stays as it is."""
        before = self.get(order_id)
        if before and before.decided:
            return before
        return self._set(before, OrderOwner(order_id, trade, department, needs_decision, False, self._work.at))

    def follow_decision(self, order_id: str, trade: str | None, department: str, *, sent_back: bool) -> OrderOwner:
        """The owner after a person decided; an order that was sent back waits for the next decision."""
        return self._set(self.get(order_id), OrderOwner(order_id, trade, department, sent_back, True, self._work.at))

    def _set(self, before: OrderOwner | None, after: OrderOwner) -> OrderOwner:
        # The index holds trade and department as facets: it must hear when they change, also without new content.
        if before is None or (before.trade, before.department) != (after.trade, after.department):
            JobOrders(self._work).index_again(after.order_id)
        names = [column.name for column in order_owners.columns]
        upsert(self._work.connection, order_owners, [{name: getattr(after, name) for name in names}])
        return after

    def _where(self, condition: ColumnElement[bool], limit: int | None = None) -> list[OrderOwner]:
        page = select(order_owners).where(condition).order_by(order_owners.c.order_id).limit(limit)
        return [OrderOwner(*row) for row in self._work.connection.execute(page)]
