"""What the answers hold, as JSON schemas of `/openapi.json`; tests hold real answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.http.explanation_schemas import EXPLANATIONS
from api.http.schema_parts import ANYTHING, NUMBER, TEXT, TRUTH, WHOLE, Schema, a_list, a_map, an_object, or_null, ref

_SILENT: Schema = {
    "employer": TEXT,
    "city": TEXT,
    "hours_per_week": NUMBER,
    "shift": ref("Shift"),
    "start": {"type": "string", "format": "date"},
    "deadline": {"type": "string", "format": "date", "description": "The last day on which the job is open"},
    "must_have": a_list(TEXT),
    "nice_to_have": a_list(TEXT),
}
_JOB: Schema = {
    "id": TEXT,
    "title": TEXT,
    "text": {**TEXT, "description": "What is read out of the order where `advertised` is false"},
    "order_type": ref("OrderType"),
    "order_type_label": {**TEXT, "description": "In Danish"},
    "positions": WHOLE,
    "postcode": TEXT,
    "occupations": a_list(an_object(id=TEXT, label=TEXT, isco=TEXT), "What is sought, the surest first"),
    "advertised": {**TRUTH, "description": "Whether somebody wrote the text for everybody to read"},
    "published": {"type": "string", "format": "date-time"},
    "synthetic": {**TRUTH, "description": "One of the bundled examples"},
}
_HIGHLIGHT = an_object(field=TEXT, index=or_null(WHOLE), start=WHOLE, end=WHOLE)
_OCCUPATION = an_object(optional={"index": WHOLE}, id=TEXT, label=TEXT, isco=TEXT, score=NUMBER, quote=TEXT,
                      start=WHOLE, end=WHOLE, field=TEXT)  # fmt: skip
_FACET = a_list(an_object(value=TEXT, label=TEXT, count=WHOLE))
_SEARCH = an_object(up=TRUTH, lag=or_null(WHOLE), message=TEXT)
_OWNER = an_object(department=TEXT, name=TEXT, trade=or_null(TEXT), awaits_decision=TRUTH, decided=TRUTH)
_ROUTE = an_object(
    id=TEXT,
    trade=or_null(TEXT),
    department=TEXT,
    confidence={**NUMBER, "description": "A probability: of the orders given 0.9, nine in ten are right"},
    needs_decision=TRUTH,
    occupation=or_null(an_object(id=TEXT, label=TEXT, isco=TEXT)),
    alternatives=a_list(an_object(trade=TEXT, confidence=NUMBER)),
    reasons=a_list(TEXT),
    marks=a_list(TEXT),
)
_CANDIDATE = an_object(
    "What the reader's role may not know is left out",
    optional={
        "score": NUMBER,
        "eligible": TRUTH,
        "parts": a_map(NUMBER, "Points by name; they sum to the score"),
        "blocked_by": a_list(TEXT),
        "ask": a_list(TEXT, "What only the person can settle"),
        "cv_revision": WHOLE,
        "open_proposals": WHOLE,
    },
    order=TEXT,
    cv=TEXT,
    rank=WHOLE,
    reasons=a_list(TEXT),
    synthetic=TRUTH,
)

SCHEMAS: Mapping[str, Schema] = {
    **EXPLANATIONS,
    "Job": an_object("An open job as everybody may see it", optional=_SILENT, **_JOB),
    "JobsFound": an_object(
        total=WHOLE,
        positions=WHOLE,
        hits=a_list(an_object(optional=_SILENT, **_JOB, score=NUMBER, highlights=a_list(_HIGHLIGHT))),
        facets=a_map(_FACET, "Values with labels and numbers of jobs, by parameter"),
        by_meaning={**TRUTH, "description": "No job has the words: related jobs, else all, the most alike first"},
        understood=a_list(_OCCUPATION, "What `q` was taken to name"),
        towns=a_list(TEXT, "Towns of `q` that were searched as places"),
    ),
    "JobSuggestions": an_object(
        suggestions=a_list(an_object(text=TEXT, occupation=or_null(TEXT), label=or_null(TEXT), count=WHOLE))
    ),
    "JobsAlike": an_object(hits=a_list(an_object(optional=_SILENT, **_JOB, score=NUMBER))),
    "JobChanges": an_object(
        upserts=a_list(ref("Job")),
        deletions=a_list(TEXT, "Ids of jobs that are open no more, and of some that never were"),
        next={**WHOLE, "description": "The cursor to go on from"},
        more={**TRUTH, "description": "Whether there is more behind `next` already"},
    ),
    "JobOrderReceived": an_object(
        id=TEXT,
        revision=WHOLE,
        change={"type": "string", "enum": ["created", "updated", "unchanged"]},
        route=_ROUTE,
        owner=_OWNER,
        read={**a_map(ANYTHING, "What was understood, as the command `read` writes it")},
        duplicates=a_list(TEXT, "Orders that may be the same"),
        candidates={**or_null(WHOLE), "description": "How many may be proposed; null while the search is down"},
        search=_SEARCH,
    ),
    "CvReceived": an_object(
        id=TEXT,
        revision=WHOLE,
        change={"type": "string", "enum": ["created", "updated", "unchanged"]},
        search=_SEARCH,
    ),
    "Candidates": an_object(
        order=TEXT,
        order_revision=WHOLE,
        list={**WHOLE, "description": "The list's number, by which it can be made again"},
        considered=WHOLE,
        fell_for=a_map(an_object(label=TEXT, count=WHOLE), "How many each rule holds back"),
        search=_SEARCH,
        candidates=a_list(_CANDIDATE),
    ),
    "Health": an_object(
        status={"type": "string", "enum": ["up", "degraded", "down"]},
        record=an_object(optional={"changes": WHOLE, "error": TEXT}, up=TRUTH),
        index=an_object(
            up=TRUTH, generation=or_null(TEXT), lag=or_null(WHOLE), error=or_null(TEXT), stale=or_null(TEXT)
        ),
        embedder=an_object(up=TRUTH, model=TEXT),
    ),
}
# Address and method -> what is answered, by status.
ANSWERED: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("/api/v1/jobs/search", "get"): {"200": "JobsFound"},
    ("/api/v1/jobs/suggest", "get"): {"200": "JobSuggestions"},
    ("/api/v1/jobs/stream", "get"): {"200": "JobChanges"},
    ("/api/v1/jobs/{job_id}", "get"): {"200": "Job"},
    ("/api/v1/jobs/{job_id}/similar", "get"): {"200": "JobsAlike"},
    ("/api/v1/job-orders", "post"): {"200": "JobOrderReceived", "201": "JobOrderReceived"},
    ("/api/v1/job-orders/{order_id}", "patch"): {"200": "JobOrderReceived"},
    ("/api/v1/job-orders/{order_id}/candidates", "get"): {"200": "Candidates"},
    ("/api/v1/job-orders/{order_id}/candidates/{cv_id}", "get"): {"200": "Why"},
    ("/api/v1/job-orders/{order_id}/candidates/{cv_id}/changes", "get"): {"200": "Changes"},
    ("/api/v1/job-orders/{order_id}/changes", "get"): {"200": "OrderChanges"},
    ("/api/v1/job-orders/{order_id}/compare", "get"): {"200": "Comparison"},
    ("/api/v1/job-orders/{order_id}/replay", "get"): {"200": "Replay"},
    ("/api/v1/lists/{number}/replay", "get"): {"200": "Replay"},
    ("/api/v1/job-orders/{order_id}/proposals", "post"): {"201": "ProposalStep"},
    ("/api/v1/job-orders/{order_id}/proposals", "get"): {"200": "Proposals"},
    ("/api/v1/job-orders/{order_id}/proposals/{cv_id}", "get"): {"200": "Proposal"},
    ("/api/v1/job-orders/{order_id}/proposals/{cv_id}", "patch"): {"200": "ProposalStep"},
    ("/api/v1/job-orders/{order_id}/state", "get"): {"200": "OrderStanding"},
    ("/api/v1/job-orders/{order_id}/state", "patch"): {"200": "OrderStanding"},
    ("/api/v1/cvs", "post"): {"200": "CvReceived", "201": "CvReceived"},
    ("/api/v1/cvs/{cv_id}", "patch"): {"200": "CvReceived"},
    ("/health", "get"): {"200": "Health", "503": "Health"},
}


def described(path: str, method: str) -> dict[str, Any]:
    """The answers of one operation as OpenAPI tells them; empty for one that no schema describes."""
    return {
        status: {"description": SAID[status], "content": {"application/json": {"schema": ref(name)}}}
        for status, name in ANSWERED.get((path, method), {}).items()
    }


SAID = {"200": "Done", "201": "Created", "503": "The record is down"}
