"""Measures how far two judges agree on who suits whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation.intervals import bootstrap_rows, central_95
from matcher.evaluation.judgements import Judgement
from matcher.evaluation.metrics import RELEVANT_FROM
from matcher.evaluation.runs import Judgements

GRADES = 4  # 0 to 3

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class GradedTwice:
    """One pair's grades by both judges; `at_random` pairs were drawn at random for the second judge."""

    order: str
    cv: str
    first: int
    second: int
    at_random: bool = False


def graded_twice(first: Judgements, second: Iterable[Judgement]) -> tuple[GradedTwice, ...]:
    """The pairs graded by the second judge, of orders that the first judged; the first judge's silence is grade 0."""
    return tuple(
        GradedTwice(found.order, found.cv, first[found.order].get(found.cv, 0), found.grade, found.at_random)
        for found in second
        if found.order in first
    )


@dataclass(frozen=True)
class Agreement:
    """Contingency tables of the grades; `tables` has shape (orders, 4, 4), the first judge's grade first."""

    tables: Counts

    @property
    def table(self) -> Counts:
        """All orders together; shape (4, 4)."""
        return _summed(self.tables)

    def within(self, grades: int) -> int:
        """How many pairs have grades that lie at most so far apart."""
        return int(self.table[_apart(GRADES) <= grades].sum())

    @property
    def same_side(self) -> int:
        """How many pairs both find worth proposing, or neither does."""
        return int(np.trace(_in_two(self.table)))

    @property
    def stricter(self) -> int:
        """How many pairs the second judge graded lower."""
        return int(np.tril(self.table, -1).sum())

    @property
    def milder(self) -> int:
        """How many pairs the second judge graded higher."""
        return int(np.triu(self.table, 1).sum())

    def kappa(self) -> tuple[float, tuple[float, float]]:
        """Kappa weighted by the squared distance (Cohen 1968), with its 95 % confidence interval over orders."""
        return _with_interval(self.tables)

    def kappa_of_sides(self) -> tuple[float, tuple[float, float]]:
        """The same for worth proposing or not alone (Cohen 1960)."""
        return _with_interval(_in_two(self.tables))


def agreement(pairs: Iterable[GradedTwice]) -> Agreement:
    """The pairs counted, order by order."""
    by_order: dict[str, Counts] = defaultdict(lambda: np.zeros((GRADES, GRADES), dtype=np.int64))
    for pair in pairs:
        by_order[pair.order][pair.first, pair.second] += 1
    return Agreement(np.array([by_order[order] for order in sorted(by_order)]).reshape(-1, GRADES, GRADES))


def _with_interval(tables: Counts) -> tuple[float, tuple[float, float]]:
    if not len(tables):
        return 0.0, (0.0, 0.0)
    drawn = tables[bootstrap_rows(len(tables))].sum(axis=1)
    return _kappa(_summed(tables)), central_95(np.array([_kappa(one) for one in drawn]))


def _kappa(table: Counts) -> float:
    distance = _apart(len(table)) ** 2
    by_chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / max(table.sum(), 1)
    expected = float((distance * by_chance).sum())
    return 1 - float((distance * table).sum()) / expected if expected else 1.0


def _summed(tables: Counts) -> Counts:
    total: Counts = tables.sum(axis=0)
    return total


def _in_two(tables: Counts) -> Counts:
    sides = (slice(RELEVANT_FROM), slice(RELEVANT_FROM, None))
    cells = [[tables[..., own, other].sum(axis=(-2, -1)) for other in sides] for own in sides]
    return np.moveaxis(np.array(cells), (0, 1), (-2, -1))


def _apart(grades: int) -> Counts:
    places = np.arange(grades)
    distance: Counts = np.abs(places[:, None] - places)
    return distance
