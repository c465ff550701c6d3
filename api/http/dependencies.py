"""Dependencies of endpoints: the wired components, the actor, the id in the path, the JSON in the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Header, Path, Request
from pydantic import AfterValidator

from api.refusals import BodyTooLargeError, NotJsonError, UnsoundBodyError
from api.wiring import Components
from indexer.intake import FieldProblem
from indexer.intake.json_object import UnsoundJsonError, parse_json

SLASH = "\x1f"  # stands for an encoded slash while paths are matched; no id may hold a control character
BODY_LIMIT = 1_000_000  # bytes; the longest order or CV that intake takes fits several times
ANONYMOUS = "anonym"
JSON_TYPES = ("application/json", "application/merge-patch+json")


def components_of(request: Request) -> Components:
    """The components that the app serves from."""
    return cast("Components", request.app.state.components)


def actor_of(x_actor: Annotated[str, Header(max_length=200, description="Who asks; for the audit trail.")] = "") -> str:
    """The id of the caller, as stated by the caller; without sign-in it is not verified."""
    return x_actor.strip() or ANONYMOUS


async def raw_body(request: Request) -> bytes:
    """The whole body; BodyTooLargeError as soon as it is too long."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > BODY_LIMIT:
            raise BodyTooLargeError(BODY_LIMIT)
    return bytes(body)


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A body as it was sent and the value it holds."""

    text: str
    value: object


def json_body(request: Request, body: Annotated[bytes, Depends(raw_body)]) -> JsonBody:
    """The JSON of the body, read strictly."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in JSON_TYPES:
        raise NotJsonError
    try:
        text = body.decode("utf-8-sig")  # as in files, a byte order mark is no part of it
        return JsonBody(text, parse_json(text))
    except UnicodeDecodeError as error:
        problem = FieldProblem("", "Indholdet er ikke UTF-8.", "Send teksten som UTF-8.")
        raise UnsoundBodyError(problem) from error
    except UnsoundJsonError as error:
        # Intake speaks of lines, since files have them; a body is one value.
        said = error.problem.problem.replace("Linjen", "Indholdet")
        fix = error.problem.fix if error.problem.field else "Send ét gyldigt JSON-objekt."
        raise UnsoundBodyError(FieldProblem(error.problem.field, said, fix)) from error


def _written(record_id: str) -> str:
    return record_id.replace(SLASH, "/")


ID = Path(description="The id; a slash in it is written %2F.", max_length=200)
AppComponents = Annotated[Components, Depends(components_of)]
Actor = Annotated[str, Depends(actor_of)]
Body = Annotated[JsonBody, Depends(json_body)]
RecordId = Annotated[str, ID, AfterValidator(_written)]
