"""`/api/v1/job-orders/{id}/reading`: what was read of an order, and a person's corrections of it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.answers import WriteAnswer, etag
from api.http.corrections import IfMatch, require_match
from api.http.dependencies import Actor, AppComponents, Body, RecordId
from api.http.documentation import body_of
from api.http.order_views import received_view
from indexer.intake import FieldProblem, IntakeError
from indexer.intake.json_form import JsonObject
from indexer.records.readings import ReadingCorrection
from matcher.json_input import LONGEST_OF_AN_ORDER, reason_of, reason_problems, refuse

router = APIRouter(prefix="/api/v1/job-orders", tags=["Job orders"])
BODY = {
    "type": "object",
    "description": (
        "`set`: demands as they are (kind, key, level, hard, excluded). `remove`, `undo`: demands by kind and key; "
        "undone ones are read from the words again. `occupations`: ids, in place of what was read. `terms`: "
        "hours_per_week, shifts, start, positions; null reads the words again. `reason`: why, for the audit trail."
    ),
}


@router.get("/{order_id}/reading")
def show_reading(components: AppComponents, order_id: RecordId) -> JSONResponse:
    """What was read, with the corrections in it, and every correction, newest first."""
    with components.database.reading() as record:
        stored = record.job_orders.require(order_id)
        reading, corrections = record.readings.latest(order_id), record.readings.corrections(order_id)
    shown = {"read": dict(reading.reading) if reading else None, "corrections": [_shown(one) for one in corrections]}
    return JSONResponse(shown, headers={"ETag": etag(stored.revision)})


@router.patch(
    "/{order_id}/reading",
    openapi_extra=body_of(BODY),
)
def correct_reading(
    components: AppComponents, actor: Actor, order_id: RecordId, body: Body, if_match: IfMatch = None
) -> JSONResponse:
    """Correct what was read: it stays however often the order is read again, and routing and ranking go by it."""
    with components.database.reading() as record:
        standing = record.job_orders.require(order_id)
    require_match(if_match, order_id, standing.revision)
    plain, reason = _parted(body.value)
    received = components.reception.correct_reading(
        order_id, plain, reason, actor=actor, expected_revision=standing.revision
    )
    components.index.notify()
    return WriteAnswer(200, received_view(received, components), received.outcome.stored.revision).response()


def _parted(value: object) -> tuple[JsonObject, str]:
    """The changes and the reason for them."""
    if not isinstance(value, dict):
        fix = 'Send et objekt: {"remove": [{"kind": "certificate", "key": "ADR"}], "reason": "…"}.'
        raise IntakeError((FieldProblem("", "Rettelsen er ikke et objekt.", fix),))
    refuse(reason_problems(value, LONGEST_OF_AN_ORDER))
    return {name: one for name, one in value.items() if name != "reason"}, reason_of(value)


def _shown(one: ReadingCorrection) -> JsonObject:
    return {
        "revision": one.revision,
        "correction": dict(one.correction),
        "by": one.corrected_by,
        "reason": one.reason,
        "at": one.corrected_at.isoformat(),
    }
