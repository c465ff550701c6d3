"""`/api/v1/cvs/{id}/insight`: what is kept of a person, for the consultant to hand to that person (GDPR article 15)."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.reader import AReader, require_role
from matcher.insight import insight, insight_to_mapping
from matcher.wording.views import View

router = APIRouter(prefix="/api/v1/cvs", tags=["CVs"])


@router.get("/{cv_id}/insight")
def show_insight(components: AppComponents, actor: Actor, reader: AReader, cv_id: RecordId) -> JSONResponse:
    """Every revision of the CV, places in lists, proposals, look-ups of the case, and when each was used and why.

    Names nobody else: not those who stood in the same lists, nor who looked.
    """
    require_role(reader, View.CONSULTANT)
    return JSONResponse(insight_to_mapping(insight(components.database, cv_id, actor=actor)))
