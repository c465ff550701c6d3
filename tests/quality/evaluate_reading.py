"""How well demands are read: python -m tests.quality.evaluate_reading [--reporting]."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import OrderReading, Requirement, TextField
from tests.quality.labelled_demands import LabelledDemand, LabelledReading, labelled_readings


@dataclass(slots=True)
class Tally:
    """Counts over the texts; keys are kinds."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    levels: Counter[bool] = field(default_factory=Counter)
    terms: Counter[tuple[str, bool]] = field(default_factory=Counter)
    negated: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)


def evaluate(readings: list[LabelledReading], catalog: Catalog) -> Tally:
    """The tally of reading each labelled text."""
    tally = Tally()
    for labelled in readings:
        found = read_order(fields_of(labelled), catalog)
        _compare(labelled, found, tally)
        _compare_terms(labelled, found, tally)
    return tally


def fields_of(labelled: LabelledReading) -> list[TextField]:
    """The fields of a labelled order as reading takes them."""
    order = labelled.order
    lists = (("must_have", order.must_have), ("nice_to_have", order.nice_to_have))
    return [
        TextField("title", order.title),
        TextField("text", order.text),
        *(TextField(name, item, index) for name, items in lists for index, item in enumerate(items)),
    ]


def _compare(labelled: LabelledReading, found: OrderReading, tally: Tally) -> None:
    remaining = _once(found.requirements)
    for demand in sorted(labelled.demands, key=lambda one: one.optional):
        match = next((one for one in remaining if _named(demand, one)), None)
        right = match is not None and _meant(demand, match)
        if match is not None:
            remaining.remove(match)
        if right and match is not None:
            tally.right[demand.kind] += not demand.optional
            tally.levels[demand.level in {None, match.level}] += 1
        elif not demand.optional:
            tally.missed[demand.kind] += 1
            tally.wrong[demand.kind] += match is not None
            _note(tally, labelled, "missed" if match is None else "meant otherwise", demand)
    for one in remaining:
        tally.wrong[one.kind.value] += 1
        tally.mistakes.append(f"{labelled.order.id} too much: {one.kind} {one.key} hard={one.hard} {one.quote.text!r}")
    _negated(labelled, found, tally)


def _negated(labelled: LabelledReading, found: OrderReading, tally: Tally) -> None:
    for demand in labelled.waived:
        asked = any(_named(demand, one) and not one.excluded for one in found.requirements)
        if asked and not any(demand.kind == one.kind and set(demand.keys) & set(one.keys) for one in labelled.demands):
            tally.negated.append(f"{labelled.order.id} {demand.kind} {demand.keys[0]}")


def _once(found: tuple[Requirement, ...]) -> list[Requirement]:
    kept: dict[tuple[str, str], Requirement] = {}
    for one in sorted(found, key=lambda one: not one.hard):
        kept.setdefault((one.kind.value, one.key.casefold()), one)
    return list(kept.values())


def _named(demand: LabelledDemand, found: Requirement) -> bool:
    return demand.kind == found.kind.value and found.key.casefold() in demand.keys


def _meant(demand: LabelledDemand, found: Requirement) -> bool:
    return demand.hard in {None, found.hard} and demand.excluded == found.excluded


def _note(tally: Tally, labelled: LabelledReading, what: str, demand: LabelledDemand) -> None:
    tally.mistakes.append(f"{labelled.order.id} {what}: {demand.kind} {demand.keys[0]} hard={demand.hard}")


def _compare_terms(labelled: LabelledReading, found: OrderReading, tally: Tally) -> None:
    hours = list(found.terms.hours_per_week) if found.terms.hours_per_week else None
    read = {
        "hours_per_week": hours,
        "shifts": list(found.terms.shifts) or None,
        "start": found.terms.start,
        "positions": found.terms.positions,
    }
    for name, value in read.items():
        right = value == labelled.terms.get(name)
        tally.terms[name, right] += 1
        if not right:
            tally.mistakes.append(f"{labelled.order.id} {name}: {value} for {labelled.terms.get(name)}")


def figures(right: int, missed: int, wrong: int) -> tuple[float, float, float]:
    """Precision, recall and F1; 1 where there is nothing to find and nothing found."""
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(tally: Tally) -> list[str]:
    """The lines of the report."""
    lines = [f"{'kind':18}{'labelled':>9}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for kind in [*sorted({*tally.right, *tally.missed, *tally.wrong}), "all"]:
        counts = [
            counter.total() if kind == "all" else counter[kind] for counter in (tally.right, tally.missed, tally.wrong)
        ]
        precision, recall, f1 = figures(*counts)
        lines.append(f"{kind:18}{counts[0] + counts[1]:9}{precision:11.3f}{recall:8.3f}{f1:7.3f}")
    lines.append(f"levels right of those found: {tally.levels[True]} of {tally.levels.total()}")
    for name in ("hours_per_week", "shifts", "start", "positions"):
        right, wrong = tally.terms[name, True], tally.terms[name, False]
        lines.append(f"{name} right: {right} of {right + wrong}")
    return [*lines, f"negated ones read as demanded: {len(tally.negated)}"]


def main(arguments: list[str]) -> None:
    """Prints the report; the mistakes of the development half only, so that the other stays unseen."""
    half = "reporting" if "--reporting" in arguments else "development"
    tally = evaluate(labelled_readings(half), load_catalog())
    lines = [f"{half} half", *table(tally)]
    if half == "development":
        lines += ["", *tally.negated, *tally.mistakes]
    print("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
