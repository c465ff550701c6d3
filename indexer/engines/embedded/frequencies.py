"""In how many living documents each word stands, exactly.

Counted over replaced and deleted documents too, a score would depend on the index's history.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Word names in ascending order, each with the number of living documents that hold it."""

    names: NDArray[np.uint64]
    held_by: NDArray[np.int64]

    def of(self, names: NDArray[np.uint64]) -> NDArray[np.int64]:
        """The number of documents for each name; 0 when unknown."""
        places, known = self._places(names)
        return np.where(known, self.held_by[places], 0) if len(self.names) else np.zeros(len(names), np.int64)

    def changed(self, born: NDArray[np.uint64], died: NDArray[np.uint64]) -> Frequencies:
        """With the words of documents that came and went; each document names a word once."""
        names, steps = _steps(born, died)
        places, known = self._places(names)
        held_by = self.held_by.copy()
        held_by[places[known]] += steps[known]
        if known.all():
            return Frequencies(self.names, held_by)
        gaps = np.searchsorted(self.names, names[~known])
        return Frequencies(np.insert(self.names, gaps, names[~known]), np.insert(held_by, gaps, steps[~known]))

    def _places(self, names: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        if not len(self.names):
            return np.zeros(len(names), np.int64), np.zeros(len(names), np.bool_)
        places = np.minimum(np.searchsorted(self.names, names), len(self.names) - 1)
        return places, self.names[places] == names


def no_frequencies() -> Frequencies:
    """Those of an empty index."""
    return Frequencies(np.empty(0, np.uint64), np.empty(0, np.int64))


def _steps(born: NDArray[np.uint64], died: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    names, which = np.unique(np.concatenate((born, died)), return_inverse=True)
    came = np.bincount(which[: len(born)], minlength=len(names))
    went = np.bincount(which[len(born) :], minlength=len(names))
    return names, came - went
