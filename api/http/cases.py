"""`/api/v1/cvs/{id}/case`: what a person's case told when it was looked up; days and employers, nothing of health."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.answers import WriteAnswer, etag
from api.http.corrections import IfMatch, require_match
from api.http.dependencies import Actor, AppComponents, Body, RecordId
from api.http.documentation import body_of
from api.http.reader import AReader, require_role
from indexer.records.audit_trail import Act
from indexer.records.errors import RecordNotFoundError
from indexer.records.stored import RecordKind
from matcher.cases.case_format import case_to_mapping, read_case
from matcher.wording.views import View

router = APIRouter(prefix="/api/v1/cvs", tags=["CVs"])
BODY = {
    "type": "object",
    "properties": {
        "protected": {"type": "boolean", "description": "Name and address are protected"},
        "employers": {"type": "array", "items": {"type": "string"}, "description": "CVR numbers"},
        "away": {"type": "boolean", "description": "Cannot be proposed now; why is not for here"},
        "away_until": {"type": ["string", "null"], "format": "date", "description": "The last day, where known"},
    },
}


@router.get("/{cv_id}/case")
def show_case(components: AppComponents, actor: Actor, reader: AReader, cv_id: RecordId) -> JSONResponse:
    """What the case told last, by whom and when it was looked up; 404 where nobody has looked."""
    require_role(reader, View.CONSULTANT)
    with components.database.transaction(actor, "se sag") as record:
        found = record.case_lookups.latest(cv_id)
        if found is None:
            raise RecordNotFoundError(RecordKind.CV, f"Sagen {cv_id}")
        record.audit_trail.note(Act.LOOKED_UP, RecordKind.CV, cv_id)
    return JSONResponse(case_to_mapping(found), headers={"ETag": etag(found.revision)})


@router.put(
    "/{cv_id}/case",
    openapi_extra=body_of(BODY),
)
def look_up_case(
    components: AppComponents, actor: Actor, reader: AReader, cv_id: RecordId, body: Body, if_match: IfMatch = None
) -> JSONResponse:
    """Note what the case tells now; `If-Match` names the look-up before, where there is one."""
    require_role(reader, View.CONSULTANT)
    facts = read_case(body.value)
    with components.database.reading() as record:
        last = record.case_lookups.latest(cv_id)
    if last is not None:
        require_match(if_match, f"{cv_id}/sag", last.revision)
    with components.database.transaction(actor, "slå sag op") as record:
        found = record.case_lookups.add(cv_id, facts, expected_revision=last.revision if last else 0)
    return WriteAnswer(200 if last else 201, case_to_mapping(found), found.revision).response()
