"""What matches the words and keywords of a query: the best of it by exact score, all of it, and its size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from tantivy import Query

from indexer.engines.contract import Filter
from indexer.engines.embedded.asked import Asked
from indexer.engines.embedded.clauses import filter_clauses, matching_query
from indexer.engines.embedded.fusing import best_first
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.lexical_index import Found, best_slots, value_field
from indexer.engines.embedded.scoring import lexical_scores

# tantivy rounds document lengths and counts documents that are gone, so more than asked for are fetched and scored
# exactly. Where the cut could still have lost one, more are fetched, up to so many times the depth.
_FETCHED_BESIDE = 5  # at first a fifth more
_SPARE = 100
_STEP = 3
_FETCHED_AT_MOST = 16
_TIED = 1e-6


@dataclass(frozen=True, slots=True)
class Ranked:
    """Slots best first, and how many match in all."""

    slots: NDArray[np.int64]
    total: int


class Matching:
    """The documents that hold any of the asked words or keywords and pass the filters and the mask."""

    def __init__(self, asked: Asked, filters: Sequence[Filter], passes: NDArray[np.bool_], holding: Holding) -> None:
        self._asked, self._passes, self._holding = asked, passes, holding
        clauses = filter_clauses(filters, holding.columns, holding.layout, holding.schema, holding.outdated)
        self._query: Query = matching_query(asked, clauses, holding.schema)

    def best(self, depth: int) -> Ranked:
        """The `depth` best by score, then id."""
        fetch = depth + depth // _FETCHED_BESIDE + _SPARE
        while True:
            found = self._found(fetch)
            scores = self._scores(found.slots, self._asked)
            order = best_first(scores, found.slots, self._holding.columns, depth)
            if found.total <= fetch or self._surely_complete(found, scores, order, fetch):
                return Ranked(found.slots[order], found.total)
            fetch *= _STEP

    def all(self) -> NDArray[np.int64]:
        """Every slot that matches."""
        return self._found(max(self._found(1).total, 1)).slots

    def among(self, slots: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the slots match."""
        sought = {name: self._asked.words[name] for name, _ in self._asked.sought}
        return self._scores(slots, replace(self._asked, words=sought)) > 0

    def counts(self, field: int) -> dict[int, int]:
        """How many of the matching documents hold each code of a value field."""
        codes = max(len(self._holding.columns.values[field]), 1)
        asked = {"codes": {"terms": {"field": value_field(field), "size": codes}}}
        buckets = self._holding.searcher.aggregate(self._query, asked)["codes"]["buckets"]
        return {int(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}

    def _found(self, most: int) -> Found:
        found = best_slots(self._holding.searcher, self._query, most)
        keep = self._passes[found.slots]
        refused = int((~keep).sum())
        return Found(found.slots[keep], found.scores[keep], found.total - refused) if refused else found

    def _scores(self, slots: NDArray[np.int64], asked: Asked) -> NDArray[np.float64]:
        return lexical_scores(slots, asked, self._holding.columns, self._holding.side)

    def _surely_complete(self, found: Found, scores: NDArray[np.float64], order: NDArray[np.int64], fetch: int) -> bool:
        """Whether nothing beyond the cut can score as high as the last of the best."""
        if len(order) == 0 or len(self._asked.sought) < len(self._asked.words):
            return True
        cut = found.scores[-1]
        if fetch > _FETCHED_AT_MOST * len(order) + _SPARE:
            return bool(cut < found.scores[len(order) - 1] * (1 - _TIED))
        understated = float((scores / np.maximum(found.scores, np.finfo(np.float64).tiny)).max())
        return bool(cut * understated < scores[order[-1]])
