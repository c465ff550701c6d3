"""`/api/v1/job-orders/{id}/route-decisions`: a person decides which department has an order."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.answers import etag
from api.http.corrections import IfMatch, require_match
from api.http.dependencies import Actor, AppComponents, Body, RecordId
from api.http.documentation import body_of
from api.http.order_views import owner_view
from api.wiring import today
from indexer.intake.json_form import JsonObject
from indexer.records.routes import RouteDecision
from matcher.dispatch.deciding import decide, read_decision

router = APIRouter(prefix="/api/v1/job-orders", tags=["Job orders"])
BODY = {
    "type": "object",
    "required": ["department", "reason"],
    "properties": {
        "department": {"type": "string", "description": "Key of a department of today"},
        "trade": {"type": ["string", "null"], "description": "Key of a trade; left out: no trade"},
        "reason": {"type": "string", "description": "Why, for those who have the order afterwards"},
    },
}


@router.get("/{order_id}/route-decisions")
def show_decisions(components: AppComponents, order_id: RecordId) -> JSONResponse:
    """Who has the order, and every decision that people made about it, newest first."""
    with components.database.reading() as record:
        stored = record.job_orders.require(order_id)
        owner, decisions = record.routes.owners.get(order_id), record.routes.decisions(order_id)
    shown = {
        "owner": owner_view(owner, components.catalog) if owner else None,
        "decisions": [_shown(one) for one in decisions],
    }
    return JSONResponse(shown, headers={"ETag": etag(stored.revision)})


@router.post(
    "/{order_id}/route-decisions",
    status_code=201,
    openapi_extra=body_of(BODY),
)
def decide_route(
    components: AppComponents, actor: Actor, order_id: RecordId, body: Body, if_match: IfMatch = None
) -> JSONResponse:
    """Give the order to a department: this stands against every later route, until somebody decides anew."""
    with components.database.reading() as record:
        revision = record.job_orders.require(order_id).revision
    require_match(if_match, order_id, revision)
    decision = read_decision(body.value, components.catalog, today())
    owner = decide(components.database, order_id, decision, actor=actor, expected_revision=revision)
    components.index.notify()
    return JSONResponse({"id": order_id, "owner": owner_view(owner, components.catalog)}, 201, {"ETag": etag(revision)})


def _shown(one: RouteDecision) -> JsonObject:
    return {
        "department": one.department,
        "trade": one.trade,
        "by": one.decided_by,
        "reason": one.reason,
        "at": one.decided_at.isoformat(),
    }
