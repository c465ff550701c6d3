"""The framework's own findings about parameters, in Danish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from indexer.intake import FieldProblem

NOT_VALID = "Værdien kan ikke bruges."
PROBLEMS = {
    "missing": ("Feltet mangler.", "Tilføj {field}."),
    "int_parsing": (NOT_VALID, "Skriv et heltal."),
    "int_parsing_size": (NOT_VALID, "Skriv et mindre tal."),
    "greater_than_equal": (NOT_VALID, "Skriv et tal fra {ge} og op."),
    "less_than_equal": (NOT_VALID, "Skriv et tal på højst {le}."),
    "enum": (NOT_VALID, "Brug {expected}."),
    "date_from_datetime_parsing": (NOT_VALID, "Skriv en dato som 2026-11-22."),
    "too_short": ("Der er for få.", "Angiv {min_length}."),
    "too_long": ("Der er for mange.", "Angiv {max_length}."),
    "string_too_long": ("Teksten er for lang.", "Skriv højst {max_length} tegn."),
    "string_too_short": ("Teksten er tom.", "Skriv en tekst."),
}


def parameter_problems(found: Sequence[Mapping[str, Any]]) -> tuple[FieldProblem, ...]:
    """One problem a finding, named by the parameter; the value itself is not repeated."""
    return tuple(_problem(one) for one in found)


def _problem(found: Mapping[str, Any]) -> FieldProblem:
    field, limits = str(found["loc"][-1]), dict(found.get("ctx", {}))
    if "expected" in limits:
        limits["expected"] = str(limits["expected"]).replace(" or ", " eller ").replace("'", "")
    problem, fix = PROBLEMS.get(found["type"], (NOT_VALID, "Ret værdien."))
    return FieldProblem(field, problem, fix.format(field=field, **limits))
