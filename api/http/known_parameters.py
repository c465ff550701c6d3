"""Refuses parameters that an operation does not take: one misspelt would be ignored, and the answer be another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Request

from api.refusals import QueryError
from indexer.intake import FieldProblem
from indexer.intake.checks import nearest
from indexer.intake.problems import shown_name


async def refuse_unknown_parameters(request: Request) -> None:
    """Raise QueryError that names every parameter beyond those in `/openapi.json`; pages take whatever links add."""
    if not request.query_params or "parameters" in (request.scope["route"].openapi_extra or {}):
        return  # a search for jobs names its own, beside what else is wrong
    paths: Mapping[str, Any] = request.app.openapi()["paths"]
    operation = paths.get(request.scope["route"].path, {}).get(request.method.lower())
    if operation is None:
        return
    known = tuple(one["name"] for one in operation.get("parameters", ()) if one["in"] == "query")
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if unknown:
        raise QueryError(tuple(_problem(name, known) for name in unknown))


def _problem(name: str, known: tuple[str, ...]) -> FieldProblem:
    meant = nearest(name, known)
    fix = f"Mente du {meant}?" if meant else f"Brug {', '.join(known)}." if known else "Fjern den."
    return FieldProblem(shown_name(name), "Parameteren kendes ikke.", fix)
