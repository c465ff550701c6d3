"""Checks JSON input: an object with known fields, all problems reported at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from indexer.intake import FieldProblem, IntakeError, unknown_fields

LONGEST_REASON = 200  # characters; enough for a reason, too few for a case history


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


def reason_problems(plain: Mapping[str, object]) -> Iterator[FieldProblem]:
    """What is wrong with the reason."""
    reason = plain.get("reason", "")
    if not isinstance(reason, str) or len(reason) > LONGEST_REASON:
        yield FieldProblem("reason", "Begrundelsen er ikke en kort tekst.", f"Skriv højst {LONGEST_REASON} tegn.")
