"""What matches the words and keywords of a query: the best of it, all of it, and its size."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.fusing import best_first
from indexer.engines.embedded.highest import Highest
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.query_terms import QueryTerms
from indexer.engines.embedded.scoring import lexical_scores

DECIMALS = 9  # sums of the same parts in another order differ in the last bits; rounded, equal documents tie
_MAY_TIE = 4e-9
_MANY_ALIKE = 10_000  # ids; more are read from the order of all ids, which is made once for all searches


class WordMatches:
    """The documents that hold any of the asked words or keywords and pass the mask; weighed once.

    Of the best so many as `deepest` are asked for at most.
    """

    def __init__(self, terms: QueryTerms, passes: NDArray[np.bool_], holding: Holding, deepest: int) -> None:
        self._holding, self._deepest = holding, deepest
        self._scores = lexical_scores(terms, holding.blocks, holding.word_parts, len(passes))
        if not passes.all():
            self._scores *= passes

    @cached_property
    def mask(self) -> NDArray[np.bool_]:
        """Which slots match."""
        return np.asarray(self._scores > 0)

    @cached_property
    def count(self) -> int:
        """How many match."""
        return int(np.count_nonzero(self.mask))

    def all(self) -> NDArray[np.int64]:
        """Every slot that matches."""
        return np.flatnonzero(self.mask)

    def best(self, most: int) -> NDArray[np.int64]:
        """The slots of the `most` best by score, then id."""
        slots = self._likely(most)
        scores = np.round(self._scores[slots], DECIMALS)
        if len(slots) > most + _MANY_ALIKE:
            return slots[np.lexsort((self._holding.id_places[slots], -scores))[:most]]
        return slots[best_first(scores, slots, self._holding.columns, most)]

    def _likely(self, most: int) -> NDArray[np.int64]:
        """Slots that hold the `most` best, with those that rounding makes equal to the last of them."""
        if most >= len(self._scores):
            return self.all()
        slots = self._highest.places(most)
        return slots[self._scores[slots] > 0]

    @cached_property
    def _highest(self) -> Highest:
        return Highest(self._scores, _MAY_TIE, self._deepest)
