"""Answers every error: application/problem+json (RFC 9457) for programs, a page for people."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount

from api import refusals
from api.pages.rendering import render
from api.parameter_problems import parameter_problems
from api.problems import ANSWERS, Problem, problem_of

METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")
FOR_PROGRAMS = ("/api/", "/health", "/openapi.json")

# What programs are told where no error of the table says it, and people.
BY_STATUS = {
    HTTPStatus.NOT_FOUND: ("Findes ikke", "Der er intet på denne adresse. Se /openapi.json for alle adresser."),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Metoden bruges ikke her", "Adressen findes, men ikke med denne metode."),
}
NOTHING_HERE = "Der er ingen side på denne adresse. Måske er den skrevet forkert."


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """The problem as people see it."""

    template: ClassVar[str] = "problem.html"
    problem: Problem


def answer(request: Request, problem: Problem) -> Response:
    """The problem in the form its reader understands."""
    if not request.url.path.startswith(FOR_PROGRAMS):
        return render(request, ProblemPage(problem), status=problem.status, headers=problem.headers)
    content: dict[str, object] = {
        "type": problem.type,
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
