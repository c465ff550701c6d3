"""`/api/v1/job-orders`: receive, read, correct."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.answers import IdempotencyKey, WriteAnswer, answer_once, etag, written
from api.http.corrections import IfMatch, merged, require_match
from api.http.dependencies import Actor, AppComponents, Body, RecordId
from api.http.documentation import json_request
from api.http.intake import take_order
from api.http.order_views import known_order, order_view, received_view
from indexer.intake import job_order_to_mapping, read_job_order

router = APIRouter(prefix="/api/v1/job-orders", tags=["Job orders"])


@router.post("", status_code=201, openapi_extra=json_request("JobOrder"))
def receive_job_order(
    components: AppComponents, actor: Actor, body: Body, idempotency_key: IdempotencyKey = None
) -> JSONResponse:
    """Receive an order; the same id again is an update, the same content again changes nothing.

    The order is kept, read and routed in one transaction. `candidates` is null while the search is down.
    """

    def receive() -> WriteAnswer:
        received = take_order(components, read_job_order(body.value), actor)
        revision = received.outcome.stored.revision
        return written(received.outcome.change, received_view(received, components), revision)

    return answer_once(components.database, actor, "job-orders", idempotency_key, body.text, receive).response()


@router.get("/{order_id}")
def read_one_job_order(components: AppComponents, order_id: RecordId) -> JSONResponse:
    """The order in the public format, with its route, what was read, its owner and its revision."""
    with components.database.reading() as record:
        known = known_order(record, order_id, components.catalog)
    return JSONResponse(order_view(known, components.catalog), headers={"ETag": etag(known.stored.revision)})


@router.patch("/{order_id}", openapi_extra=json_request("JobOrder", patch=True))
def correct_job_order(
    components: AppComponents, actor: Actor, order_id: RecordId, body: Body, if_match: IfMatch = None
) -> JSONResponse:
    """Correct fields of the public format (JSON merge patch); the order is read and routed again."""
    with components.database.reading() as record:
        standing = record.job_orders.require(order_id)
    require_match(if_match, order_id, standing.revision)
    order = read_job_order(merged(job_order_to_mapping(standing.value), body.value, order_id))
    received = take_order(components, order, actor, standing.revision)
    return WriteAnswer(200, received_view(received, components), received.outcome.stored.revision).response()
