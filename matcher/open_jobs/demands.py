"""The demands that were read out of an order, as everybody reads them: each once, alternatives together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from matcher.eligibility.shortfalls import NOUNS
from matcher.ranking.grades import requirement_label
from taxonomy.reading.findings import Quote, Requirement, RequirementKind

Plain = Mapping[str, Any]  # a demand as the `read` line has it
NOWHERE = Quote("", None, 0, 0, "")


def demands_in_words(asked: Iterable[Plain]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What must be and what is wished for; what nobody may have is told to nobody."""
    sought = [one for one in asked if not one.get("excluded")]
    must = _in_words([one for one in sought if one["hard"]])
    demanded = {_what(one) for one in sought if one["hard"]}
    return must, _in_words([one for one in sought if not one["hard"] and _what(one) not in demanded])


def _in_words(asked: Sequence[Plain]) -> tuple[str, ...]:
    grouped: dict[int, list[Plain]] = {}
    for one in asked:
        if one.get("group") is not None:
            grouped.setdefault(one["group"], []).append(one)
    alternatives = {_what(one) for several in grouped.values() for one in several}
    alone = [[one] for one in asked if one.get("group") is None and _what(one) not in alternatives]
    levelled = {_what(one) for one in asked if one["level"]}
    said = {}
    for several in (*alone, *grouped.values()):
        exact = [one for one in several if one["level"] or _what(one) not in levelled] or several
        said[frozenset(map(_what, several))] = " eller ".join(dict.fromkeys(map(_phrase, exact)))
    return tuple(dict.fromkeys(said.values()))


def _what(one: Plain) -> tuple[str, str]:
    return one["kind"], one["key"].casefold()


def demand_name(one: Plain) -> str:
    """The demand without the noun of its kind: "dansk på B1", "fyldt 18 år", "C/E"."""
    kind, level = RequirementKind(one["kind"]), one.get("level")
    if kind is RequirementKind.AGE and level:
        return f"fyldt {level} år"
    return requirement_label(Requirement(kind, one["key"], level, hard=True, quote=NOWHERE))


def _phrase(one: Plain) -> str:
    return f"{NOUNS.get(RequirementKind(one['kind']), '')}{demand_name(one)}"
