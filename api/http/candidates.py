"""`/api/v1/job-orders/{id}/candidates`: who fits, in which order and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.reader import BY_LANGUAGE, AReader
from api.http.search_state import search_state
from api.synthetic import is_synthetic_cv
from indexer.intake.json_form import JsonObject
from matcher.shortlisting.judging import EligibilityMode
from matcher.why.list_for_reader import fell_for, list_for_reader
from matcher.wording.views import View

router = APIRouter(prefix="/api/v1/job-orders", tags=["Candidates"])
MOST = 500
Top = Annotated[int, Query(ge=1, le=MOST, description="Places in the list.")]
Eligibility = Annotated[
    EligibilityMode, Query(description="`on` leaves out who may not be proposed, `show` lists them last, `off` all.")
]


@router.get("/{order_id}/candidates")
def list_candidates(
    components: AppComponents,
    actor: Actor,
    reader: AReader,
    order_id: RecordId,
    top: Top = 50,
    eligibility: Eligibility = EligibilityMode.ON,
) -> JSONResponse:
    """The ranked list with parts and reasons; it is kept under its number, with the versions that made it."""
    if reader.view is View.EMPLOYER:
        eligibility = EligibilityMode.ON  # who may not be proposed is not named to an employer
    search = search_state(components)  # before the list is made: people are missing from it while the index is filled
    matching = components.matching_for(reader.view)
    matched = matching.candidates(order_id, actor=actor, top=top, mode=eligibility)
    lines = list_for_reader(matching, order_id, matched, reader)
    open_proposals = components.proposing.open_counts([str(line["cv"]) for line in lines])
    return JSONResponse(
        {
            "order": order_id,
            "order_revision": matched.order_revision,
            "list": matched.number,
            "considered": matched.shortlist.considered,
            "fell_for": fell_for(matched, reader),
            "search": search,
            "candidates": [{**line, **_beside(str(line["cv"]), open_proposals, reader.view)} for line in lines],
        },
        headers=BY_LANGUAGE,
    )


def _beside(cv_id: str, open_proposals: Mapping[str, int], view: View) -> JsonObject:
    """What is told beside the `rank` line; how many want the person is for those who propose."""
    synthetic: JsonObject = {"synthetic": is_synthetic_cv(cv_id)}
    return {"open_proposals": open_proposals.get(cv_id, 0), **synthetic} if view is View.CONSULTANT else synthetic
