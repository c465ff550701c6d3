"""Where orders went: the machine's routes and people's decisions, all kept; a decision stands against later routes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.json_text import from_json, to_json
from indexer.records.owners import OrderOwner, Owners
from indexer.records.stored import RecordKind
from indexer.records.tables import route_decisions, routes
from indexer.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeptRoute:
    """The machine's proposal for one revision of an order.

    `trade` is None when the text names no job. `details` is plain JSON: alternatives, reasons, versions and the like.
    """

    order_id: str
    revision: int
    trade: str | None
    department: str
    confidence: float
    needs_decision: bool
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RouteDecision:
    """A person's choice of department for an order."""

    order_id: str
    trade: str | None
    department: str
    decided_by: str
    reason: str
    decided_at: datetime


class Routes:
    """Each order's way, oldest step to newest, and who has it now (`owners`)."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self.owners = Owners(work)

    def put(self, route: KeptRoute) -> OrderOwner:
        """Keep a route; returns who owns the order now, which is still the human's choice where there is one."""
        self._work.require_writing()
        row = {
            "order_id": route.order_id,
            "revision": route.revision,
            "trade": route.trade,
            "department": route.department,
            "confidence": route.confidence,
            "needs_decision": route.needs_decision,
            "details": to_json(route.details),
            "routed_at": self._work.at,
        }
        self._work.connection.execute(insert(routes), [row])
        AuditTrail(self._work).note(Act.ROUTED, RecordKind.JOB_ORDER, route.order_id, route.revision)
        return self.owners.follow_route(route.order_id, route.trade, route.department, route.needs_decision)

    def decide(
        self, order_id: str, trade: str | None, department: str, by: str, reason: str, *, sent_back: bool = False
    ) -> OrderOwner:
        """Keep a person's decision, the newest wins, earlier ones remain; returns who owns the order now.

        An order that was `sent_back` waits for another decision.
        """
        self._work.require_writing()
        what = {"order_id": order_id, "trade": trade, "department": department}
        who = {"decided_by": by, "reason": reason, "decided_at": self._work.at}
        owner = self.owners.follow_decision(order_id, trade, department, sent_back=sent_back)
        self._work.connection.execute(insert(route_decisions), [{**what, **who}])
        AuditTrail(self._work).note(Act.ROUTE_DECIDED, RecordKind.JOB_ORDER, order_id)
        return owner

    def latest(self, order_id: str) -> KeptRoute | None:
        """The machine's newest route."""
        mine = select(routes).where(routes.c.order_id == order_id).order_by(routes.c.number.desc()).limit(1)
        row = self._work.connection.execute(mine).one_or_none()
        return _route(row) if row else None

    def decisions(self, order_id: str) -> list[RouteDecision]:
        """Every decision, newest first."""
        table = route_decisions
        mine = select(table).where(table.c.order_id == order_id).order_by(table.c.number.desc())
        return [
            RouteDecision(row.order_id, row.trade, row.department, row.decided_by, row.reason, row.decided_at)
            for row in self._work.connection.execute(mine)
        ]


def _route(row: Row[Any]) -> KeptRoute:
    where = row.trade, row.department, row.confidence, row.needs_decision
    return KeptRoute(row.order_id, row.revision, *where, from_json(row.details))
