"""The job shop (jobbutik): everybody searches the open jobs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.http.dependencies import AppComponents, RecordId
from api.http.job_query import JobQueryReader
from api.http.jobs import open_job
from api.pages.job_places import LABEL, place_problem, with_place
from api.pages.jobs_found import A_PAGE, DAYS, FACETS, FoundJobs, Job, Pairs, job_shown, jobs_found
from api.pages.rendering import render
from api.pages.typed_form import FormProblem
from api.problems import problem_of
from api.refusals import QueryError
from api.wiring import Components
from indexer.engines.contract import SearchUnavailableError

router = APIRouter(include_in_schema=False)
RADII = (5, 10, 20, 30, 50, 100)
LABELS = {"q": "Hvad søger du?", "postcode": LABEL, "radius_km": "Afstand", "sort": "Sortering", **labels.FACETS}


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search form as it was sent, and what was found unless something stands in the way."""

    template: ClassVar[str] = "jobs.html"
    given: Mapping[str, str]
    hidden: Pairs
    feed: str
    found: FoundJobs | None = None
    problems: Sequence[FormProblem] = ()
    outage: bool = False
    radii: Sequence[int] = RADII


@dataclass(frozen=True, slots=True)
class JobPage:
    """One open job and some like it."""

    template: ClassVar[str] = "job.html"
    job: Job
    shift: str | None
    similar: Sequence[Job]
    contact: str


@router.get("/jobs")
def show_search(components: AppComponents, request: Request) -> Response:
    """The form, facets with counts, the page of hits, and ways to the other pages."""
    given = [(name, value) for name, value in request.query_params.multi_items() if value.strip()]
    if (placed := with_place(given)) != given:
        return RedirectResponse(f"/jobs?{urlencode(placed)}", HTTPStatus.SEE_OTHER)
    page = SearchPage(request.query_params, _narrowed(given), _feed(given))
    try:
        question = replace(JobQueryReader(request.query_params, components.catalog).read(), limit=A_PAGE)
        return render(request, replace(page, found=jobs_found(components, question, given)))
    except QueryError as error:
        sound = _narrowed(given, {one.field for one in error.problems})
        page, status = replace(page, hidden=sound, problems=_told(error, given)), problem_of(error).status
    except SearchUnavailableError as error:
        page, status = replace(page, outage=True), problem_of(error).status
    return render(request, page, status=status)


@router.get("/jobs/{job_id}")
def show_job(components: AppComponents, request: Request, job_id: RecordId) -> HTMLResponse:
    """One open job, and others like it while the search is up."""
    found = open_job(components, job_id)
    job, shift = job_shown(components, found), labels.SHIFTS.get(str(found.order.shift))
    return render(request, JobPage(job, shift, _similar(components, job_id), components.settings.contact))


def _similar(components: Components, job_id: str) -> list[Job]:
    try:
        return [job_shown(components, found) for found, _ in components.jobs.similar(job_id, 4)]
    except SearchUnavailableError:
        return []


def _told(error: QueryError, given: Pairs) -> list[FormProblem]:
    return [
        place_problem(given)
        if one.field == "postcode"
        else FormProblem(one.field, LABELS.get(one.field, ""), f"{one.problem} {one.fix}")
        for one in error.problems
    ]


def _feed(given: Pairs) -> str:
    """The address that tells of the search's new jobs."""
    asked = urlencode([pair for pair in given if pair[0] not in {"offset", "sort"}])
    return f"/jobs.atom?{asked}" if asked else "/jobs.atom"


def _narrowed(given: Pairs, wrong: Collection[str] = ()) -> Pairs:
    """What the answer was narrowed down to, which another search keeps, without what cannot be understood."""
    return [pair for pair in given if pair[0] in (*FACETS, DAYS) and pair[0] not in wrong]
