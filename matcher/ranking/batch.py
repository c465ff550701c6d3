"""The passages of many candidates in the form that similarities are worked out in."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.terms import BUCKETS
from matcher.candidates.crowd import Profiles
from matcher.candidates.profile import PassageKind

Floats = NDArray[np.float32]
NOT_ASKED = -1


class Batch:
    """n candidates' passages; what is needed for several signals is worked out once."""

    def __init__(self, people: Profiles) -> None:
        self.count, self.passages, self.owner = len(people), people.passages, people.passage_owner
        self._chosen: dict[tuple[PassageKind, ...], tuple[NDArray[np.intp], NDArray[np.intp]]] = {}

    @cached_property
    def vectors(self) -> Floats:
        """Whole steps as float32, whose products are exact (quantising.py)."""
        return self.passages.vectors.astype(np.float32)

    def occurrences(self, asked: NDArray[np.uint32]) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
        """Where terms asked for stand, few of many: for each its place among those asked, and its passage."""
        place = np.full(BUCKETS, NOT_ASKED, np.int32)
        place[asked] = np.arange(len(asked), dtype=np.int32)
        found = place.take(self.passages.terms)
        hits = np.flatnonzero(found >= 0)
        # Looking for the few ends among the hits costs a tenth of looking for every hit among the ends.
        ends = np.searchsorted(hits, np.cumsum(self.passages.term_counts))
        return found.take(hits), np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))

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
            chosen = np.flatnonzero(np.isin(self.passages.kinds, kinds))
            starts = np.flatnonzero(np.diff(self.owner[chosen], prepend=-1))
            self._chosen[kinds] = chosen, starts
        return self._chosen[kinds]
