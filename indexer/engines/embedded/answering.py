"""A query answered from one holding: found by words and by meaning, fused, sorted, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchHit, SearchQuery, SearchResult
from indexer.engines.embedded.fusing import fused_slots
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.matching import WordMatches
from indexer.engines.embedded.meaning import MeaningMatches
from indexer.engines.embedded.query_terms import query_terms


class Answering:
    """One query on one holding; words are weighed and vectors scanned once, however often it is answered."""

    def __init__(self, query: SearchQuery, holding: Holding) -> None:
        self._query, self._holding = query, holding
        self._columns = holding.columns
        self._passes = holding.passing(tuple(query.filters))
        self._matching = self._meaning = None
        if query.vector is not None and query.vector.any():  # first: it may be scanned while words are weighed
            self._meaning = MeaningMatches(query.vector, self._passes, holding)
        if query.words or query.keywords:
            terms = query_terms(query, holding.columns, holding.frequencies, holding.layout)
            self._matching = WordMatches(terms, self._passes, holding)

    def result(self) -> SearchResult:
        """The page asked for, the total and the facets."""
        hits, total = self._listed(self._query) if self._is_listed else self._ranked(self._query)
        return SearchResult(hits, total, {field: self._facet(field) for field in self._query.facets})

    def at_depth(self, depth: int) -> tuple[SearchHit, ...]:
        """The hits when the query looks so deep and wants as many."""
        query = replace(self._query, depth=depth, limit=depth)
        return self._listed(query)[0] if self._is_listed else self._ranked(query)[0]

    @property
    def _is_listed(self) -> bool:
        return self._query.sort is not None or (self._matching is None and self._meaning is None)

    def _ranked(self, query: SearchQuery) -> tuple[tuple[SearchHit, ...], int]:
        depth, end = query.depth, query.offset + query.limit
        best, near = None, np.empty(0, np.int64)
        if self._matching is not None:
            best = self._matching.best(max(depth, end))
        if self._meaning is not None:
            near = self._meaning.nearest(depth if best is not None else max(depth, end))
        hits = fused_slots(query, best, near, self._columns)
        return hits, self._total(near) if query.counted else max(len(near), 0 if best is None else len(best))

    def _total(self, near: NDArray[np.int64]) -> int:
        if self._matching is None:
            return 0 if self._meaning is None else self._meaning.count
        return self._matching.count + int(np.count_nonzero(~self._matching.mask[near]))

    def _listed(self, query: SearchQuery) -> tuple[tuple[SearchHit, ...], int]:
        slots = self._matched_slots(query.depth)
        places = self._holding.id_places[slots]
        if query.sort is None:
            order = np.argsort(places)
        else:
            numbers = self._columns.numbers[slots, self._holding.layout.number_number[query.sort.field]]
            # NaN, a missing number, is put last by lexsort in either direction.
            order = np.lexsort((places, -numbers if query.sort.descending else numbers))
        page = slots[order[query.offset : query.offset + query.limit]]
        return tuple(SearchHit(one, 0.0) for one in self._ids(page)), len(slots)

    def _matched_slots(self, depth: int) -> NDArray[np.int64]:
        if self._matching is None:
            return np.flatnonzero(self._passes if self._meaning is None else self._meaning.mask)
        matched = self._matching.all()
        return matched if self._meaning is None else np.union1d(matched, self._meaning.nearest(depth))

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


def answer_deeper(query: SearchQuery, depths: Sequence[int], holding: Holding) -> Iterator[tuple[SearchHit, ...]]:
    """The hits of a query that has been checked at each depth in turn, until one finds fewer."""
    answering = Answering(query, holding)
    for depth in depths:
        hits = answering.at_depth(depth)
        yield hits
        if len(hits) < depth:
            return
