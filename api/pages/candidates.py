"""Pages for the consultant: the ranked list of an order, and why one person stands where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api import labels
from api.http.candidates import Eligibility, Top, fell_for
from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.order_views import is_synthetic_cv, is_synthetic_order
from api.pages.language import language_of
from api.pages.rendering import render
from indexer.intake.job_order import JobOrder
from indexer.records.proposals import latest_steps
from matcher.judging import EligibilityMode
from matcher.orders.closing import state_of
from matcher.proposals.json_input import LONGEST_REASON
from matcher.proposals.lifecycle import OPEN
from matcher.shortlist import Place
from matcher.why import sentences
from matcher.why.changes import WhatIf
from matcher.why.comparing import lacking
from matcher.why.list_for_reader import list_for_reader
from matcher.why.why_format import changes_to_mapping, why_to_mapping
from matcher.wording.reader import Reader
from matcher.wording.tables import wording

router = APIRouter(include_in_schema=False)
REASONS_SHOWN = 6  # before somebody asks for the rest
MODES = {"on": "kun dem, der kan foreslås", "show": "alle, de udelukkede sidst", "off": "alle efter egnethed alene"}


@router.get("/ordrer/{order_id}/kandidater")
def show_candidates(
    components: AppComponents,
    request: Request,
    actor: Actor,
    order_id: RecordId,
    top: Top = 20,
    eligibility: Eligibility = EligibilityMode.ON,
) -> HTMLResponse:
    """The ranked list with score bars, reasons, what must be asked, and how many fell for which rule."""
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
    reader = Reader(wording(language_of(request)), components.catalog)
    matched = components.matching.candidates(order_id, actor=actor, top=top, mode=eligibility)
    lines = {str(line["cv"]): line for line in list_for_reader(components.matching, order_id, matched, reader)}
    with components.database.reading() as record:
        open_counts = record.proposals.counts(OPEN, list(lines))
        steps = latest_steps(record.proposals.of_order(order_id))
        state = state_of(record.order_steps.of_order(order_id))
        headlines = {cv_id: stored.value.headline for cv_id, stored in record.cvs.get_many(list(lines)).items()}
    best = max((found.place.scored.score for found in matched.places), default=0.0)
    return render(
        request,
        "kandidater.html",
        order=order,
        matched=matched,
        fell_for=fell_for(matched, reader),
        told=lines,
        state=state.value,
        order_states=labels.ORDER_STATES,
        still_open=sum(step.state in OPEN for step in steps),
        reasons_shown=REASONS_SHOWN,
        lacks={
            found.place.candidate_id: [reader.demand(one) for one in lacking(found.place.scored)]
            for found in matched.places
        },
        everybody=asked_of_everybody(matched.shortlist.places, order, reader),
        best=max(best, 1.0),
        open_counts=open_counts,
        headlines=headlines,
        proposed=len(steps),
        synthetic_cv=is_synthetic_cv,
        synthetic=is_synthetic_order(order_id),
        top=top,
        mode=eligibility.value,
        modes=MODES,
    )


@router.get("/ordrer/{order_id}/kandidater/{cv_id}")
def show_why(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, cv_id: RecordId
) -> HTMLResponse:
    """Why this place, or why not in the list: points, every rule's answer, and what would change it."""
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
        proposed, counts = record.proposals.latest(order_id, cv_id), record.proposals.counts(OPEN, [cv_id])
    reader = Reader(wording(language_of(request)), components.catalog)
    why = components.whys.why(order_id, cv_id, actor=actor, reader=reader)
    told = why_to_mapping(why, reader)
    changes = changes_to_mapping(WhatIf(components.whys).changes(order_id, cv_id, actor=actor), reader)
    return render(
        request,
        "hvorfor.html",
        order=order,
        cv_id=cv_id,
        why=why,
        told=told,
        against=sentences.against(why, reader),
        changes=changes,
        points=sorted(reader.parts(why.place.scored).items(), key=lambda part: -abs(part[1])),
        hours=labels.CV_HOURS.get(why.cv.value.hours or "", ""),
        answers=labels.ANSWERS,
        states=labels.STATES,
        proposed=proposed,
        open_count=counts.get(cv_id, 0),
        longest_reason=LONGEST_REASON,
        synthetic=is_synthetic_order(order_id) or is_synthetic_cv(cv_id),
    )


def asked_of_everybody(places: Sequence[Place], order: JobOrder, reader: Reader) -> list[str]:
    """What must be asked of all of them, so that it is shown once above the list."""
    common = [one for place in places[:1] for one in place.eligibility.to_ask if one.of_everybody]
    if any(one not in place.eligibility.to_ask for one in common for place in places):
        return []  # some people's cases have been looked up
    return [reader.verdict(one, places[0], order) for one in common]
