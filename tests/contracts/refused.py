"""What an engine refuses, by name."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.engines.contract import (
    AnyOf,
    Between,
    NoneOf,
    SearchEngine,
    SearchQuery,
    Sort,
    UnknownFieldError,
)
from tests.contracts.documents import document
from tests.contracts.with_engine import WithEngine


class RefusesWhatIsWrong(WithEngine):
    @pytest.mark.parametrize(
        "query",
        [
            SearchQuery(filters=(AnyOf("farve", ("rød",)),)),
            SearchQuery(filters=(NoneOf("farve", ("rød",)),)),
            SearchQuery(filters=(Between("farve", 1, 2),)),
            SearchQuery(keywords=(("farve", "rød", 1.0),)),
            SearchQuery(facets=("farve",)),
            SearchQuery(sort=Sort("farve")),
        ],
    )
    def test_a_query_with_an_unknown_field_is_refused_by_name(self, engine: SearchEngine, query: SearchQuery) -> None:
        with pytest.raises(UnknownFieldError, match=r"'farve'.*(trade, occupation|hours, start)"):
            engine.search(query)

    def test_a_document_with_an_unknown_field_is_refused_and_nothing_of_its_call_is_kept(
        self, engine: SearchEngine
    ) -> None:
        good = document("C-1")
        bad = type(good)("C-2", 1, {"farve": ("rød",)})
        with pytest.raises(UnknownFieldError, match=r"'farve'.*title, text"):
            engine.put([good, bad])
        assert engine.sequences() == {}

    def test_an_index_that_nobody_has_harmed_is_sound(self, engine: SearchEngine) -> None:
        engine.verify()
        engine.put([document("C-1", 1, text="svejser"), document("C-2", 2), document("C-1", 3, text="kok kok smed")])
        engine.delete([("C-2", 4)])
        engine.verify()

    def test_a_vector_of_another_length_is_refused(self, engine: SearchEngine) -> None:
        short = np.ones(3, np.float32)
        with pytest.raises(ValueError, match="16 dimensions"):
            engine.put([document("C-1", vector=short)])
        with pytest.raises(ValueError, match="16 dimensions"):
            engine.search(SearchQuery(vector=short))

    @pytest.mark.parametrize("number", [float("nan"), float("inf")])
    def test_a_number_that_is_none_is_refused(self, engine: SearchEngine, number: float) -> None:
        with pytest.raises(ValueError, match="hours"):
            engine.put([document("C-1", hours=number)])
        with pytest.raises(ValueError, match="hours"):
            engine.search(SearchQuery(filters=(Between("hours", number, None),)))
