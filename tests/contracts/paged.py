"""The order of hits and page after page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.engines.contract import (
    SearchDocument,
    SearchEngine,
    SearchQuery,
    Sort,
)
from tests.contracts.documents import document, found, vector, words
from tests.contracts.with_engine import WithEngine


class GivesPages(WithEngine):
    @pytest.mark.parametrize("asked", [SearchQuery(), SearchQuery(words=words("fælles"))])
    def test_sorting_by_a_number_puts_missing_ones_last_and_ties_by_id(
        self, people: SearchEngine, asked: SearchQuery
    ) -> None:
        people.put([document("C-0", text="fælles", hours=20), document("C-9", text="fælles")])
        down = SearchQuery(words=asked.words, sort=Sort("hours"))
        up = SearchQuery(words=asked.words, sort=Sort("hours", descending=False))
        assert found(people, down) == ["C-1", "C-0", "C-2", "C-4", "C-3", "C-9"]
        assert found(people, up) == ["C-4", "C-0", "C-2", "C-1", "C-3", "C-9"]

    def test_pages_go_on_without_gap_or_repetition_far_beyond_ten_thousand(self, engine: SearchEngine) -> None:
        engine.put([document(f"C-{n:05}", text="fælles", start=n % 7) for n in range(12_500)])
        for asked in (SearchQuery(words=words("fælles")), SearchQuery(), SearchQuery(sort=Sort("start"))):
            seen: list[str] = []
            for offset in range(0, 12_500, 2_500):
                page = engine.search(
                    SearchQuery(words=asked.words, sort=asked.sort, offset=offset, limit=2_500, depth=100)
                )
                seen += [hit.id for hit in page.hits]
                assert page.total == 12_500
            assert len(set(seen)) == len(seen) == 12_500

    @pytest.mark.parametrize(
        "asked", [SearchQuery(words=words("fælles")), SearchQuery(), SearchQuery(sort=Sort("start", descending=False))]
    )
    def test_pages_stand_while_their_documents_are_written_again_and_others_come_and_go_behind_them(
        self, engine: SearchEngine, asked: SearchQuery
    ) -> None:
        def written(sequence: int) -> list[SearchDocument]:
            return [document(f"C-{n:03}", sequence, text="fælles", start=n) for n in range(200)]

        engine.put(written(1))
        seen: list[str] = []
        for offset in range(0, 200, 25):
            seen += found(engine, replace(asked, offset=offset, limit=25, depth=50))
            sequence = 2 + 2 * offset
            engine.put(written(sequence))
            engine.put([document(f"X-{offset:03}", sequence, text="fælles"), document(f"Y-{offset:03}", sequence)])
            engine.delete([(f"X-{offset - 25:03}", sequence + 1), (f"Y-{offset - 25:03}", sequence + 1)])
        assert seen == [f"C-{n:03}" for n in range(200)]

    def test_pages_of_a_fused_search_do_not_overlap_beyond_the_depth(self, engine: SearchEngine) -> None:
        engine.put([document(f"C-{n:03}", text="fælles", vector=vector(n)) for n in range(300)])
        seen: list[str] = []
        for offset in range(0, 300, 25):
            query = SearchQuery(words=words("fælles"), vector=vector(999), offset=offset, limit=25, depth=40)
            seen += found(engine, query)
        assert sorted(seen) == [f"C-{n:03}" for n in range(300)]

    def test_a_page_behind_the_end_is_empty(self, engine: SearchEngine) -> None:
        engine.put([document("C-1", text="svejser")])
        for query in (SearchQuery(offset=5), SearchQuery(words=words("svejser"), offset=5), SearchQuery(limit=0)):
            result = engine.search(query)
            assert result.hits == ()
            assert result.total == 1
