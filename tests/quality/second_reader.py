"""How far a second, blind reader of the closed texts agrees with the first: the most a program can be held to.

`python -m tests.quality.second_reader` prints it. The second reader is counted as if it were the program: right by
kind, key and whether it is hard, as `jobformidling evaluate reading` counts; what it finds optional is not held to be
read.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import click

from matcher.evaluation.labels import LabelledDemand, LabelledReading, demands_of
from tests.quality.labelled_files import FOLDER, labelled_orders, labelled_readings

READINGS, ORDERS = ("reporting", "reporting_b", "reporting_c"), ("reporting", "reporting_c", "reporting_g")


def main() -> None:
    """Both agreements as lines."""
    for kind, tally in sorted(reading_agreement().items()):
        precision, recall = (tally["right"] / max(tally["right"] + tally[name], 1) for name in ("much", "missed"))
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        click.echo(f"{kind:16} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({tally['right']} alike)")
    same, texts = trade_agreement()
    click.echo(f"trade            {same} of {texts} alike or defensible by the first")


def reading_agreement() -> dict[str, Counter[str]]:
    """By kind, and under "all" together: how many demands are `right`, `missed` or too `much`."""
    second = {line["id"]: demands_of(line) for line in _lines("reading/requirements_second_reporting.jsonl")}
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for first in (one for half in READINGS for one in labelled_readings(half)):
        for kind, outcome in _outcomes(first, second[first.id]):
            tallies[kind][outcome] += 1
            tallies["all"][outcome] += 1
    return tallies


def trade_agreement() -> tuple[int, int]:
    """How many trades are the first labeller's or defensible by it, of how many texts."""
    lines = _lines("routing/orders_second_reporting.jsonl")
    second = {line["id"]: None if line["trade"] is None else str(line["trade"]) for line in lines}
    orders = [one for half in ORDERS for one in labelled_orders(half)]
    return sum(one.right(second[one.id]) for one in orders), len(orders)


def _outcomes(first: LabelledReading, second: Iterable[LabelledDemand]) -> Iterator[tuple[str, str]]:
    left = list(second)
    for demand in sorted(first.demands, key=lambda one: one.optional):
        match = next((one for one in left if one.kind == demand.kind and set(one.keys) & set(demand.keys)), None)
        if match is not None:
            left.remove(match)
        if demand.optional or (match is not None and match.optional):
            continue
        if match is not None and _alike(demand, match):
            yield demand.kind, "right"
        else:
            yield demand.kind, "missed"
            if match is not None:
                yield demand.kind, "much"
    for one in left:
        if not one.optional:
            yield one.kind, "much"


def _alike(one: LabelledDemand, other: LabelledDemand) -> bool:
    return one.excluded == other.excluded and (None in {one.hard, other.hard} or one.hard == other.hard)


def _lines(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (FOLDER / path).read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
