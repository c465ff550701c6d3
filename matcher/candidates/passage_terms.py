"""The terms of many passages in two bytes each, and what they share with a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from indexer.terms import BUCKETS, Terms

LOW_BITS = 16
LOWS = 1 << LOW_BITS
HIGHS = BUCKETS >> LOW_BITS

# Passages whose terms are worked on together: so few stay in the processor's own memory, which halves the time.
AT_ONCE = 512

Places = NDArray[np.intp]


class PassageTerms:
    """Terms by their low bits, passage after passage, ascending in each.

    `counts`, shape (passages, HIGHS), tells how many of a passage's terms have which bits above.
    """

    def __init__(self, low: NDArray[np.uint16], counts: NDArray[np.uint16]) -> None:
        self._low, self._counts = low, counts

    @cached_property
    def _ends(self) -> Places:
        """Where in `low` each passage's terms of the same bits above end. Shape (passages * HIGHS,)."""
        return np.cumsum(self._counts.reshape(-1), dtype=np.intp)

    def whole(self) -> Terms:
        """The terms as they were, passage after passage."""
        highs = np.tile(np.arange(HIGHS, dtype=np.uint32) << LOW_BITS, len(self._counts))
        terms: Terms = np.repeat(highs, self._counts.reshape(-1)).astype(np.uint32, copy=False)
        terms |= self._low
        return terms

    def with_term(self, term: int) -> Places:
        """The passages that the term stands in, ascending."""
        groups = np.searchsorted(self._ends, np.flatnonzero(self._low == term % LOWS), "right")
        found: Places = groups[groups % HIGHS == term // LOWS] // HIGHS
        return found

    def shared(self, texts: Sequence[Terms], worth: NDArray[np.float32]) -> NDArray[np.float64]:
        """The worth (by bucket) of the terms that each passage shares with each of up to eight texts, in all.

        Shape (passages, texts).
        """
        within = np.zeros(BUCKETS, np.uint8)  # by bit, the texts that a term stands in
        for place, terms in enumerate(texts):
            within[terms] |= np.uint8(1 << place)
        sums = np.zeros((len(self._counts), 1 << len(texts)))
        for start in range(0, len(sums), AT_ONCE):
            some = slice(start, start + AT_ONCE)
            sums[some] = self._part(some)._worth_by_set(within, worth, len(texts))
        return sums @ _members(len(texts))

    def _part(self, some: slice) -> PassageTerms:
        """Those of some of the passages."""
        first, end = (int(self._ends[at * HIGHS - 1]) if at else 0 for at in some.indices(len(self._counts))[:2])
        return PassageTerms(self._low[first:end], self._counts[some])

    def _worth_by_set(self, within: NDArray[np.uint8], worth: NDArray[np.float32], texts: int) -> NDArray[np.float64]:
        """The worth of each passage's terms by the set of texts that they stand in. Shape (passages, sets)."""
        mine = self.whole()
        texts_of = within.take(mine)
        hits = np.flatnonzero(texts_of != 0)  # of truths it is five times as fast
        ends = np.searchsorted(hits, self._ends[HIGHS - 1 :: HIGHS])
        sets = np.repeat(np.arange(len(ends)) << texts, np.diff(ends, prepend=0))
        sets |= texts_of.take(hits)
        found = np.bincount(sets, worth.take(mine.take(hits)), len(ends) << texts).astype(np.float64, copy=False)
        return found.reshape(-1, 1 << texts)


@lru_cache
def _members(texts: int) -> NDArray[np.float64]:
    """Which texts each set of texts, as bits, holds. Shape (sets, texts)."""
    sets = np.arange(1 << texts)[:, None]
    return (sets >> np.arange(texts) & 1).astype(np.float64)
