"""A query answered from one holding: found by words and by meaning, fused, sorted, counted."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchHit, SearchQuery, SearchResult
from indexer.engines.embedded.asked import asked_of
from indexer.engines.embedded.fusing import best_first, fused_slots
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.matching import Matching
from indexer.engines.embedded.meaning import likely_nearest, similarities


class Answering:
    """One query on one holding."""

    def __init__(self, query: SearchQuery, holding: Holding) -> None:
        self._query, self._holding = query, holding
        self._columns = holding.columns
        self._passes = holding.passing(tuple(query.filters))
        self._vector = query.vector if query.vector is not None and query.vector.any() else None
        self._matching = None
        if query.words or query.keywords:
            asked = asked_of(query, holding.columns, holding.frequencies, holding.layout)
            self._matching = Matching(asked, self._passes, holding)

    def result(self) -> SearchResult:
        """The page asked for, the total and the facets."""
        if self._query.sort is not None or (self._matching is None and self._vector is None):
            hits, total = self._listed()
        else:
            hits, total = self._ranked()
        return SearchResult(hits, total, {field: self._facet(field) for field in self._query.facets})

    def _ranked(self) -> tuple[tuple[SearchHit, ...], int]:
        depth, end = self._query.depth, self._query.offset + self._query.limit
        best = near = np.empty(0, np.int64)
        total = 0
        if self._matching is not None:
            ranked = self._matching.best(max(depth, end))
            best, total = ranked.slots, ranked.total
        if self._vector is not None:
            near = self._nearest(depth if self._matching is not None else max(depth, end))
            total = self._total_with(near, total) if self._query.counted else max(total, len(best), len(near))
        return fused_slots(self._query, best if self._matching else None, near, self._columns), total

    def _listed(self) -> tuple[tuple[SearchHit, ...], int]:
        slots = self._matched_slots()
        places = self._holding.id_places[slots]
        if self._query.sort is None:
            order = np.argsort(places)
        else:
            numbers = self._columns.numbers[slots, self._holding.layout.number_number[self._query.sort.field]]
            # NaN, a missing number, is put last by lexsort in either direction.
            order = np.lexsort((places, -numbers if self._query.sort.descending else numbers))
        page = slots[order[self._query.offset : self._query.offset + self._query.limit]]
        return tuple(SearchHit(one, 0.0) for one in self._ids(page)), len(slots)

    def _matched_slots(self) -> NDArray[np.int64]:
        if self._matching is None:
            return np.flatnonzero(self._passes if self._vector is None else self._with_vector())
        matched = self._matching.all()
        return matched if self._vector is None else np.union1d(matched, self._nearest(self._query.depth))

    def _nearest(self, most: int) -> NDArray[np.int64]:
        if self._vector is None:
            return np.empty(0, np.int64)
        slots = likely_nearest(self._vector, self._passes, most, self._columns.signs, self._holding.scales)
        near = similarities(self._vector, slots, self._holding.side)
        return slots[best_first(near, slots, self._columns, most)]

    def _total_with(self, near: NDArray[np.int64], matched: int) -> int:
        if self._matching is None:
            return int(self._with_vector().sum())
        return matched + int(np.count_nonzero(~self._matching.mask[near]))

    def _with_vector(self) -> NDArray[np.bool_]:
        return np.asarray(self._passes & self._columns.records["has_vector"])

    def _ids(self, slots: NDArray[np.int64]) -> list[str]:
        return [self._columns.ids[slot] for slot in slots.tolist()]

    def _facet(self, field: str) -> Mapping[str, int]:
        number = self._holding.layout.value_number[field]
        values = self._columns.values[number]
        counts = self._counts(number, self._passes if self._matching is None else self._matching.mask)
        named = [(values[code], count) for code, count in counts.items()]
        return dict(sorted(named, key=lambda pair: (-pair[1], pair[0])))

    def _counts(self, field: int, mask: NDArray[np.bool_]) -> dict[int, int]:
        entries = self._columns.entries[field]
        counts = np.bincount(entries.codes[np.flatnonzero(mask[entries.slots])])
        return {int(code): int(counts[code]) for code in np.flatnonzero(counts)}


def answer(query: SearchQuery, holding: Holding) -> SearchResult:
    """The answer to a query that has been checked."""
    return Answering(query, holding).result()
