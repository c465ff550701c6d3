"""The passages of many candidates in the form that similarities are worked out in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Profiles
from matcher.candidates.profile import PassageKind

Floats = NDArray[np.float32]
# Multiplications in one product: so few stay in the processor's nearest memory and wake no other thread of BLAS, for
# which a busy machine waits long.
AT_ONCE = 250_000


class Batch:
    """n candidates' passages; what is needed for several signals is worked out once."""

    def __init__(self, people: Profiles) -> None:
        self.count, self.passages, self.owner = len(people), people.passages, people.passage_owner
        self._chosen: dict[tuple[PassageKind, ...], tuple[NDArray[np.intp], NDArray[np.intp]]] = {}

    def products(self, steps: NDArray[np.int8]) -> Floats:
        """Every passage's vector times each of a few others, shape (passages, others), in whole steps.

        Sums of whole steps are exact (quantising.py), so that they may be worked out a part at a time.
        """
        others, vectors = steps.T.astype(np.float32), self.passages.vectors
        found = np.empty((len(vectors), others.shape[1]), np.float32)
        rows = max(AT_ONCE // others.size, 1)
        part = np.empty((rows, vectors.shape[1]), np.float32)
        for start in range(0, len(vectors), rows):
            some = vectors[start : start + rows]
            part[: len(some)] = some
            np.dot(part[: len(some)], others, out=found[start : start + len(some)])
        return found

    def best_of(self, values: Floats, kinds: tuple[PassageKind, ...]) -> Floats:
        """The highest value among each candidate's passages of the kinds; NaN where there is none. Shape (n,)."""
        best = np.full(self.count, np.nan, np.float32)
        chosen, starts = self._of_kinds(kinds)
        if len(chosen):
            best[self.owner[chosen[starts]]] = np.maximum.reduceat(values[chosen], starts)
        return best

    def mean(self, values: Floats) -> Floats:
        """The mean over each candidate's passages. Shape (n,)."""
        sums = np.bincount(self.owner, values, self.count)
        return (sums / np.bincount(self.owner, minlength=self.count)).astype(np.float32)

    def _of_kinds(self, kinds: tuple[PassageKind, ...]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The passages of the kinds, and where among them each person's begin."""
        if kinds not in self._chosen:
            wanted = np.zeros(len(PassageKind), np.bool_)
            wanted[list(kinds)] = True
            chosen = np.flatnonzero(wanted.take(self.passages.kinds))
            starts = np.flatnonzero(np.diff(self.owner[chosen], prepend=-1))
            self._chosen[kinds] = chosen, starts
        return self._chosen[kinds]
