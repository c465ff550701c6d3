"""What the answers hold, as JSON schemas of `/openapi.json`; tests hold real answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer"}
_NUMBER: Schema = {"type": "number"}
_TRUTH: Schema = {"type": "boolean"}
_ANYTHING: Schema = {}


def _object(description: str = "", /, *, optional: Schema | None = None, **required: Schema) -> Schema:
    properties = {**required, **(optional or {})}
    shape: dict[str, Any] = {"type": "object", "properties": properties, "required": list(required)}
    return {**shape, "additionalProperties": False, **({"description": description} if description else {})}


def _list(items: Schema, description: str = "") -> Schema:
    return {"type": "array", "items": items, **({"description": description} if description else {})}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _map(values: Schema, description: str) -> Schema:
    return {"type": "object", "additionalProperties": values, "description": description}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_SILENT: Schema = {
    "employer": _TEXT,
    "city": _TEXT,
    "hours_per_week": _NUMBER,
    "shift": _ref("Shift"),
    "start": {"type": "string", "format": "date"},
    "deadline": {"type": "string", "format": "date", "description": "The last day on which the job is open"},
    "must_have": _list(_TEXT),
    "nice_to_have": _list(_TEXT),
}
_JOB: Schema = {
    "id": _TEXT,
    "title": _TEXT,
    "text": _TEXT,
    "order_type": _ref("OrderType"),
    "order_type_label": {**_TEXT, "description": "In Danish"},
    "positions": _WHOLE,
    "postcode": _TEXT,
    "published": {"type": "string", "format": "date-time"},
    "synthetic": {**_TRUTH, "description": "One of the bundled examples"},
}
_HIGHLIGHT = _object(field=_TEXT, index=_or_null(_WHOLE), start=_WHOLE, end=_WHOLE)
_OCCUPATION = _object(optional={"index": _WHOLE}, id=_TEXT, label=_TEXT, isco=_TEXT, score=_NUMBER, quote=_TEXT,
                      start=_WHOLE, end=_WHOLE, field=_TEXT)  # fmt: skip
_FACET = _list(_object(value=_TEXT, label=_TEXT, count=_WHOLE))
_SEARCH = _object(up=_TRUTH, lag=_or_null(_WHOLE), message=_TEXT)
_OWNER = _object(department=_TEXT, name=_TEXT, trade=_or_null(_TEXT), awaits_decision=_TRUTH, decided=_TRUTH)
_ROUTE = _object(
    id=_TEXT,
    trade=_or_null(_TEXT),
    department=_TEXT,
    confidence={**_NUMBER, "description": "A probability: of the orders given 0.9, nine in ten are right"},
    needs_decision=_TRUTH,
    occupation=_or_null(_object(id=_TEXT, label=_TEXT, isco=_TEXT)),
    alternatives=_list(_object(trade=_TEXT, confidence=_NUMBER)),
    reasons=_list(_TEXT),
    marks=_list(_TEXT),
)
_CANDIDATE = _object(
    "What the reader's role may not know is left out",
    optional={
        "score": _NUMBER,
        "eligible": _TRUTH,
        "parts": _map(_NUMBER, "Points by name; they sum to the score"),
        "blocked_by": _list(_TEXT),
        "ask": _list(_TEXT, "What only the person can settle"),
        "cv_revision": _WHOLE,
        "open_proposals": _WHOLE,
    },
    order=_TEXT,
    cv=_TEXT,
    rank=_WHOLE,
    reasons=_list(_TEXT),
    synthetic=_TRUTH,
)

SCHEMAS: Mapping[str, Schema] = {
    "Job": _object("An open job as everybody may see it", optional=_SILENT, **_JOB),
    "JobsFound": _object(
        total=_WHOLE,
        positions=_WHOLE,
        hits=_list(_object(optional=_SILENT, **_JOB, score=_NUMBER, highlights=_list(_HIGHLIGHT))),
        facets=_map(_FACET, "Values with labels and numbers of jobs, by parameter"),
        by_meaning={**_TRUTH, "description": "No job has the words: related jobs, else all, the most alike first"},
        understood=_list(_OCCUPATION, "What `q` was taken to name"),
    ),
    "JobSuggestions": _object(
        suggestions=_list(_object(text=_TEXT, occupation=_or_null(_TEXT), label=_or_null(_TEXT), count=_WHOLE))
    ),
    "JobsAlike": _object(hits=_list(_object(optional=_SILENT, **_JOB, score=_NUMBER))),
    "JobChanges": _object(
        upserts=_list(_ref("Job")),
        deletions=_list(_TEXT, "Ids of jobs that are open no more, and of some that never were"),
        next={**_WHOLE, "description": "The cursor to go on from"},
        more={**_TRUTH, "description": "Whether there is more behind `next` already"},
    ),
    "JobOrderReceived": _object(
        id=_TEXT,
        revision=_WHOLE,
        change={"type": "string", "enum": ["created", "updated", "unchanged"]},
        route=_ROUTE,
        owner=_OWNER,
        read={**_map(_ANYTHING, "What was understood, as the command `read` writes it")},
        duplicates=_list(_TEXT, "Orders that may be the same"),
        candidates={**_or_null(_WHOLE), "description": "How many may be proposed; null while the search is down"},
        search=_SEARCH,
    ),
    "CvReceived": _object(
        id=_TEXT,
        revision=_WHOLE,
        change={"type": "string", "enum": ["created", "updated", "unchanged"]},
        search=_SEARCH,
    ),
    "Candidates": _object(
        order=_TEXT,
        order_revision=_WHOLE,
        list={**_WHOLE, "description": "The list's number, by which it can be made again"},
        considered=_WHOLE,
        fell_for=_map(_object(label=_TEXT, count=_WHOLE), "How many each rule holds back"),
        candidates=_list(_CANDIDATE),
    ),
    "Health": _object(
        status={"type": "string", "enum": ["up", "degraded", "down"]},
        record=_object(optional={"changes": _WHOLE, "error": _TEXT}, up=_TRUTH),
        index=_object(
            up=_TRUTH, generation=_or_null(_TEXT), lag=_or_null(_WHOLE), error=_or_null(_TEXT), stale=_or_null(_TEXT)
        ),
        embedder=_object(up=_TRUTH, model=_TEXT),
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
    ("/api/v1/cvs", "post"): {"200": "CvReceived", "201": "CvReceived"},
    ("/api/v1/cvs/{cv_id}", "patch"): {"200": "CvReceived"},
    ("/health", "get"): {"200": "Health", "503": "Health"},
}


def described(path: str, method: str) -> dict[str, Any]:
    """The answers of one operation as OpenAPI tells them; empty for one that no schema describes."""
    return {
        status: {"description": SAID[status], "content": {"application/json": {"schema": _ref(name)}}}
        for status, name in ANSWERED.get((path, method), {}).items()
    }


SAID = {"200": "Done", "201": "Created", "503": "The record is down"}
