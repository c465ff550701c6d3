"""The job shop (jobbutik): everybody searches the open jobs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api import labels
from api.errors import problem_of
from api.http.dependencies import AppComponents, RecordId
from api.http.job_answers import FacetValue, facet_values
from api.http.job_highlights import job_highlights
from api.http.job_query import DEEPEST, JobQueryReader
from api.http.jobs import open_job
from api.http.public_job import PUBLIC, public_job
from api.http.refusals import QueryError
from api.pages.excerpts import excerpt, marked
from api.pages.rendering import render
from api.wiring import Components
from indexer.engines.contract import SearchUnavailableError
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from matcher.job_questions import RADIUS_KM, JobQuestion
from taxonomy.places import places

router = APIRouter(include_in_schema=False)
A_PAGE = 20
CHOICES_SHOWN = 8  # of a facet, besides those chosen
FACETS = ("trade", "occupation", "order_type", "hours", "shift")
RADII = (5, 10, 20, 30, 50, 100)
LABELS = {"q": "Hvad søger du?", "postcode": "Postnummer", "radius_km": "Højst", **labels.FACETS}
AS_WORDS = ("towns", "words")
Pairs = Sequence[tuple[str, str]]


@router.get("/jobs")
def show_search(components: AppComponents, request: Request) -> HTMLResponse:
    """The form, facets with counts, the page of hits, and ways to the other pages."""
    given = [(name, value) for name, value in request.query_params.multi_items() if value.strip()]
    shown: dict[str, object] = {"given": request.query_params, "radii": RADII, "answer": None, "problems": ()}
    shown |= {"outage": False, "labels": LABELS, "hidden": _narrowed(given)}
    status = 200
    try:
        question = replace(JobQueryReader(request.query_params, components.catalog).read(), limit=A_PAGE)
        shown |= _answered(components, question, given)
    except QueryError as error:
        status, shown["problems"] = problem_of(error).status, error.problems
        shown["hidden"] = _narrowed(given, {one.field for one in error.problems})
    except SearchUnavailableError as error:
        status, shown["outage"] = problem_of(error).status, True
    return render(request, "jobs.html", shown, status=status)


@router.get("/jobs/{job_id}")
def show_job(components: AppComponents, request: Request, job_id: RecordId) -> HTMLResponse:
    """One open job, and others like it while the search is up."""
    stored = open_job(components, job_id)
    job = _shown(components, stored)
    return render(
        request,
        "job.html",
        job=job,
        shift=labels.SHIFTS.get(str(job.get("shift"))),
        similar=_similar(components, stored.value),
    )


def _shown(components: Components, stored: Stored[JobOrder]) -> dict[str, object]:
    """The public job with every field, None where the order is silent."""
    return {**dict.fromkeys(PUBLIC), **public_job(stored, components.catalog)}


def _found(job: dict[str, object], sought: Sequence[str]) -> dict[str, object]:
    """The job with its title and a stretch of its text in pieces, the words sought marked."""
    spans: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
    for one in job_highlights(job, sought):
        spans.get(one.field, []).append((one.start, one.end))
    title, text = str(job["title"]), str(job["text"])
    return {**job, "title_pieces": marked(title, spans["title"]), "excerpt": excerpt(text, spans["text"])}


def _similar(components: Components, order: JobOrder) -> list[dict[str, object]]:
    try:
        return [_shown(components, stored) for stored, _ in components.jobs.similar(order, 4)]
    except SearchUnavailableError:
        return []


def _answered(components: Components, question: JobQuestion, given: Pairs) -> dict[str, object]:
    answer = components.jobs.search(question)
    values = facet_values(answer.facets, components.catalog)
    return {
        "answer": answer,
        "hits": [_found(_shown(components, stored), answer.sought) for stored, _ in answer.hits],
        "facets": [
            {"name": name, "label": labels.FACETS[name], "choices": _choices(name, values.get(name, ()), given)}
            for name in FACETS
        ],
        "understood": [components.catalog.occupations[found.occupation].label for found in answer.understood],
        "place": places()[question.postcode].name
        if question.postcode
        else " / ".join(town.name for town in question.towns),
        "towns": [town.name for town in question.towns],
        "radius": question.radius_km or RADIUS_KM,
        "towns_as_words": _address([*(pair for pair in given if pair[0] not in {"offset", "radius_km"}), AS_WORDS]),
        "first": question.offset + 1,
        "last": question.offset + len(answer.hits),
        "previous": _page(given, question.offset - A_PAGE) if question.offset else "",
        "next": next_page(given, question.offset, answer.total),
        "deepest": DEEPEST if answer.total > DEEPEST else 0,
    }


def _narrowed(given: Pairs, wrong: Collection[str] = ()) -> list[tuple[str, str]]:
    """What the answer was narrowed down to, which another search keeps, without what cannot be understood."""
    return [pair for pair in given if pair[0] in FACETS and pair[0] not in wrong]


def _choices(name: str, values: Sequence[FacetValue], given: Pairs) -> list[dict[str, object]]:
    """The commonest values of a facet and those chosen, each with the address that chooses it or no longer does."""
    return [
        {
            "label": one.label,
            "count": one.count,
            "chosen": (name, one.value) in given,
            "address": _toggled(given, name, one.value),
        }
        for place, one in enumerate(values)
        if place < CHOICES_SHOWN or (name, one.value) in given
    ]


def _toggled(given: Pairs, name: str, value: str) -> str:
    kept = [pair for pair in given if pair[0] != "offset" and pair != (name, value)]
    return _address(kept if (name, value) in given else [*kept, (name, value)])


def next_page(given: Pairs, offset: int, total: int) -> str:
    """The address of the page after the one from that offset on; empty where there is none that can be shown."""
    return _page(given, offset + A_PAGE) if offset + A_PAGE < min(total, DEEPEST) else ""


def _page(given: Pairs, offset: int) -> str:
    kept = [pair for pair in given if pair[0] != "offset"]
    return _address([*kept, ("offset", str(offset))] if offset > 0 else kept)


def _address(pairs: Pairs) -> str:
    return f"/jobs?{urlencode(pairs)}" if pairs else "/jobs"
