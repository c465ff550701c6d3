"""What is wrong with something handed in: the field, the problem and the fix, in Danish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_NAME = 40  # characters of a field's name that a problem repeats


def shown_name(name: str) -> str:
    """A name that somebody sent, as a problem may repeat it: not endless, and nothing that is no letter or sign."""
    return "".join(mark if mark.isprintable() else "?" for mark in name[:LONGEST_NAME])


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One problem with one field; `field` is a path such as `experience[2].years`, empty for the whole.

    The sentences never repeat what a person wrote.
    """

    field: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.field + ': ' if self.field else ''}{self.problem} {self.fix}"


def unknown_fields(given: Iterable[object], known: Iterable[str]) -> list[FieldProblem]:
    """A problem for every field that is not known, with those that are."""
    names = list(known)
    fix = f"Brug {', '.join(names)}."
    return [FieldProblem(shown_name(str(name)), "Feltet kendes ikke.", fix) for name in given if name not in names]


class IntakeError(ValueError):
    """A job order or CV cannot be received; `problems` holds all that is wrong with it, not only the first."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))
