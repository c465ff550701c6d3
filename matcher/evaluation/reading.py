"""Measures the reading of demands and terms against labels: counts by kind, and every mistake by its sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from matcher.evaluation.labels import LabelledDemand, LabelledReading
from matcher.orders.profile import text_fields
from taxonomy.catalog import Catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import OrderReading, Requirement
from taxonomy.reading.orders.correcting import TERMS


class MistakeSort(StrEnum):
    """What went wrong with a demand, with the words a report says it in."""

    MISSED = "overset"
    OTHER_KEY = "læst som noget andet"
    SOFTENED = "krav læst som ønske"
    HARDENED = "ønske læst som krav"
    EXCLUSION = "må ikke haves, eller omvendt"
    TOO_MUCH = "læst uden at stå der"
    NEGATED = "fravalgt, men læst som krav"
    TERM = "vilkår læst anderledes"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: the order, what sort, the demand, and the words that were read, empty for what was missed."""

    order: str
    sort: MistakeSort
    kind: str
    key: str
    words: str = ""


@dataclass(slots=True)
class ReadingTally:
    """Counts over the texts; keys are kinds. `levels` and `places` are of the demands found right."""

    texts: int = 0
    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    levels: Counter[bool] = field(default_factory=Counter)
    places: Counter[bool] = field(default_factory=Counter)
    terms: Counter[tuple[str, bool]] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def kinds(self) -> list[str]:
        """The kinds that were labelled or found."""
        return sorted({*self.right, *self.missed, *self.wrong})

    @property
    def negated(self) -> list[Mistake]:
        """What the text waives and was read as demanded."""
        return [mistake for mistake in self.mistakes if mistake.sort is MistakeSort.NEGATED]

    def labelled(self, kind: str | None = None) -> int:
        """How many demands the labels hold, of a kind or of all."""
        return _of(self.right, kind) + _of(self.missed, kind)

    def figures(self, kind: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 of a kind or of all; 1 where there is nothing to find and nothing found."""
        right, missed, wrong = (_of(counter, kind) for counter in (self.right, self.missed, self.wrong))
        precision = right / (right + wrong) if right + wrong else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def evaluate_reading(readings: Iterable[LabelledReading], catalog: Catalog) -> ReadingTally:
    """The tally of reading each labelled text: a demand is right by kind, key and whether it is hard."""
    tally = ReadingTally()
    for labelled in readings:
        # What the kind of order implies is not in its words, so the labels do not contain it.
        found = read_order(text_fields(labelled.order), catalog)
        tally.texts += 1
        _compare(labelled, found, tally)
        _compare_terms(labelled, found, tally)
    return tally


def _of(counter: Counter[str], kind: str | None) -> int:
    return counter.total() if kind is None else counter[kind]


def _compare(labelled: LabelledReading, found: OrderReading, tally: ReadingTally) -> None:
    remaining = _once(found.requirements)
    missed: list[LabelledDemand] = []
    for demand in sorted(labelled.demands, key=lambda one: one.optional):
        match = next((one for one in remaining if _named(demand, one)), None)
        if match is None:
            missed += [] if demand.optional else [demand]
            continue
        remaining.remove(match)
        if _meant(demand, match):
            _count_right(demand, match, tally)
        elif not demand.optional:
            tally.missed[demand.kind] += 1
            tally.wrong[demand.kind] += 1
            sort = _otherwise(demand, match)
            tally.mistakes.append(Mistake(labelled.id, sort, demand.kind, match.key, match.quote.text))
    _count_others(labelled.id, missed, remaining, tally)
    _count_negated(labelled, found, tally)


def _count_right(demand: LabelledDemand, match: Requirement, tally: ReadingTally) -> None:
    tally.right[demand.kind] += not demand.optional
    tally.levels[demand.level in {None, match.level}] += 1
    if demand.place is not None:
        tally.places[_overlaps(demand, match)] += 1


def _count_others(order: str, missed: Sequence[LabelledDemand], left: list[Requirement], tally: ReadingTally) -> None:
    """What was missed, and what was read without a label; the same words with another key are one mistake told once."""
    told: list[Requirement] = []
    for demand in missed:
        tally.missed[demand.kind] += 1
        other = next(
            (one for one in left if one.kind == demand.kind and one not in told and _overlaps(demand, one)), None
        )
        told += [other] if other else []
        sort = MistakeSort.OTHER_KEY if other else MistakeSort.MISSED
        words = f"{other.quote.text} → {other.key}" if other else ""
        tally.mistakes.append(Mistake(order, sort, demand.kind, demand.keys[0], words))
    for one in left:
        tally.wrong[one.kind.value] += 1
        if one not in told:
            tally.mistakes.append(Mistake(order, MistakeSort.TOO_MUCH, one.kind.value, one.key, one.quote.text))


def _count_negated(labelled: LabelledReading, found: OrderReading, tally: ReadingTally) -> None:
    for demand in labelled.waived:
        asked = next((one for one in found.requirements if _named(demand, one) and not one.excluded), None)
        if asked and not any(demand.kind == one.kind and set(demand.keys) & set(one.keys) for one in labelled.demands):
            mistake = Mistake(labelled.id, MistakeSort.NEGATED, demand.kind, demand.keys[0], asked.quote.text)
            tally.mistakes.append(mistake)


def _once(found: tuple[Requirement, ...]) -> list[Requirement]:
    kept: dict[tuple[str, str], Requirement] = {}
    for one in sorted(found, key=lambda one: not one.hard):
        kept.setdefault((one.kind.value, one.key.casefold()), one)
    return list(kept.values())


def _named(demand: LabelledDemand, found: Requirement) -> bool:
    return demand.kind == found.kind.value and found.key.casefold() in demand.keys


def _meant(demand: LabelledDemand, found: Requirement) -> bool:
    return demand.hard in {None, found.hard} and demand.excluded == found.excluded


def _otherwise(demand: LabelledDemand, found: Requirement) -> MistakeSort:
    if demand.excluded != found.excluded:
        return MistakeSort.EXCLUSION
    return MistakeSort.HARDENED if found.hard else MistakeSort.SOFTENED


def _overlaps(demand: LabelledDemand, found: Requirement) -> bool:
    if demand.place is None:
        return False
    name, index, start, end = demand.place
    quote = found.quote
    return (name, index) == (quote.field, quote.index) and quote.start < end and start < quote.end


def _compare_terms(labelled: LabelledReading, found: OrderReading, tally: ReadingTally) -> None:
    if labelled.terms is None:
        return
    hours = list(found.terms.hours_per_week) if found.terms.hours_per_week else None
    read = (hours, list(found.terms.shifts) or None, found.terms.start, found.terms.positions)
    for name, value in zip(TERMS, read, strict=True):
        right = value == labelled.terms.get(name)
        tally.terms[name, right] += 1
        if not right:
            tally.mistakes.append(
                Mistake(labelled.id, MistakeSort.TERM, name, str(labelled.terms.get(name)), str(value))
            )
