"""A text with what was read in it marked, by character positions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api import labels
from indexer.intake.job_order import JobOrder
from matcher.open_jobs.demands import demand_name

OCCUPATION, DEMAND, WISH, WAIVED = "stilling", "krav", "oenske", "fravalg"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing read: its kind of mark, what it was taken for, and where the words stand."""

    mark: str
    kind: str
    meaning: str
    quote: str
    field: str
    index: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """One thing read with all the words that say it, each once."""

    mark: str
    kind: str
    meaning: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of text; `mark` and `meaning` are empty where nothing was read."""

    text: str
    mark: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class MarkedField:
    """One field of the order, or one item of a list field, in pieces."""

    field: str
    pieces: tuple[MarkedPiece, ...]


def findings(read: Mapping[str, Any]) -> list[Finding]:
    """Everything read, occupations first, in the order of the `read` line; of alternatives each names the others."""
    found = [_finding(one, OCCUPATION, "stilling", one["label"]) for one in read.get("occupations", ())]
    asked = read.get("requirements", ())
    found += [_requirement(one, DEMAND if one["hard"] else WISH, others_of(one, asked)) for one in asked]
    return found + [_requirement(one, WAIVED) for one in read.get("waived", ())]


def told_once(found: Iterable[Finding]) -> list[ToldOnce]:
    """What was read, each thing once however often it is said."""
    said: dict[tuple[str, str, str], dict[str, str]] = {}
    for one in found:
        said.setdefault((one.mark, one.kind, one.meaning), {}).setdefault(one.quote.casefold(), one.quote)
    return [ToldOnce(*thing, tuple(quotes.values())) for thing, quotes in said.items()]


def others_of(one: Mapping[str, Any], asked: Sequence[Mapping[str, Any]]) -> list[str]:
    """The keys of which one is enough in place of this one."""
    mine = one.get("group")
    alike = [other["key"] for other in asked if mine is not None and other.get("group") == mine]
    return [key for key in dict.fromkeys(alike) if key != one["key"]]


def marked_fields(order: JobOrder, found: Sequence[Finding]) -> list[MarkedField]:
    """The order's texts with marks, in the order they are written down."""
    texts: list[tuple[str, int | None, str]] = [("title", None, order.title), ("text", None, order.text)]
    texts += [("must_have", index, text) for index, text in enumerate(order.must_have)]
    texts += [("nice_to_have", index, text) for index, text in enumerate(order.nice_to_have)]
    return [
        MarkedField(field, pieces(text, (one for one in found if (one.field, one.index) == (field, index))))
        for field, index, text in texts
    ]


def pieces(text: str, found: Iterable[Finding]) -> tuple[MarkedPiece, ...]:
    """The text cut at the findings; of findings that overlap the first, longest one is marked and tells of the rest."""
    cut: list[MarkedPiece] = []
    at = 0
    for start, end, together in _stretches(found, len(text)):
        if start > at:
            cut.append(MarkedPiece(text[at:start]))
        meaning = "; ".join(dict.fromkeys(f"{one.kind}: {one.meaning}" for one in together))
        cut.append(MarkedPiece(text[start:end], together[0].mark, meaning))
        at = end
    return (*cut, MarkedPiece(text[at:])) if at < len(text) else tuple(cut)


def _stretches(found: Iterable[Finding], length: int) -> list[tuple[int, int, list[Finding]]]:
    stretches: list[tuple[int, int, list[Finding]]] = []
    # A reading of an earlier revision may point beyond a text that was shortened since.
    sound = (one for one in found if 0 <= one.start < one.end <= length)
    for one in sorted(sound, key=lambda one: (one.start, -one.end)):
        if stretches and one.start < stretches[-1][1]:
            start, end, together = stretches[-1]
            stretches[-1] = (start, max(end, one.end), [*together, one])
        else:
            stretches.append((one.start, one.end, [one]))
    return stretches


def _requirement(one: Mapping[str, Any], mark: str, others: Sequence[str] = ()) -> Finding:
    excluded = "ikke: " if one.get("excluded") else ""
    instead = f" eller {' eller '.join(others)}" if others else ""
    meaning = f"{excluded}{demand_name(one)}{instead}"
    return _finding(one, mark, labels.REQUIREMENTS.get(one["kind"], one["kind"]), meaning)


def _finding(one: Mapping[str, Any], mark: str, kind: str, meaning: str) -> Finding:
    return Finding(mark, kind, meaning, one["quote"], one["field"], one.get("index"), one["start"], one["end"])
