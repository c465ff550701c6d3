"""The page where a consultant sees two people of an order's list side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.language import PageReader
from api.pages.picked import picked_people
from api.pages.rendering import render
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.why.answer import Why
from matcher.why.comparing import Comparing, Comparison, lacking, summary
from matcher.why.sentences import summary as standing
from matcher.wording.reader import Reader

router = APIRouter(include_in_schema=False)
TWO = 2
WORDS = 8  # of those that both sides share


@dataclass(frozen=True, slots=True)
class PersonBeside:
    """One of the two: how the person stands, what is lacking, and the words shared with the order."""

    cv: Cv
    standing: str
    lacks: Sequence[str]
    matched: Sequence[str]
    score: float


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two people with the parts of their scores; None where not two were picked."""

    template: ClassVar[str] = "sammenlign.html"
    order: JobOrder
    found: Comparison | None = None
    summary: Sequence[str] = ()
    people: Sequence[PersonBeside] = ()


@router.get("/ordrer/{order_id}/sammenlign")
def compare_picked(
    components: AppComponents, request: Request, actor: Actor, reader: PageReader, order_id: RecordId
) -> HTMLResponse:
    """The two who were picked in the list; who picked fewer or more is told so."""
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
    picked = picked_people(request.query_params.multi_items())
    if len(picked) != TWO:
        return render(request, ComparisonPage(order), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    found = Comparing(components.whys).compare(order_id, picked[0], picked[1], actor=actor, reader=reader)
    people = [_beside(why, reader) for why in (found.one, found.other)]
    return render(request, ComparisonPage(order, found, summary(found, reader.words), people))


def _beside(why: Why, reader: Reader) -> PersonBeside:
    return PersonBeside(
        cv=why.cv.value,
        standing=standing(why, reader),
        lacks=[reader.demand(demand) for demand in lacking(why.place.scored)],
        matched=[one.said for one in why.matched[:WORDS]],
        score=why.place.scored.score,
    )
