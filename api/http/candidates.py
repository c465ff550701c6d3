"""`/api/v1/job-orders/{id}/candidates`: who fits, in which order and why, and why somebody is not there."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from api.http import labels
from api.http.dependencies import Actor, RecordId, TheHouse
from api.http.order_views import is_synthetic_cv
from api.http.search_state import Plain
from matcher.matching import ExplainedPlace, Matched
from matcher.plain import place_to_mapping
from matcher.shortlist import EligibilityMode

router = APIRouter(prefix="/api/v1/job-orders", tags=["Candidates"])
MOST = 500
Top = Annotated[int, Query(ge=1, le=MOST, description="Places in the list.")]
Eligibility = Annotated[
    EligibilityMode, Query(description="`on` leaves out who may not be proposed, `show` lists them last, `off` all.")
]


@router.get("/{order_id}/candidates")
def list_candidates(
    house: TheHouse,
    actor: Actor,
    order_id: RecordId,
    top: Top = 50,
    eligibility: Eligibility = EligibilityMode.ON,
) -> JSONResponse:
    """The ranked list with parts and reasons; it is kept under its number, with the versions that made it."""
    matched = house.matching.candidates(order_id, actor=actor, top=top, mode=eligibility)
    return JSONResponse(
        {
            "order": order_id,
            "order_revision": matched.order_revision,
            "list": matched.number,
            "considered": matched.shortlist.considered,
            "fell_for": fell_for(matched),
            "candidates": [candidate_view(order_id, found) for found in matched.places],
        }
    )


@router.get("/{order_id}/candidates/{cv_id}")
def explain_candidate(house: TheHouse, actor: Actor, order_id: RecordId, cv_id: RecordId) -> JSONResponse:
    """Why this person has this place, or why not in the list: every rule's answer beside the parts and reasons."""
    found, ranked, eligible = house.matching.one(order_id, cv_id, actor=actor)
    place = found.place
    return JSONResponse(
        {
            **candidate_view(order_id, found),
            "in_list": place.eligibility.eligible,
            "ranked": ranked,
            "eligible_ranked": eligible,
            "summary": summary(found, eligible),
            "rules": [
                {
                    "rule": verdict.rule,
                    "label": labels.RULES[verdict.rule],
                    "answer": verdict.answer.value,
                    "reason": verdict.reason,
                }
                for verdict in place.eligibility.verdicts
            ],
        }
    )


def candidate_view(order_id: str, found: ExplainedPlace) -> Plain:
    """The `rank` line of a place."""
    line = place_to_mapping(order_id, found.place, found.reasons)
    return {**line, "cv_revision": found.cv_revision, "synthetic": is_synthetic_cv(found.place.candidate_id)}


def fell_for(matched: Matched) -> dict[str, Plain]:
    """How many each rule holds back, most first."""
    counted = sorted(matched.shortlist.fell_for.items(), key=lambda pair: (-pair[1], pair[0]))
    return {rule: {"label": labels.RULES[rule], "count": count} for rule, count in counted}


def summary(found: ExplainedPlace, eligible: int) -> str:
    """The place, or the absence, in one sentence."""
    if found.blocked_by:
        return f"Kan ikke foreslås til ordren: {' '.join(found.blocked_by)}"
    return f"Nr. {found.place.rank} af {eligible}, der kan foreslås."
