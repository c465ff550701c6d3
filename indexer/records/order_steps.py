"""How an order was closed and opened again: every step of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.errors import RevisionConflictError
from indexer.records.job_orders import JobOrders
from indexer.records.stored import RecordKind
from indexer.records.tables import order_steps
from indexer.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One step of an order; the last one is how it stands. An order without steps is open."""

    order_id: str
    revision: int
    state: str
    reason: str
    noted_by: str
    noted_at: datetime


_NAMES = OrderStep.__slots__


class OrderSteps:
    """Steps are added and read, never changed; which may follow which is not the record's to know."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def note(self, order_id: str, state: str, reason: str, *, expected_revision: int) -> OrderStep:
        """Add a step to the one of that revision, 0 for none yet.

        Raises RecordNotFoundError, and RevisionConflictError where another step is the last.
        """
        self._work.require_writing()
        orders = JobOrders(self._work)
        order, steps = orders.require(order_id), self.of_order(order_id)
        last = steps[-1].revision if steps else 0
        if last != expected_revision:
            raise RevisionConflictError(order_id, expected_revision, last)
        step = OrderStep(order_id, last + 1, state, reason, self._work.actor, self._work.at)
        self._work.connection.execute(insert(order_steps), [{name: getattr(step, name) for name in _NAMES}])
        orders.set_state(order_id, state)
        AuditTrail(self._work).note(Act.ORDER_MOVED, RecordKind.JOB_ORDER, order_id, order.revision)
        return step

    def of_order(self, order_id: str) -> list[OrderStep]:
        """The order's steps, oldest first."""
        mine = select(*(order_steps.c[name] for name in _NAMES)).where(order_steps.c.order_id == order_id)
        return [OrderStep(*row) for row in self._work.connection.execute(mine.order_by(order_steps.c.revision))]
