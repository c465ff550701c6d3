"""The judgements of the bundled collection, in the two halves that are kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from matcher.evaluation.collection import FOLDER, ORDERS_APART, SECOND, WIDE, Part, cvs_of, lines_of, orders_of
from matcher.evaluation.runs import Judgements, gather_judgements


class Half(StrEnum):
    """`tuning` is for choosing weights and words; `reporting` for published figures, never to adjust after."""

    TUNING = "tuning"
    REPORTING = "reporting"


HALVES_APART = {Half.TUNING: "odd", Half.REPORTING: "even"}  # by the orders' numbers, as in the other parts
ORDERS_JUDGED = {
    Part.FRESH: "fresh",
    Part.NEWEST: "newest",
    Part.LATER: "*",
    Part.KINDS: "kinds",
    Part.CARE: "care",
    Part.WEAK: "weak",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One pair's grade with the judge's short comment; `at_random` pairs were drawn at random."""

    order: str
    cv: str
    grade: int
    why: str
    at_random: bool = False


def judgements_of(part: Part, half: Half) -> tuple[Judgement, ...]:
    """The grades from 1 to 3 of the half's orders of the part against the part's CVs, in the files' order."""
    if part in ORDERS_APART:
        pattern = f"judgements_{ORDERS_JUDGED[part]}_{HALVES_APART[half]}.jsonl"
        return tuple(_read(line) for line in lines_of(pattern, *ORDERS_APART[part]))
    folders = (FOLDER,) if part is Part.BUNDLED else (FOLDER, WIDE)
    orders, cvs = {found.id for found in orders_of(part)}, {found.id for found in cvs_of(part)}
    lines = lines_of(f"judgements_{half.value}_*.jsonl", *folders)
    return tuple(_read(line) for line in lines if line["order"] in orders and line["cv"] in cvs)


def second_judgements(half: Half) -> tuple[Judgement, ...]:
    """The second judge's grades from 0 to 3 of some of the half's orders; a pair that is not named was not judged."""
    return tuple(_read(line) for line in lines_of(f"judgements_second_{half.value}.jsonl", SECOND))


def bundled_judgements(half: Half, part: Part = Part.BUNDLED) -> Judgements:
    """Order to CV to grade from 1 to 3 for the orders of one half; a CV that is not named was judged 0."""
    return gather_judgements((found.order, found.cv, found.grade) for found in judgements_of(part, half))


def _read(line: Mapping[str, object]) -> Judgement:
    grade, why, at_random = int(str(line["grade"])), str(line.get("why", "")), bool(line.get("random"))
    return Judgement(str(line["order"]), str(line["cv"]), grade, why, at_random)
