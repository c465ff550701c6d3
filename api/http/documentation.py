"""What `/openapi.json` says: English, with the public formats as schemas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api.http.answer_schemas import SCHEMAS, described
from api.http.examples import BODIES, PATCH
from api.http.examples import PROBLEM as PROBLEM_EXAMPLE
from api.http.format_schemas import FORMATS
from api.http.schema_parts import ref
from api.problems import ANSWERS, problem_type

DESCRIPTION = """Job orders come in, are read, routed to the one responsible department and matched with candidates.

Open jobs are for everybody: no key, no person's data. Search them by `/api/v1/jobs/search?q=lager&postcode=2150`;
`total` counts what is found, `facets` tell by which values it can be narrowed, `offset` and `limit` turn pages, and
the newest come first without words. `/jobs.atom` takes the same search as a news feed.

To hold a copy of all open jobs, ask `/api/v1/jobs/stream?after=0`, put the `upserts`, drop the `deletions`, and ask
again from `next` while there is `more`; later from the last `next` for what has changed since. Close a job after
its `deadline` yourselves. Where the answer is 410, begin again from 0.

Orders and CVs are delivered by `POST`: the same id again is an update, the same content again changes nothing, and
an `Idempotency-Key` makes a repeated request safe. Values that are chosen among are Danish, such as `aften` and
`ordinaer`.

There is no sign-in yet: the server listens on this machine only (127.0.0.1). `X-Actor` names who asks in the audit
trail. Every look-up of a CV and every list of candidates is written there.

Problems are `application/problem+json` (RFC 9457) in Danish; programs tell them by `type`, which stays the same, and
`errors` names each field, what is wrong and the fix. A parameter that an operation does not take is refused by name.
Pages of other sites may read the open jobs (CORS), and nothing else.
Correct a record with `PATCH`, a JSON merge patch and `If-Match`. A slash in an id is written `%2F`.
"""
# In the order in which a developer elsewhere needs them.
TAGS = {
    "Open jobs": "For everybody",
    "Job orders": "Deliver orders, see where they went, correct and close them",
    "CVs": "Deliver CVs",
    "Candidates": "Ranked lists and their reasons, for consultants",
    "Proposals": "People proposed for an order, and what became of it",
    "Employers": "Companies that have reported orders",
    "Health": "Whether record, index and model are up",
}
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "enum": ["about:blank", *sorted({problem_type(kind) for kind in ANSWERS})]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("field", "problem", "fix")},
            },
        },
    },
}
PROBLEM_ANSWER = {
    "description": "A problem, in Danish",
    "content": {
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}, "example": PROBLEM_EXAMPLE}
    },
}


def json_request(schema: str, *, patch: bool = False) -> dict[str, Any]:
    """The documentation of a body; a patch holds any of the fields."""
    kind = "application/merge-patch+json" if patch else "application/json"
    shown = {"type": "object", "description": f"Any fields of {schema}"} if patch else ref(schema)
    return body_of(shown, kind, PATCH if patch else BODIES[schema])


def body_of(
    schema: Mapping[str, Any], kind: str = "application/json", example: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The documentation of a body with a schema of its own, and an example where there is one."""
    content = {"schema": schema, **({"example": example} if example else {})}
    return {"requestBody": {"required": True, "content": {kind: content}}}


def add_documentation(app: FastAPI) -> None:
    """Make `/openapi.json` by this module."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _made(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def operation_id(route: APIRoute) -> str:
    """What generated clients call the operation: `search_jobs`."""
    return route.name


def _first_sentence(description: str) -> str:
    return re.split(r"[.:;]\s|\.$", " ".join(description.split()), maxsplit=1)[0]


def _made(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(title=app.title, version=app.version, description=DESCRIPTION, routes=app.routes)
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    schemas |= {**FORMATS, **SCHEMAS, "Problem": PROBLEM}
    made["tags"] = [{"name": name, "description": said} for name, said in TAGS.items()]
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            operation["summary"] = _first_sentence(operation["description"])
            operation["responses"] |= described(path, method)
            operation["responses"].pop("422", None)  # the framework's own form, which is never sent
            operation["responses"]["default"] = PROBLEM_ANSWER
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    return made
