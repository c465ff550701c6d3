"""The facts of many people in columns, one person's behind the other's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.facts import Facts

Places = NDArray[np.int64]


class FactColumns(NamedTuple):
    """Facts column by column: whole columns are gathered far faster than rows of several."""

    what: NDArray[np.uint8]
    code: NDArray[np.uint64]
    amount: NDArray[np.float32]
    years: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FactsOfMany:
    """The facts of n people: where in the columns each one's begin, and how many they are. Shape (n,) each."""

    columns: FactColumns
    begins: Places
    counts: Places

    def of_rows(self, rows: NDArray[np.intp]) -> FactsOfMany:
        """The facts of the people of those rows."""
        return FactsOfMany(self.columns, self.begins.take(rows), self.counts.take(rows))

    def owners_and_places(self) -> tuple[NDArray[np.intp], Places]:
        """Whose each fact is, and where it stands in the columns; one person's behind the other's."""
        owners = np.repeat(np.arange(len(self.counts)), self.counts)
        behind = np.cumsum(self.counts) - self.counts  # facts of the people before
        return owners, np.repeat(self.begins - behind, self.counts) + np.arange(len(owners))


def columns_of(facts: Facts) -> FactColumns:
    """The facts column by column."""
    return FactColumns(*(np.ascontiguousarray(facts[name]) for name in FactColumns._fields))


def begins_of(counts: Places, first: int = 0) -> Places:
    """Where each one's begin, where the first one's begin at `first` and all stand behind each other."""
    begins: Places = first + np.cumsum(counts) - counts
    return begins
