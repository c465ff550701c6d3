"""Checks JSON input: an object with known fields, all problems reported at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indexer.intake import FieldProblem, IntakeError


def object_of(value: object, fields: Sequence[str], example: str) -> Mapping[str, object]:
    """The object; raises IntakeError where it is none or has other fields."""
    if not isinstance(value, dict):
        raise IntakeError((FieldProblem("", "Indholdet er ikke et objekt.", f"Send et objekt: {example}."),))
    fix = f"Brug {', '.join(fields)}."
    refuse([FieldProblem(name, "Feltet er ukendt.", fix) for name in value if name not in fields])
    return value


def refuse(problems: Sequence[FieldProblem]) -> None:
    """Raise IntakeError where there is a problem."""
    if problems:
        raise IntakeError(tuple(problems))
