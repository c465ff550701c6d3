"""The page where a consultant sees two people of an order's list side by side."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.order_views import is_synthetic_cv, is_synthetic_order
from api.pages.language import language_of
from api.pages.rendering import render
from matcher.why.comparing import Comparing, lacking, summary
from matcher.why.sentences import summary as standing
from matcher.wording.reader import Reader
from matcher.wording.tables import wording

router = APIRouter(include_in_schema=False)
PICKED = "cv."  # a person's box in the list; the number behind it is the place
TWO = 2
WORDS = 8  # of those that both sides share


@router.get("/ordrer/{order_id}/sammenlign")
def compare_picked(components: AppComponents, request: Request, actor: Actor, order_id: RecordId) -> HTMLResponse:
    """The two who were picked in the list; who picked fewer or more is told so."""
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
    shown: dict[str, object] = {"order": order, "synthetic": is_synthetic_order(order_id), "found": None}
    given = request.query_params.multi_items()
    picked = list(dict.fromkeys(value for name, value in given if name == "cv" or name.startswith(PICKED)))
    if len(picked) != TWO:
        return render(request, "sammenlign.html", shown, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    reader = Reader(wording(language_of(request)), components.catalog)
    found = Comparing(components.whys).compare(order_id, picked[0], picked[1], actor=actor, reader=reader)
    people = [
        {
            "cv": why.cv.value,
            "standing": standing(why, reader),
            "lacks": [reader.demand(demand) for demand in lacking(why.place.scored)],
            "matched": [f"{one.order.text} – {one.cv.text}" for one in why.matched[:WORDS]],
            "score": why.place.scored.score,
            "synthetic": is_synthetic_cv(why.cv.value.id),
        }
        for why in (found.one, found.other)
    ]
    shown |= {"found": found, "people": people, "summary": summary(found, reader.words)}
    return render(request, "sammenlign.html", shown)
