"""`/api/v1/job-orders/{id}/candidates`: who fits, in which order and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.reader import BY_LANGUAGE, AReader
from api.synthetic import is_synthetic_cv
from indexer.intake.json_form import JsonObject
from matcher.judging import EligibilityMode
from matcher.matching import MatchedList
from matcher.why.list_for_reader import list_for_reader
from matcher.wording.reader import Reader
from matcher.wording.verdicts import rule_name
from matcher.wording.views import KEPT_RULE, View, shows_rule

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
            "candidates": [{**line, **_beside(str(line["cv"]), open_proposals, reader.view)} for line in lines],
        },
        headers=BY_LANGUAGE,
    )


def _beside(cv_id: str, open_proposals: Mapping[str, int], view: View) -> JsonObject:
    """What is told beside the `rank` line; how many want the person is for those who propose."""
    synthetic: JsonObject = {"synthetic": is_synthetic_cv(cv_id)}
    return {"open_proposals": open_proposals.get(cv_id, 0), **synthetic} if view is View.CONSULTANT else synthetic


def fell_for(matched: MatchedList, reader: Reader) -> dict[str, JsonObject]:
    """How many each rule holds back, most first; those that the reader is not told of counted as one."""
    view = reader.view
    if view is View.EMPLOYER:
        return {}
    counted: Counter[str] = Counter() if view is View.CONSULTANT else Counter({KEPT_RULE: 0})
    for rule, count in matched.shortlist.fell_for.items():
        counted[rule if shows_rule(view, rule) else KEPT_RULE] += count
    most_first = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return {rule: {"label": rule_name(rule, reader.words), "count": count} for rule, count in most_first}
