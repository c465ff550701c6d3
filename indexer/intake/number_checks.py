"""Checks of numbers: true is not 1, "2" is not 2, and not-a-number lies within no bounds."""

from __future__ import annotations

from indexer.intake.checks import Check, wrong_type
from indexer.intake.problems import FieldProblem

_OUTSIDE = "Tallet ligger uden for grænserne."


def whole_number(low: int, high: int) -> Check:
    """A whole number within the bounds, both included."""

    def check(field: str, value: object, problems: list[FieldProblem]) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            fix = f"Skriv et heltal som {low}, uden anførselstegn."
            problems.append(wrong_type(field, value, "et heltal", fix))
        elif not low <= value <= high:
            problems.append(FieldProblem(field, _OUTSIDE, f"Skriv et heltal fra {low} til {high}."))

    return check


def number(low: float, high: float, *, above_low: bool = False) -> Check:
    """A number within the bounds; `above_low` leaves the lower bound itself out."""
    bounds = f"over {low:g} og højst {high:g}" if above_low else f"fra {low:g} til {high:g}"

    def check(field: str, value: object, problems: list[FieldProblem]) -> None:
        if not isinstance(value, int | float) or isinstance(value, bool):
            fix = "Skriv et tal uden anførselstegn, med punktum foran decimalerne."
            problems.append(wrong_type(field, value, "et tal", fix))
        elif not low <= value <= high or (above_low and value == low):
            problems.append(FieldProblem(field, _OUTSIDE, f"Skriv et tal {bounds}."))

    return check
