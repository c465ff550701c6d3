"""One query at one depth after another."""

from __future__ import annotations

from dataclasses import replace

from indexer.engines.contract import (
    AnyOf,
    SearchEngine,
    SearchQuery,
    Sort,
)
from tests.contracts.documents import document, vector, words
from tests.contracts.with_engine import WithEngine


class LooksDeeper(WithEngine):
    def test_every_look_finds_what_a_search_of_that_depth_finds_and_none_before_did(self, engine: SearchEngine) -> None:
        near = vector(999)
        engine.put(
            [
                document(f"C-{n:04}", text="truck " * (n % 5), trade=f"t{n % 3}", start=n % 11, vector=vector(n))
                for n in range(400)
            ]
        )
        some = AnyOf("trade", ("t1", "t2"))
        for query in (
            SearchQuery(words=words("truck"), vector=near, counted=False),
            SearchQuery(words=words("truck"), vector=near, filters=(some,)),
            SearchQuery(words=words("truck")),
            SearchQuery(vector=near),
            SearchQuery(sort=Sort("start")),
            SearchQuery(),
        ):
            told: set[str] = set()
            for depth, hits in zip((5, 40, 120), engine.search_deeper(query, (5, 40, 120)), strict=True):
                alone = engine.search(replace(query, depth=depth, limit=depth)).hits
                assert len(alone) == depth
                assert hits == tuple(hit for hit in alone if hit.id not in told)
                told.update(hit.id for hit in hits)

    def test_nobody_looks_deeper_than_there_is_anything(self, engine: SearchEngine) -> None:
        engine.put([document(f"C-{n}", text="truck", vector=vector(n)) for n in range(9)])
        query = SearchQuery(words=words("truck"), vector=vector(1))
        assert [len(hits) for hits in engine.search_deeper(query, (4, 20, 40))] == [4, 5]
        assert list(engine.search_deeper(SearchQuery(words=words("kran")), (4, 20))) == [()]
