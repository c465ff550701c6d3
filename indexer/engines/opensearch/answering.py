"""Answers a query from one index: the cluster finds, sorts and counts; words and meaning are fused here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from indexer.engines.contract import SearchHit, SearchQuery, SearchResult
from indexer.engines.fusion import fused_page
from indexer.engines.opensearch.clauses import (
    NOTHING,
    exactly_near,
    has_vector,
    nearly_nearest,
    passing,
    query_clauses,
    scored,
)
from indexer.engines.opensearch.index_form import ID, Json, number_field
from indexer.engines.opensearch.index_search import BY_ID, BY_SCORE, PAGE, IndexHits, IndexQuery, IndexSearch

# Up to this many vectors are compared one by one, which misses none and takes some 0.6 ms a thousand on one core. Above
# it the graph finds candidates, which are then compared in full.
EXACT_AT_MOST = 25_000
_NEAR_SPARE = 2  # times the depth is taken from the graph, whose 8-bit vectors misplace a few
_MOST_FROM_GRAPH = 5_000
_NO_HITS = IndexHits({}, 0)
_DECIMALS = 4  # sums of 32-bit scores differ beyond these with the order of summing


class Answering:
    """One query on one index; `held` gives the approximate number of its documents."""

    def __init__(self, query: SearchQuery, index: IndexSearch, held: Callable[[], int]) -> None:
        self._query, self._index, self._held = query, index, held
        self._words = query_clauses(query) if query.words or query.keywords else None
        self._vector = query.vector if query.vector is not None and query.vector.any() else None

    def result(self) -> SearchResult:
        """The page asked for, the total and the facets."""
        if self._query.sort is not None or (self._words is None and self._vector is None):
            return self._listed()
        return self._ranked()

    def _ranked(self) -> SearchResult:
        query, end = self._query, self._query.offset + self._query.limit
        lexical_depth = max(query.depth, end) if query.limit else 0
        dense_depth = query.depth if self._words is not None else lexical_depth
        by_meaning, counted, *of_words = self._index.search(
            self._dense(dense_depth), self._counting(), *self._lexical(lexical_depth)
        )
        by_words = _merged(of_words, lexical_depth)
        if self._words is None:
            page = fused_page(query, None, by_meaning.ids, by_meaning.sequences)
            return SearchResult(page, counted.total, self._facets(counted))
        total = by_words.total + self._found_by_meaning_alone(by_words, by_meaning)
        page = fused_page(query, by_words.ids, by_meaning.ids, {**by_words.sequences, **by_meaning.sequences})
        return SearchResult(page, total, self._facets(by_words))

    def _lexical(self, most: int) -> list[IndexQuery]:
        """One query, or one to count and some to score where there are more words than the cluster takes at once."""
        if self._words is None:
            return []
        filters, facets = self._query.filters, self._query.facets
        parts = [scored(part, filters) for part in self._words.parts]
        if len(parts) == 1:
            counted = self._query.counted or bool(facets)
            return [IndexQuery(parts[0], most, BY_SCORE, facets, by_words=True, counted=counted)]
        some = [IndexQuery(part, PAGE if most else 0, BY_SCORE, by_words=True) for part in parts]
        return [IndexQuery(passing(filters, self._words.any), facets=facets), *some]

    def _dense(self, most: int) -> IndexQuery:
        if self._vector is None:
            return IndexQuery(NOTHING)
        among = passing(self._query.filters, has_vector())
        if most > _MOST_FROM_GRAPH or self._is_small(among):
            return IndexQuery(exactly_near(self._vector, among), most, BY_SCORE)
        near = nearly_nearest(self._vector, among, _NEAR_SPARE * most)
        return IndexQuery(exactly_near(self._vector, near), most, BY_SCORE)

    def _is_small(self, among: Json) -> bool:
        held = self._held()
        if held <= EXACT_AT_MOST or not self._query.filters:
            return held <= EXACT_AT_MOST
        return self._index.search(IndexQuery(among))[0].total <= EXACT_AT_MOST

    def _counting(self) -> IndexQuery:
        """What has a vector and passes, for a search by meaning alone; its facets count what merely passes."""
        if self._words is not None:
            return IndexQuery(NOTHING)
        return IndexQuery(passing(self._query.filters, has_vector()))

    def _found_by_meaning_alone(self, by_words: IndexHits, by_meaning: IndexHits) -> int:
        known = set(by_words.ids)
        doubtful = [one for one in by_meaning.ids if one not in known]
        if self._words is None or not doubtful or not self._query.counted or by_words.total <= len(by_words.ids):
            return len(doubtful)
        held = passing(self._query.filters, {"terms": {ID: doubtful}}, self._words.any)
        return len(doubtful) - self._index.search(IndexQuery(held))[0].total

    def _facets(self, found: IndexHits) -> dict[str, dict[str, int]]:
        if not self._query.facets or found.facets:
            return found.facets
        return self._index.search(IndexQuery(passing(self._query.filters), facets=self._query.facets))[0].facets

    def _listed(self) -> SearchResult:
        query, end = self._query, self._query.offset + self._query.limit
        matching = passing(query.filters, *([self._words.any] if self._words is not None else []))
        listed = IndexQuery(self._all(matching), end if query.limit else 0, self._order())
        found, counted = self._index.search(listed, IndexQuery(matching, facets=query.facets))
        hits = tuple(SearchHit(one, 0.0) for one in found.ids[query.offset : end])
        return SearchResult(hits, found.total, counted.facets)

    def _all(self, matching: Json) -> Json:
        """Everything found in any way, to be put in an order of its own."""
        if self._vector is None:
            return matching
        if self._words is None:
            return passing(self._query.filters, has_vector())
        near = self._index.search(self._dense(self._query.depth))[0].ids
        either: Json = {"bool": {"should": [self._words.any, {"terms": {ID: near}}], "minimum_should_match": 1}}
        return passing(self._query.filters, either)

    def _order(self) -> Sequence[Json]:
        if self._query.sort is None:
            return BY_ID
        direction = "desc" if self._query.sort.descending else "asc"
        return ({number_field(self._query.sort.field): {"order": direction, "missing": "_last"}}, *BY_ID)


def _merged(found: Sequence[IndexHits], most: int) -> IndexHits:
    """The counts of the first answer with the list of all: scores of the same id add up."""
    if len(found) <= 1:
        return found[0] if found else _NO_HITS
    scores: dict[str, float] = {}
    sequences: dict[str, int] = {}
    for part in found:
        sequences.update(part.sequences)
        for one, score in zip(part.ids, part.scores, strict=False):
            scores[one] = scores.get(one, 0.0) + score
    ordered = sorted(scores, key=lambda one: (-round(scores[one], _DECIMALS), one))
    return IndexHits({one: sequences[one] for one in ordered[:most]}, found[0].total, facets=found[0].facets)
