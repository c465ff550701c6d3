"""Maps every error to its answer: application/problem+json (RFC 9457) for programs, a page for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount

from api.http import refusals
from api.http.parameter_problems import parameter_problems
from api.pages.rendering import render
from indexer.engines.contract import SearchUnavailableError
from indexer.intake import FieldProblem, IntakeError
from indexer.records.errors import (
    RecordNotFoundError,
    RecordUnavailableError,
    RevisionConflictError,
    SchemaNotAtHeadError,
)
from matcher.lifecycle import MoveNotAllowedError
from matcher.orders.lifecycle import OrderClosedError
from matcher.proposals.proposing import AlreadyProposedError, RuledOutError
from matcher.replaying.as_of import DayToComeError, OrderNotThenError
from matcher.replaying.recreating import ListNotFoundError

RETRY_AFTER = {"Retry-After": "5"}  # seconds; an index that was restarted answers sooner, a rebuilt one later
METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")
FOR_PROGRAMS = ("/api/", "/health", "/openapi.json")

# Error -> status, title, headers. The error's own text is the detail: it is Danish and says what to do.
ANSWERS: Mapping[type[Exception], tuple[HTTPStatus, str, Mapping[str, str]]] = {
    IntakeError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Felter skal rettes", {}),
    RevisionConflictError: (HTTPStatus.PRECONDITION_FAILED, "Posten er ændret imens", {}),
    RecordNotFoundError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    ListNotFoundError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    OrderNotThenError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    DayToComeError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    AlreadyProposedError: (HTTPStatus.CONFLICT, "Allerede foreslået", {}),
    RuledOutError: (HTTPStatus.CONFLICT, "Kan ikke foreslås", {}),
    OrderClosedError: (HTTPStatus.CONFLICT, "Ordren er lukket", {}),
    MoveNotAllowedError: (HTTPStatus.CONFLICT, "Ikke muligt nu", {}),
    SearchUnavailableError: (HTTPStatus.SERVICE_UNAVAILABLE, "Søgningen er ude af drift", RETRY_AFTER),
    RecordUnavailableError: (HTTPStatus.SERVICE_UNAVAILABLE, "Arkivet kan ikke bruges nu", RETRY_AFTER),
    SchemaNotAtHeadError: (HTTPStatus.SERVICE_UNAVAILABLE, "Arkivet skal opgraderes", {}),
    refusals.UnsoundBodyError: (HTTPStatus.BAD_REQUEST, "Ugyldig JSON", {}),
    refusals.BodyTooLargeError: (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "Indholdet er for stort",
        {"Connection": "close"},
    ),
    refusals.NotJsonError: (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Ikke JSON", {}),
    refusals.ForeignRequestError: (HTTPStatus.FORBIDDEN, "Afvist", {}),
    refusals.IfMatchMissingError: (HTTPStatus.PRECONDITION_REQUIRED, "If-Match mangler", {}),
    refusals.IdempotencyKeyReusedError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Nøglen er brugt", {}),
    refusals.QueryError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Parametre skal rettes", {}),
    refusals.JobNotOpenError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    refusals.CursorTooOldError: (HTTPStatus.GONE, "Ændringerne kendes ikke længere", {}),
    refusals.CursorAheadError: (HTTPStatus.GONE, "Ændringerne kendes ikke længere", {}),
}
# What programs are told where no error of the table says it, and people.
BY_STATUS = {
    HTTPStatus.NOT_FOUND: ("Findes ikke", "Der er intet på denne adresse. Se /openapi.json for alle adresser."),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Metoden bruges ikke her", "Adressen findes, men ikke med denne metode."),
}
NOTHING_HERE = "Der er ingen side på denne adresse. Måske er den skrevet forkert."


@dataclass(frozen=True, slots=True)
class Problem:
    """One answer that says what is wrong and what to do."""

    status: int
    title: str
    detail: str
    errors: tuple[FieldProblem, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """The problem as people see it."""

    template: ClassVar[str] = "problem.html"
    problem: Problem


def problem_of(error: Exception) -> Problem:
    """The problem for an error of the table."""
    status, title, headers = next(ANSWERS[kind] for kind in type(error).__mro__ if kind in ANSWERS)
    problems = error.problems if isinstance(error, IntakeError | refusals.RefusalError) else ()
    detail = "Ret felterne, og send igen." if isinstance(error, IntakeError) else str(error)
    return Problem(status, title, detail, problems, headers)


def answer(request: Request, problem: Problem) -> Response:
    """The problem in the form its reader understands."""
    if not request.url.path.startswith(FOR_PROGRAMS):
        return render(request, ProblemPage(problem), status=problem.status, headers=problem.headers)
    content: dict[str, object] = {
        "type": "about:blank",
        "title": problem.title,
        "status": int(problem.status),
        "detail": problem.detail,
    }
    if problem.errors:
        content["errors"] = [{"field": one.field, "problem": one.problem, "fix": one.fix} for one in problem.errors]
    return JSONResponse(content, problem.status, problem.headers, media_type="application/problem+json")


def add_errors(app: FastAPI) -> None:
    """Let the app answer every error by the table."""
    for kind in ANSWERS:
        app.add_exception_handler(kind, _known)
    app.add_exception_handler(HTTPException, _by_status)
    app.add_exception_handler(RequestValidationError, _parameters)


async def _known(request: Request, error: Exception) -> Response:
    return answer(request, problem_of(error))


async def _by_status(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods_of(request) or ["GET"])  # static files can only be read
    title, detail = BY_STATUS.get(HTTPStatus(status), (HTTPStatus(status).phrase, "Forespørgslen kan ikke besvares."))
    if status == HTTPStatus.NOT_FOUND and not request.url.path.startswith(FOR_PROGRAMS):
        detail = NOTHING_HERE
    return answer(request, Problem(status, title, detail, (), headers))


def _methods_of(request: Request) -> list[str]:
    """All methods of the address; the framework names only those of the route that refused."""
    asked = {key: request.scope[key] for key in ("type", "path", "root_path", "headers")}
    routes = [route for route in request.app.routes if not isinstance(route, Mount)]
    return [
        method
        for method in METHODS
        if any(route.matches({**asked, "method": method})[0] is Match.FULL for route in routes)
    ]


async def _parameters(request: Request, error: Exception) -> Response:
    problems = parameter_problems(error.errors()) if isinstance(error, RequestValidationError) else ()
    return answer(request, problem_of(refusals.QueryError(problems)))
