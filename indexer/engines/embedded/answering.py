"""A query answered from one holding: found by words and by meaning, fused, sorted, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchHit, SearchQuery, SearchResult
from indexer.engines.embedded.fusing import RankedSlots, fused_slots
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.matching import WordMatches
from indexer.engines.embedded.meaning import MeaningMatches
from indexer.engines.embedded.query_terms import query_terms


class Answering:
    """One query on one holding; words are weighed and vectors scanned once, however often it is answered.

    `deepest` is how deep it will look at most.
    """

    def __init__(self, query: SearchQuery, holding: Holding, deepest: int) -> None:
        self._query, self._holding = query, holding
        self._columns = holding.columns
        self._passes = holding.passing(tuple(query.filters))
        self._matching = self._meaning = None
        if query.vector is not None and query.vector.any():  # first: it may be scanned while words are weighed
            self._meaning = MeaningMatches(query.vector, self._passes, holding, deepest)
        if query.words or query.keywords:
            terms = query_terms(query, holding.columns, holding.frequencies, holding.layout)
            self._matching = WordMatches(terms, self._passes, holding, deepest)

    def result(self) -> SearchResult:
        """The page asked for, the total and the facets."""
        page, total = self._page(self._query)
        facets = {field: self._facet(field) for field in self._query.facets}
        return SearchResult(page.hits(self._columns), total, facets)

    def looks(self, depths: Sequence[int]) -> Iterator[tuple[SearchHit, ...]]:
        """What the query finds at each depth, and wants as much of, that none before found; until one finds fewer."""
        told = np.zeros(len(self._columns.alive), np.bool_)
        for depth in depths:
            page, _ = self._page(replace(self._query, depth=depth, limit=depth))
            yield page.of(~told[page.slots]).hits(self._columns)
            if len(page.slots) < depth:
                return
            told[page.slots] = True

    def _page(self, query: SearchQuery) -> tuple[RankedSlots, int]:
        return self._listed(query) if self._is_listed else self._ranked(query)

    @property
    def _is_listed(self) -> bool:
        return self._query.sort is not None or (self._matching is None and self._meaning is None)

    def _ranked(self, query: SearchQuery) -> tuple[RankedSlots, int]:
        depth, end = query.depth, query.offset + query.limit
        best, near = None, np.empty(0, np.int64)
        if self._matching is not None:
            best = self._matching.best(max(depth, end))
        if self._meaning is not None:
            near = self._meaning.nearest(depth if best is not None else max(depth, end))
        page = fused_slots(query, best, near, self._columns)
        return page, self._total(near) if query.counted else max(len(near), 0 if best is None else len(best))

    def _total(self, near: NDArray[np.int64]) -> int:
        if self._matching is None:
            return 0 if self._meaning is None else self._meaning.count
        return self._matching.count + int(np.count_nonzero(~self._matching.mask[near]))

    def _listed(self, query: SearchQuery) -> tuple[RankedSlots, int]:
        slots = self._matched_slots(query.depth)
        places = self._holding.id_places[slots]
        if query.sort is None:
            order = np.argsort(places)
        else:
            numbers = self._columns.numbers[slots, self._holding.layout.number_number[query.sort.field]]
            # NaN, a missing number, is put last by lexsort in either direction.
            order = np.lexsort((places, -numbers if query.sort.descending else numbers))
        shown = slots[order[query.offset : query.offset + query.limit]]
        unranked = np.zeros(len(shown), np.int64)
        return RankedSlots(shown, np.zeros(len(shown)), unranked, unranked), len(slots)

    def _matched_slots(self, depth: int) -> NDArray[np.int64]:
        if self._matching is None:
            return np.flatnonzero(self._passes if self._meaning is None else self._meaning.mask)
        matched = self._matching.all()
        return matched if self._meaning is None else np.union1d(matched, self._meaning.nearest(depth))

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
    return Answering(query, holding, max(query.depth, query.offset + query.limit)).result()


def answer_deeper(query: SearchQuery, depths: Sequence[int], holding: Holding) -> Iterator[tuple[SearchHit, ...]]:
    """What a query that has been checked finds at each depth in turn; see the contract."""
    yield from Answering(query, holding, max(depths)).looks(depths)
