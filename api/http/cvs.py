"""`/api/v1/cvs`: a citizen's CV; every look-up leaves a line in the audit trail."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.answers import IdempotencyKey, WriteAnswer, answer_once, etag, written
from api.http.corrections import IfMatch, merged, require_match
from api.http.dependencies import Actor, AppComponents, Body, RecordId
from api.http.documentation import json_request
from api.http.intake import take_cv
from api.http.search_state import search_state
from api.synthetic import is_synthetic_cv
from api.wiring import Components
from indexer.intake import cv_to_mapping, read_cv
from indexer.intake.cv import Cv
from indexer.intake.json_form import JsonObject
from indexer.records.audit_trail import Act
from indexer.records.stored import Put, RecordKind, Stored

router = APIRouter(prefix="/api/v1/cvs", tags=["CVs"])


@router.post("", status_code=201, openapi_extra=json_request("Cv"))
def receive_cv(
    components: AppComponents, actor: Actor, body: Body, idempotency_key: IdempotencyKey = None
) -> JSONResponse:
    """Receive a CV; the same id again is an update, the same content again changes nothing."""

    def receive() -> WriteAnswer:
        outcome = take_cv(components, read_cv(body.value), actor)
        return written(outcome.change, _received(outcome, components), outcome.stored.revision)

    return answer_once(components.database, actor, "cvs", idempotency_key, body.text, receive).response()


@router.get("/{cv_id}")
def read_one_cv(components: AppComponents, actor: Actor, cv_id: RecordId) -> JSONResponse:
    """The CV in the public format with its revision."""
    stored = look_up(components, cv_id, actor, "se CV")
    content = {**cv_to_mapping(stored.value), "revision": stored.revision, "synthetic": is_synthetic_cv(cv_id)}
    return JSONResponse(content, headers={"ETag": etag(stored.revision)})


@router.patch("/{cv_id}", openapi_extra=json_request("Cv", patch=True))
def correct_cv(
    components: AppComponents, actor: Actor, cv_id: RecordId, body: Body, if_match: IfMatch = None
) -> JSONResponse:
    """Correct fields of the public format (JSON merge patch)."""
    standing = look_up(components, cv_id, actor, "ret CV")
    require_match(if_match, cv_id, standing.revision)
    cv = read_cv(merged(cv_to_mapping(standing.value), body.value, cv_id))
    outcome = take_cv(components, cv, actor, standing.revision)
    return WriteAnswer(200, _received(outcome, components), outcome.stored.revision).response()


def look_up(components: Components, cv_id: str, actor: str, purpose: str) -> Stored[Cv]:
    """The CV, with a line in the audit trail; raises RecordNotFoundError."""
    with components.database.transaction(actor, purpose) as record:
        stored = record.cvs.require(cv_id)
        record.audit_trail.note(Act.LOOKED_UP, RecordKind.CV, cv_id, stored.revision)
    return stored


def _received(outcome: Put[Cv], components: Components) -> JsonObject:
    # The answer may be kept under an idempotency key: it repeats nothing of the CV.
    stored = outcome.stored
    return {
        "id": stored.value.id,
        "revision": stored.revision,
        "change": outcome.change.value,
        "search": search_state(components),
    }
