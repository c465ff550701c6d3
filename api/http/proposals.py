"""`/api/v1/job-orders/{id}/proposals`: whom a consultant proposed (formidling), and what became of it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.answers import IdempotencyKey, WriteAnswer, answer_once, etag
from api.http.corrections import IfMatch, require_match
from api.http.dependencies import Actor, AppComponents, Body, RecordId
from api.http.documentation import body_of
from api.http.reader import AReader, require_role
from indexer.records.audit_trail import Act
from indexer.records.stored import RecordKind
from matcher.json_input import LONGEST_REASON
from matcher.lifecycles.proposals import PROPOSALS, ProposalState
from matcher.proposals.proposal_format import proposal_to_mapping, read_proposal, step_to_mapping
from matcher.proposals.proposing import require_proposal
from matcher.wording.views import View

router = APIRouter(prefix="/api/v1/job-orders", tags=["Proposals"])
REASON = {"type": "string", "maxLength": LONGEST_REASON, "description": "Never of health."}
PROPOSAL = {
    "type": "object",
    "required": ["cv"],
    "properties": {
        "cv": {"type": "string", "description": "Id of the CV"},
        "reason": {**REASON, "description": "Why nevertheless, where a rule holds the person back. Never of health."},
    },
}
MOVE = {
    "type": "object",
    "required": ["state"],
    "properties": {
        "state": {"type": "string", "enum": [state.value for state in ProposalState]},
        "reason": {**REASON, "description": "Required for `ikke_ansat`. Never of health."},
    },
}


@router.post(
    "/{order_id}/proposals",
    status_code=201,
    openapi_extra=body_of(PROPOSAL),
)
def propose(
    components: AppComponents,
    actor: Actor,
    reader: AReader,
    order_id: RecordId,
    body: Body,
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """Propose a person for the order; 409 where a rule holds the person back and no reason is given."""
    require_role(reader, View.CONSULTANT)

    def work() -> WriteAnswer:
        step = components.proposing.propose(order_id, read_proposal(body.value), actor=actor)
        return WriteAnswer(201, step_to_mapping(step), step.revision)

    return answer_once(components.database, actor, f"proposals {order_id}", idempotency_key, body.text, work).response()


@router.get("/{order_id}/proposals")
def show_proposals(components: AppComponents, actor: Actor, reader: AReader, order_id: RecordId) -> JSONResponse:
    """Every proposal for the order with its steps, in the order in which the people were first proposed."""
    require_role(reader, View.CONSULTANT)
    proposals = components.proposing.of_order(order_id, actor=actor)
    return JSONResponse({"order": order_id, "proposals": [proposal_to_mapping(steps) for steps in proposals]})


@router.get("/{order_id}/proposals/{cv_id}")
def show_proposal(
    components: AppComponents, actor: Actor, reader: AReader, order_id: RecordId, cv_id: RecordId
) -> JSONResponse:
    """One proposal with its steps."""
    require_role(reader, View.CONSULTANT)
    with components.database.transaction(actor, "se forslag") as record:
        last = require_proposal(record, order_id, cv_id)
        steps = [step for step in record.proposals.of_order(order_id) if step.cv_id == cv_id]
        record.audit_trail.note(Act.LOOKED_UP, RecordKind.CV, cv_id)
    return JSONResponse(proposal_to_mapping(steps), headers={"ETag": etag(last.revision)})


@router.patch(
    "/{order_id}/proposals/{cv_id}",
    openapi_extra=body_of(MOVE),
)
def move_proposal(
    components: AppComponents,
    actor: Actor,
    reader: AReader,
    order_id: RecordId,
    cv_id: RecordId,
    body: Body,
    if_match: IfMatch = None,
) -> JSONResponse:
    """Note what became of the proposal; 409 where the lifecycle has no such move."""
    require_role(reader, View.CONSULTANT)
    with components.database.reading() as record:
        last = require_proposal(record, order_id, cv_id)
    require_match(if_match, f"{order_id}/{cv_id}", last.revision)
    moved = PROPOSALS.read_move(body.value)
    step = components.proposing.move(order_id, cv_id, moved, actor=actor, expected_revision=last.revision)
    return WriteAnswer(200, step_to_mapping(step), step.revision).response()
