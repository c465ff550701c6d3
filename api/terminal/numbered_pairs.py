"""Reads lines that give an order and a CV a number: the ranks of a run, the grades of a judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from indexer.intake import FieldProblem, IntakeError


@dataclass(frozen=True, slots=True)
class Pair:
    """A number given to an order and a CV: a rank or a grade."""

    order: str
    cv: str
    number: int

    @property
    def id(self) -> str:
        """What may not come twice in a file."""
        return f"{self.order} {self.cv}"


def pair_reader(field: str, allowed: range | None = None) -> Callable[[object], Pair]:
    """Reads lines whose number stands in the field and is one of the allowed; raises IntakeError for any other line."""

    def read(line: object) -> Pair:
        if isinstance(line, dict):
            order, cv, number = line.get("order"), line.get("cv"), line.get(field)
            if isinstance(order, str) and isinstance(cv, str) and type(number) is int:
                if allowed is None or number in allowed:
                    return Pair(order, cv, number)
                raise IntakeError((FieldProblem(field, f"{number} findes ikke.", _fix(allowed)),))
        fix = f'Skriv {{"order": "A-1", "cv": "C-1", "{field}": 1}}.'
        raise IntakeError((FieldProblem(field, "Linjen har ikke order, cv og et helt tal.", fix),))

    return read


def _fix(allowed: range) -> str:
    return f"Skriv et tal fra {allowed[0]} til {allowed[-1]}."
