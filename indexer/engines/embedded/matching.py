"""What matches the words and keywords of a query: the best of it, all of it, and its size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.asked import Asked
from indexer.engines.embedded.fusing import best_first
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.scoring import lexical_scores

DECIMALS = 9  # sums of the same parts in another order differ in the last bits; rounded, equal documents tie
_MAY_TIE = 4e-9
_MANY_ALIKE = 10_000  # ids; more are read from the order of all ids, which is made once for all searches


@dataclass(frozen=True, slots=True)
class Ranked:
    """Slots best first, and how many match in all."""

    slots: NDArray[np.int64]
    total: int


class Matching:
    """The documents that hold any of the asked words or keywords and pass the mask."""

    def __init__(self, asked: Asked, passes: NDArray[np.bool_], holding: Holding) -> None:
        self._holding = holding
        self._scores = lexical_scores(asked, holding.blocks, holding.dampings, len(passes))
        self.mask: NDArray[np.bool_] = (self._scores > 0) & passes

    def best(self, depth: int) -> Ranked:
        """The `depth` best by score, then id."""
        slots = self.all()
        scores, total = self._scores[slots], len(slots)
        if total > depth:
            last = np.partition(scores, total - depth)[total - depth] if depth else np.inf
            near = np.flatnonzero(scores >= last - _MAY_TIE)
            slots, scores = slots[near], scores[near]
        scores = np.round(scores, DECIMALS)
        if len(slots) > depth + _MANY_ALIKE:
            return Ranked(slots[np.lexsort((self._holding.id_places[slots], -scores))[:depth]], total)
        return Ranked(slots[best_first(scores, slots, self._holding.columns, depth)], total)

    def all(self) -> NDArray[np.int64]:
        """Every slot that matches."""
        return np.flatnonzero(self.mask)
