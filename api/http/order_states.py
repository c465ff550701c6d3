"""`/api/v1/job-orders/{id}/state`: an order is closed, with what became of it, and opened again."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.answers import etag
from api.http.corrections import IfMatch, require_match
from api.http.dependencies import Actor, AppComponents, Body, RecordId
from api.http.documentation import body_of
from matcher.json_input import LONGEST_REASON
from matcher.lifecycles.orders import ORDERS, OrderState
from matcher.orders.closing import move_order, revision_of, steps_to_mapping

router = APIRouter(prefix="/api/v1/job-orders", tags=["Job orders"])
MOVE = {
    "type": "object",
    "required": ["state"],
    "properties": {
        "state": {"type": "string", "enum": [state.value for state in OrderState]},
        "reason": {"type": "string", "maxLength": LONGEST_REASON, "description": "Required for `ubesat`."},
    },
}


@router.get("/{order_id}/state")
def show_state(components: AppComponents, order_id: RecordId) -> JSONResponse:
    """How the order stands, what it can become, and how it was closed and opened before."""
    with components.database.reading() as record:
        record.job_orders.require(order_id)
        steps = record.order_steps.of_order(order_id)
    return JSONResponse(steps_to_mapping(order_id, steps), headers={"ETag": etag(revision_of(steps))})


@router.patch("/{order_id}/state", openapi_extra=body_of(MOVE))
def change_state(
    components: AppComponents, actor: Actor, order_id: RecordId, body: Body, if_match: IfMatch = None
) -> JSONResponse:
    """Close the order or open it again; a closed order is no longer among the open jobs. 409 for other moves."""
    with components.database.reading() as record:
        record.job_orders.require(order_id)
        revision = revision_of(record.order_steps.of_order(order_id))
    require_match(if_match, order_id, revision)
    moved = ORDERS.read_move(body.value)
    steps = move_order(components.database, order_id, moved, actor=actor, expected_revision=revision)
    components.index.notify()
    return JSONResponse(steps_to_mapping(order_id, steps), headers={"ETag": etag(revision_of(steps))})
