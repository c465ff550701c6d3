"""Checks JSON input: an object with known fields, all problems reported at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indexer.intake import FieldProblem, IntakeError, unknown_fields
from indexer.intake.checks import text

LONGEST_REASON = 200  # characters; enough for a reason, too few for a case history
LONGEST_OF_AN_ORDER = 500  # characters; why an order lies where it does, or is read otherwise, tells of nobody


def object_of(value: object, fields: Sequence[str], example: str) -> Mapping[str, object]:
    """The object; raises IntakeError where it is none or has other fields."""
    if not isinstance(value, dict):
        raise IntakeError((FieldProblem("", "Indholdet er ikke et objekt.", f"Send et objekt: {example}."),))
    refuse(unknown_fields(value, fields))
    return value


def refuse(problems: Sequence[FieldProblem]) -> None:
    """Raise IntakeError where there is a problem."""
    if problems:
        raise IntakeError(tuple(problems))


def reason_of(plain: Mapping[str, object]) -> str:
    """The reason, empty where there is none."""
    return str(plain.get("reason") or "").strip()


def reason_problems(plain: Mapping[str, object], longest: int = LONGEST_REASON) -> list[FieldProblem]:
    """What is wrong with the reason, which may be left out."""
    problems: list[FieldProblem] = []
    text(longest, may_be_empty=True)("reason", plain.get("reason", ""), problems)
    return problems
