"""Pages for the consultant: the ranked list of an order, and why one person stands where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api import labels
from api.http.candidates import Eligibility, Top
from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.language import PageReader
from api.pages.order_standing import OrderStanding, order_standing
from api.pages.rendering import render
from api.wiring import Components
from indexer.intake.job_order import JobOrder
from indexer.intake.json_form import JsonObject
from indexer.records.proposals import ProposalStep, latest_steps
from matcher.lifecycles.proposals import OPEN, ProposalState
from matcher.lists.matching import MatchedList
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import ListPlace
from matcher.why import sentences
from matcher.why.answer import Why
from matcher.why.changes import WhatIf
from matcher.why.comparing import lacking
from matcher.why.list_for_reader import fell_for, list_for_reader
from matcher.why.why_format import changes_to_mapping, why_to_mapping
from matcher.wording.reader import Reader

router = APIRouter(include_in_schema=False)
REASONS_SHOWN = 6  # before somebody asks for the rest
MODES = {"on": "kun dem, der kan foreslås", "show": "alle, de udelukkede sidst", "off": "alle efter egnethed alene"}


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in the list: the place, what is told of it, what is missing, and whether the case was looked up."""

    place: ListPlace
    told: JsonObject
    lacks: Sequence[str]
    headline: str
    open_proposals: int
    hired: bool  # for another order: this one's list leaves out who was proposed for it
    may_be_proposed: bool
    looked_up: bool


@dataclass(frozen=True, slots=True)
class CandidatesPage:
    """A list that was just made, with how many fell for which rule and what must be asked of everybody."""

    template: ClassVar[str] = "kandidater.html"
    order: JobOrder
    standing: OrderStanding
    number: int
    considered: int
    people: Sequence[PersonLine]
    fell_for: Sequence[JsonObject]
    everybody: Sequence[str]
    proposed: int
    top: int
    mode: str
    modes: Mapping[str, str]
    best: float
    reasons_shown: int = REASONS_SHOWN


@dataclass(frozen=True, slots=True)
class WhyPage:
    """Why a person has a place or none, what would change it, and the person's proposals."""

    template: ClassVar[str] = "hvorfor.html"
    order: JobOrder
    why: Why
    told: JsonObject
    against: Sequence[str]
    changes: JsonObject
    points: Sequence[tuple[str, str, float]]  # name, what it counts where only that tells, points
    hours: str
    answers: Mapping[str, str]
    proposed: ProposalStep | None
    open_proposals: int
    hired: bool


@router.get("/ordrer/{order_id}/kandidater")
def show_candidates(
    components: AppComponents,
    request: Request,
    actor: Actor,
    reader: PageReader,
    order_id: RecordId,
    top: Top = 20,
    eligibility: Eligibility = EligibilityMode.ON,
) -> HTMLResponse:
    """The ranked list with score bars, reasons, what must be asked, and how many fell for which rule."""
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
    matched = components.matching.candidates(order_id, actor=actor, top=top, mode=eligibility)
    with components.database.reading() as record:
        latest = latest_steps(record.proposals.of_order(order_id))
        standing = order_standing(record.order_steps.of_order(order_id), latest)
    page = CandidatesPage(
        order=order,
        standing=standing,
        number=matched.number,
        considered=matched.shortlist.considered,
        people=_people(components, order_id, matched, reader),
        fell_for=list(fell_for(matched, reader).values()),
        everybody=asked_of_everybody(matched.shortlist.places, reader),
        proposed=len(latest),
        top=top,
        mode=eligibility.value,
        modes=MODES,
        best=max([found.place.scored.score for found in matched.places] + [1.0]),
    )
    return render(request, page)


@router.get("/ordrer/{order_id}/kandidater/{cv_id}")
def show_why(
    components: AppComponents, request: Request, actor: Actor, reader: PageReader, order_id: RecordId, cv_id: RecordId
) -> HTMLResponse:
    """Why this place, or why not in the list: points, every rule's answer, and what would change it."""
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
        proposed, counts = record.proposals.latest(order_id, cv_id), record.proposals.counts(OPEN, [cv_id])
    why = components.whys.why(order_id, cv_id, actor=actor, reader=reader)
    page = WhyPage(
        order=order,
        why=why,
        told=why_to_mapping(why, reader),
        against=sentences.against(why, reader),
        changes=changes_to_mapping(WhatIf(components.whys).changes(order_id, cv_id, actor=actor), reader),
        points=_points(why, reader),
        hours=labels.CV_HOURS.get(why.cv.value.hours or "", ""),
        answers=labels.ANSWERS,
        proposed=proposed,
        open_proposals=counts.get(cv_id, 0),
        hired=cv_id in components.proposing.hired([cv_id]) and not (proposed and proposed.state == ProposalState.HIRED),
    )
    return render(request, page)


def _points(why: Why, reader: Reader) -> list[tuple[str, str, float]]:
    """The parts of the score, the largest first."""
    parts, meanings = reader.parts(why.place.scored), reader.words.names["meanings"]
    return [(name, meanings.get(name, ""), parts[name]) for name in sorted(parts, key=lambda part: -abs(parts[part]))]


def _people(components: Components, order_id: str, matched: MatchedList, reader: Reader) -> list[PersonLine]:
    told = {str(line["cv"]): line for line in list_for_reader(components.matching, order_id, matched, reader)}
    hired = components.proposing.hired(list(told))
    with components.database.reading() as record:
        open_counts = record.proposals.counts(OPEN, list(told))
        cvs = record.cvs.get_many(list(told))
    return [
        PersonLine(
            place=found.place,
            told=told[cv_id],
            lacks=list(dict.fromkeys(reader.demand(one) for one in lacking(found.place.scored))),
            headline=cvs[cv_id].value.headline if cv_id in cvs else "",
            open_proposals=open_counts.get(cv_id, 0),
            hired=cv_id in hired,
            may_be_proposed=not found.blocked_by,
            looked_up=not any(one.of_everybody for one in found.place.eligibility.to_ask),
        )
        for found in matched.places
        for cv_id in [found.place.candidate_id]
        if cv_id in told  # nobody who was erased meanwhile
    ]


def asked_of_everybody(places: Sequence[ListPlace], reader: Reader) -> list[str]:
    """What must be asked of all whose case has not been looked up, so that it is shown once above the list."""
    asked = (reader.verdict(one, place) for place in places for one in place.eligibility.to_ask if one.of_everybody)
    return list(dict.fromkeys(asked))
