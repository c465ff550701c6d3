"""Finding by meaning, alone and together with words."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.engines.contract import (
    AnyOf,
    SearchEngine,
    SearchQuery,
)
from tests.contracts.documents import document, found, vector, words
from tests.contracts.with_engine import WithEngine


class FindsByMeaning(WithEngine):
    def test_the_nearest_vectors_are_the_true_nearest(self, engine: SearchEngine) -> None:
        vectors = np.stack([vector(n) for n in range(1500)])
        engine.put([document(f"C-{n:04}", vector=vectors[n]) for n in range(1500)])
        for seed in range(9000, 9010):
            truly = np.argsort(-(vectors.astype(np.float64) @ vector(seed)), kind="stable")[:50]
            nearest = found(engine, SearchQuery(vector=vector(seed), limit=50))
            assert nearest == [f"C-{n:04}" for n in truly]

    def test_the_nearest_under_a_filter_are_the_true_nearest_of_those_that_pass(self, engine: SearchEngine) -> None:
        vectors = np.stack([vector(n) for n in range(1200)])
        engine.put([document(f"C-{n:04}", vector=vectors[n], trade=f"t{n % 40}") for n in range(1200)])
        rows = np.array([n for n in range(1200) if n % 40 in (3, 4)])
        truly = rows[np.argsort(-(vectors[rows].astype(np.float64) @ vector(77)), kind="stable")]
        query = SearchQuery(vector=vector(77), filters=(AnyOf("trade", ("t3", "t4")),), limit=100)
        assert found(engine, query) == [f"C-{n:04}" for n in truly]
        assert engine.search(query).total == len(rows)

    def test_documents_without_a_vector_are_not_found_by_meaning(self, engine: SearchEngine) -> None:
        zero = np.zeros_like(vector(1))
        engine.put([document("C-1"), document("C-2", vector=zero), document("C-3", vector=vector(1))])
        assert found(engine, SearchQuery(vector=vector(2))) == ["C-3"]
        assert engine.search(SearchQuery(vector=vector(2))).total == 1

    def test_a_hit_tells_the_sequence_of_the_version_found_or_none(self, engine: SearchEngine) -> None:
        engine.put([document("C-1", 3, text="svejser", vector=vector(1)), document("C-2", 4, text="kok")])
        engine.put([document("C-1", 5, text="svejser", vector=vector(1))])
        for query in (SearchQuery(words=words("svejser")), SearchQuery(vector=vector(1))):
            (hit,) = engine.search(query).hits
            assert hit.sequence in {5, None}

    def test_words_and_meaning_are_fused_by_rank(self, engine: SearchEngine) -> None:
        engine.put(
            [
                document("C-both", text="truck", vector=vector(1)),
                document("C-meaning", text="andet", vector=vector(1) * 0.9 + vector(2) * 0.1),
                document("C-words", text="truck truck", vector=-vector(1)),
            ]
        )
        result = engine.search(SearchQuery(words=words("truck"), vector=vector(1)))
        hits = {hit.id: (hit.lexical_rank, hit.dense_rank) for hit in result.hits}
        assert hits == {"C-both": (2, 1), "C-words": (1, 3), "C-meaning": (None, 2)}
        assert [hit.id for hit in result.hits] == ["C-both", "C-words", "C-meaning"]
        assert result.hits[0].score == pytest.approx(1 / 61 + 1 / 62)
        assert result.total == 3
