"""Every filter in every kind of search, and facets."""

from __future__ import annotations

import pytest

from indexer.engines.contract import (
    AnyOf,
    Between,
    NoneOf,
    SearchEngine,
    SearchQuery,
    Within,
)
from tests.contracts.documents import NORDHAVN, VALBY, document, vector, words
from tests.contracts.with_engine import WithEngine


class KeepsToFilters(WithEngine):
    @pytest.mark.parametrize(
        ("filters", "passing"),
        [
            ((AnyOf("trade", ("sosu",)),), ["C-1", "C-2"]),
            ((AnyOf("trade", ("butik", "industri", "ukendt")),), ["C-2", "C-3"]),
            ((AnyOf("trade", ("ukendt",)),), []),
            ((AnyOf("trade", ()),), []),
            ((NoneOf("trade", ("sosu",)),), ["C-3", "C-4"]),
            ((NoneOf("trade", ("ukendt",)),), ["C-1", "C-2", "C-3", "C-4"]),
            ((NoneOf("trade", ()),), ["C-1", "C-2", "C-3", "C-4"]),
            ((Between("hours", 20, 37),), ["C-1", "C-2"]),
            ((Between("hours", 20.5),), ["C-1"]),
            ((Between("hours", None, 20),), ["C-2", "C-4"]),
            ((Between("hours"),), ["C-1", "C-2", "C-4"]),
            ((Between("hours", 30, None, or_missing=True),), ["C-1", "C-3"]),
            ((Between("hours", or_missing=True),), ["C-1", "C-2", "C-3", "C-4"]),
            ((Between("start", None, -0.0),), ["C-3", "C-4"]),
            ((Between("hours", 30, 20),), []),
            ((Within(*NORDHAVN, 0.0),), ["C-1"]),
            ((Within(*NORDHAVN, 10.0),), ["C-1", "C-2"]),
            ((Within(*NORDHAVN, 5.0),), ["C-1"]),
            ((Within(*NORDHAVN, 30_000.0),), ["C-1", "C-2", "C-3"]),
            (
                (AnyOf("trade", ("sosu",)), NoneOf("trade", ("butik",)), Between("hours", 30), Within(*VALBY, 20)),
                ["C-1"],
            ),
            ((AnyOf("trade", ("sosu",)), AnyOf("trade", ("butik",))), ["C-2"]),
        ],
    )
    def test_every_kind_of_search_keeps_to_the_filters(
        self, people: SearchEngine, filters: tuple[AnyOf, ...], passing: list[str]
    ) -> None:
        for query in (
            SearchQuery(filters=filters, facets=("trade",)),
            SearchQuery(filters=filters, words=words("fælles"), facets=("trade",)),
            SearchQuery(filters=filters, vector=vector(9), facets=("trade",)),
            SearchQuery(filters=filters, words=words("fælles"), vector=vector(9), facets=("trade",)),
        ):
            result = people.search(query)
            assert sorted(hit.id for hit in result.hits) == passing
            assert result.total == len(passing)
            trades = {"C-1": ["sosu"], "C-2": ["sosu", "butik"], "C-3": ["industri"], "C-4": []}
            held = [trade for one in passing for trade in trades[one]]
            assert result.facets["trade"] == {trade: held.count(trade) for trade in held}

    def test_facets_count_what_matches_the_words_most_first(self, people: SearchEngine) -> None:
        people.put([document("C-5", text="andet", trade="industri")])
        facets = people.search(SearchQuery(words=words("fælles"), facets=("trade", "occupation"), limit=1)).facets
        assert facets == {"trade": {"sosu": 2, "butik": 1, "industri": 1}, "occupation": {"kok": 1}}
        assert list(facets["trade"]) == ["sosu", "butik", "industri"]
