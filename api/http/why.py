"""Explains why a person has a place or none, what would change it, and how two people compare."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.reader import BY_LANGUAGE, AReader, require_role
from api.refusals import QueryError
from api.synthetic import is_synthetic_cv
from indexer.intake import FieldProblem
from matcher.why.answer import SHOWN
from matcher.why.changes import WhatIf
from matcher.why.comparing import Comparing
from matcher.why.why_format import changes_to_mapping, comparison_to_mapping, order_outcome_to_mapping, why_to_mapping
from matcher.wording.views import View

router = APIRouter(prefix="/api/v1/job-orders", tags=["Candidates"])
Shown = Annotated[int, Query(ge=1, le=500, description="Places that the list shows.")]


@router.get("/{order_id}/candidates/{cv_id}")
def explain_candidate(
    components: AppComponents, actor: Actor, reader: AReader, order_id: RecordId, cv_id: RecordId, shown: Shown = SHOWN
) -> JSONResponse:
    """Why this person has this place, or why not in the list: parts, reasons, every rule, and who stands above."""
    answer = components.whys_for(reader.view).why(order_id, cv_id, actor=actor, shown=shown, reader=reader)
    plain = why_to_mapping(answer, reader)
    return JSONResponse({**plain, "synthetic": is_synthetic_cv(cv_id)}, headers=BY_LANGUAGE)


@router.get("/{order_id}/candidates/{cv_id}/changes")
def explain_changes(
    components: AppComponents, actor: Actor, reader: AReader, order_id: RecordId, cv_id: RecordId, shown: Shown = SHOWN
) -> JSONResponse:
    """What would change it: the smallest changes of the person, and of the order, each found by running it."""
    require_role(reader, View.CONSULTANT, View.COORDINATOR)
    found = WhatIf(components.whys_for(reader.view)).changes(order_id, cv_id, actor=actor, shown=shown)
    return JSONResponse(changes_to_mapping(found, reader), headers=BY_LANGUAGE)


@router.get("/{order_id}/changes")
def explain_order_changes(components: AppComponents, reader: AReader, order_id: RecordId) -> JSONResponse:
    """What the order could do without, and how many more could then be proposed."""
    require_role(reader, View.CONSULTANT, View.COORDINATOR)
    eased = WhatIf(components.whys_for(reader.view)).order_changes(order_id)
    of_nobody = replace(reader, view=View.COORDINATOR)  # no person is asked about
    told = [order_outcome_to_mapping(one, of_nobody) for one in eased]
    return JSONResponse({"order": order_id, "changes": told}, headers=BY_LANGUAGE)


@router.get("/{order_id}/compare")
def compare_candidates(
    components: AppComponents,
    actor: Actor,
    reader: AReader,
    order_id: RecordId,
    cv: Annotated[list[str], Query(min_length=2, max_length=2, description="The two CVs: `cv=A&cv=B`.")],
) -> JSONResponse:
    """Two people side by side: parts that sum to their scores, words on both sides, what each lacks."""
    require_role(reader, View.CONSULTANT, View.COORDINATOR)
    if cv[0] == cv[1]:
        raise QueryError((FieldProblem("cv", "Det er den samme person to gange.", "Angiv to forskellige CV'er."),))
    found = Comparing(components.whys_for(reader.view)).compare(order_id, *cv, actor=actor, reader=reader)
    return JSONResponse(comparison_to_mapping(found, reader), headers=BY_LANGUAGE)
