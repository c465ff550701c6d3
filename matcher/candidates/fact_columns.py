"""The facts of many people in columns: one person's behind the other's, and each one's by what they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.facts import FactKind, Facts

Places = NDArray[np.int64]
Owners = NDArray[np.intp]
Codes = NDArray[np.uint64]
Counts = NDArray[np.uint32]  # of everybody's facts by what they tell, shape (n, kinds)


class FactColumns(NamedTuple):
    """Facts column by column: what nobody asks for is not gathered."""

    code: Codes
    amount: NDArray[np.float32]
    years: NDArray[np.float64]


class Rows:
    """Facts of one sort: whose each is, the code of its key, its amount and years, each gathered when first asked for.

    They stand in the order of the people and of each one's CV.
    """

    def __init__(self, owner: Owners, at: Places, columns: FactColumns) -> None:
        self.owner = owner
        self._at, self._columns = at, columns
        self._placed: tuple[Codes, Places] | None = None

    @cached_property
    def codes(self) -> Codes:
        """The code of each one's key."""
        return self._columns.code.take(self._at)

    def places_in(self, ordered: Codes) -> Places:
        """Where each one's code stands among ascending ones; -1 where it does not. Those asked last are remembered."""
        if self._placed is None or self._placed[0] is not ordered:
            at = np.searchsorted(ordered, self.codes).clip(max=len(ordered) - 1)
            self._placed = ordered, np.where(ordered[at] == self.codes, at, -1)
        return self._placed[1]

    @cached_property
    def amounts(self) -> NDArray[np.float32]:
        """Each one's amount."""
        return self._columns.amount.take(self._at)

    @cached_property
    def years(self) -> NDArray[np.float64]:
        """Each one's years."""
        return self._columns.years.take(self._at)


@dataclass(frozen=True, slots=True)
class FactsOfMany:
    """The facts of n people: where in the columns each one's begin, shape (n,), and how many there are of each sort."""

    columns: FactColumns
    begins: Places
    counts: Counts

    def of_rows(self, rows: NDArray[np.intp]) -> FactsOfMany:
        """The facts of the people of those rows."""
        return FactsOfMany(self.columns, self.begins.take(rows), self.counts.take(rows, axis=0))

    def by_kind(self) -> Callable[[FactKind], Rows]:
        """Gives everybody's facts of one sort."""
        ends = self.begins[:, None] + np.cumsum(self.counts, axis=1, dtype=np.int64)
        everybody = np.arange(len(self.begins))

        def rows(what: FactKind) -> Rows:
            counts = self.counts[:, what]
            last = np.cumsum(counts, dtype=np.int64)  # where each one's end among those gathered
            owner = np.repeat(everybody, counts)
            return Rows(owner, np.repeat(ends[:, what] - last, counts) + np.arange(len(owner)), self.columns)

        return rows


def columns_of(facts: Facts, counts: NDArray[np.uint32]) -> tuple[FactColumns, Counts]:
    """Facts that stand one person's behind the other's, so many each: in columns, and how many of each sort."""
    sorts = np.repeat(np.arange(len(counts)), counts) * len(FactKind) + facts["what"]
    ordered = facts[np.argsort(sorts, kind="stable")]
    by_sort = np.bincount(sorts, minlength=len(counts) * len(FactKind)).astype(np.uint32)
    columns = FactColumns(*(np.ascontiguousarray(ordered[name]) for name in FactColumns._fields))
    return columns, by_sort.reshape(-1, len(FactKind))


def begins_of(counts: NDArray[np.uint32], first: int = 0) -> Places:
    """Where each one's begin, where the first one's begin at `first` and all stand behind each other."""
    begins: Places = first + np.cumsum(counts, dtype=np.int64) - counts
    return begins
