"""`/api/v1/jobs`: everybody can see the open jobs; no sign-in, no person's data."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from api import labels
from api.http.dependencies import AppComponents, RecordId
from api.http.examples import SEARCH
from api.http.job_answers import answer_view, changes_since, suggestions
from api.http.job_query import DEEPEST, MOST_DAYS, MOST_HITS, MOST_WORDS, PARAMETERS, SORTS, TOWNS, JobQueryReader
from api.http.public_job import public_job
from api.refusals import JobNotOpenError
from api.wiring import Components
from matcher.open_jobs.faces import OpenJob

router = APIRouter(prefix="/api/v1/jobs", tags=["Open jobs"])
TEXT: dict[str, Any] = {"type": "string"}
SHAPES: dict[str, dict[str, Any]] = {
    "trade": {"type": "array", "items": TEXT},
    "occupation": {"type": "array", "items": TEXT},
    "order_type": {"type": "array", "items": {"$ref": "#/components/schemas/OrderType"}},
    "municipality": {"type": "array", "items": TEXT},
    "shift": {"type": "array", "items": {"$ref": "#/components/schemas/Shift"}},
    "hours": {"type": "array", "items": {**TEXT, "enum": list(labels.HOURS)}},
    "radius_km": {"type": "number"},
    "sort": {**TEXT, "enum": list(SORTS)},
    "towns": {**TEXT, "enum": list(TOWNS)},
    "published_days": {"type": "integer", "minimum": 0, "maximum": MOST_DAYS},
    "offset": {"type": "integer", "minimum": 0, "maximum": DEEPEST},
    "limit": {"type": "integer", "minimum": 0, "maximum": MOST_HITS},
}
HIGHEST = 2**53  # a cursor beyond is no sequence


def _documented() -> dict[str, Any]:
    return {
        "parameters": [
            {
                "name": name,
                "in": "query",
                "description": said,
                "schema": SHAPES.get(name, TEXT),
                "example": SEARCH[name],
            }
            for name, said in PARAMETERS.items()
        ]
    }


@router.get("/search", openapi_extra=_documented())
def search_jobs(components: AppComponents, request: Request) -> JSONResponse:
    """Search the open jobs: hits, numbers of jobs and positions, facets, and what was understood of `q`.

    `highlights` of a hit are the places of the words sought, counted in characters of the texts in the answer.
    """
    question = JobQueryReader(request.query_params, components.catalog).read()
    answer = answer_view(components.jobs.search(question), components.catalog)
    return JSONResponse({**answer, "towns": [town.name for town in question.towns]})


@router.get("/suggest")
def suggest_jobs(
    components: AppComponents,
    q: Annotated[str, Query(max_length=MOST_WORDS, description="What has been typed so far.")] = "",
) -> JSONResponse:
    """Type-ahead: occupations that open jobs seek and titles that they have, with how many; one slip is forgiven."""
    return JSONResponse({"suggestions": suggestions(components.jobs.suggest(q), components.catalog)})


@router.get("/stream")
def follow_jobs(
    components: AppComponents,
    after: Annotated[int, Query(ge=0, le=HIGHEST, description="`next` of the answer before; 0 begins.")] = 0,
) -> JSONResponse:
    """What changed since the cursor `after`: jobs to put, ids to delete, and `next`, the cursor to go on from.

    A job whose deadline passes is no change: followers close it by its `deadline` themselves. 410 where the changes
    since the cursor are not known, as when the record was restored from a copy: begin again with `after=0`.
    """
    return JSONResponse(changes_since(components, after))


@router.get("/{job_id}")
def read_one_job(components: AppComponents, job_id: RecordId) -> JSONResponse:
    """One open job."""
    return JSONResponse(public_job(open_job(components, job_id), components.catalog))


@router.get("/{job_id}/similar")
def similar_jobs(
    components: AppComponents, job_id: RecordId, limit: Annotated[int, Query(ge=1, le=20, description="Hits.")] = 5
) -> JSONResponse:
    """Open jobs like this one, the most alike first."""
    open_job(components, job_id)
    found = components.jobs.similar(job_id, limit)
    return JSONResponse({"hits": [{**public_job(job, components.catalog), "score": score} for job, score in found]})


def open_job(components: Components, job_id: str) -> OpenJob:
    """The job while it is open; raises JobNotOpenError."""
    if (job := components.jobs.open_job(job_id)) is None:
        raise JobNotOpenError
    return job
