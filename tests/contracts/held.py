"""What an engine holds: after changes in any order, and after it is opened again."""

from __future__ import annotations

from indexer.engines.contract import (
    AnyOf,
    Between,
    SearchEngine,
    SearchQuery,
    Sort,
    Within,
)
from tests.contracts.documents import NORDHAVN, document, found, vector, words
from tests.contracts.with_engine import Opened, WithEngine


class HoldsWhatWasPut(WithEngine):
    def test_a_document_put_twice_is_found_once(self, engine: SearchEngine) -> None:
        engine.put([document("C-1", 1, text="svejser")])
        engine.put([document("C-1", 1, text="svejser")])
        assert found(engine, SearchQuery(words=words("svejser"))) == ["C-1"]

    def test_an_update_replaces_words_values_numbers_and_vector(self, engine: SearchEngine) -> None:
        engine.put([document("C-1", 1, text="kok", trade="butik", hours=10, vector=vector(1))])
        engine.put([document("C-1", 2, text="svejser", trade="sosu", hours=37, vector=vector(2))])
        assert found(engine, SearchQuery(words=words("kok"))) == []
        assert found(engine, SearchQuery(filters=(AnyOf("trade", ("butik",)),))) == []
        assert found(engine, SearchQuery(filters=(Between("hours", 37, 37),))) == ["C-1"]
        assert found(engine, SearchQuery(words=words("svejser"), vector=vector(2))) == ["C-1"]
        assert engine.sequences() == {"C-1": 2}

    def test_an_older_sequence_changes_nothing(self, engine: SearchEngine) -> None:
        engine.put([document("C-1", 5, text="svejser")])
        engine.put([document("C-1", 4, text="kok")])
        engine.delete([("C-1", 3)])
        assert found(engine, SearchQuery(words=words("svejser kok"))) == ["C-1"]
        assert found(engine, SearchQuery(words=words("kok"))) == []
        assert engine.sequences() == {"C-1": 5}

    def test_the_newest_of_several_in_one_call_wins(self, engine: SearchEngine) -> None:
        engine.put([document("C-1", 7, text="ny"), document("C-1", 6, text="gammel")])
        assert found(engine, SearchQuery(words=words("ny gammel"))) == ["C-1"]
        assert found(engine, SearchQuery(words=words("gammel"))) == []

    def test_a_deleted_document_is_gone_from_every_kind_of_search(self, engine: SearchEngine) -> None:
        engine.put([document(f"C-{n}", 1, text="svejser", trade="sosu", vector=vector(n)) for n in range(3)])
        engine.delete([("C-1", 2), ("C-unknown", 2)])
        for query in (SearchQuery(), SearchQuery(words=words("svejser")), SearchQuery(vector=vector(1))):
            result = engine.search(query)
            assert sorted(hit.id for hit in result.hits) == ["C-0", "C-2"]
            assert result.total == 2
        assert engine.search(SearchQuery(facets=("trade",))).facets == {"trade": {"sosu": 2}}
        assert engine.search(SearchQuery(words=words("svejser"), facets=("trade",))).facets == {"trade": {"sosu": 2}}

    def test_a_deleted_document_comes_back_only_with_a_later_sequence(self, engine: SearchEngine) -> None:
        engine.put([document("C-1", 1)])
        engine.delete([("C-1", 3)])
        engine.put([document("C-1", 2)])
        assert engine.sequences() == {}
        engine.put([document("C-1", 4)])
        assert engine.sequences() == {"C-1": 4}

    def test_every_put_is_seen_by_the_next_search(self, engine: SearchEngine) -> None:
        for number in range(20):
            engine.put([document(f"C-{number}", number + 1, text=f"ord{number}", vector=vector(number))])
            assert found(engine, SearchQuery(words=words(f"ord{number}"))) == [f"C-{number}"]
            assert found(engine, SearchQuery(vector=vector(number), limit=1)) == [f"C-{number}"]

    def test_nothing_put_and_nothing_deleted_is_no_error(self, engine: SearchEngine) -> None:
        engine.put([])
        engine.delete([])
        assert engine.search(SearchQuery()).total == 0

    def test_an_empty_index_answers_every_kind_of_query(self, engine: SearchEngine) -> None:
        filters = (AnyOf("trade", ("sosu",)), Between("hours", 1, None), Within(*NORDHAVN, 5))
        for query in (
            SearchQuery(filters=filters, facets=("trade",)),
            SearchQuery(words=words("svejser"), keywords=(("trade", "sosu", 2.0),), facets=("trade",)),
            SearchQuery(vector=vector(1), filters=filters),
            SearchQuery(words=words("svejser"), vector=vector(1), sort=Sort("hours")),
        ):
            result = engine.search(query)
            assert result.hits == ()
            assert result.total == 0

    def test_what_an_index_was_filled_with_is_found_and_stands(self, opened: Opened) -> None:
        engine = opened()
        with engine.filling():
            for begin in range(0, 900, 300):
                engine.put([document(f"C-{n}", n, text=f"fælles ord{n}") for n in range(begin, begin + 300)])
            engine.put([document("C-5", 1000, text="ændret")])
            engine.delete([("C-6", 1001)])
        engine.mark_applied(1001)
        engine.close()
        again = opened()
        assert again.search(SearchQuery(words=words("fælles"))).total == 898
        assert found(again, SearchQuery(words=words("ændret ord7"))) == ["C-5", "C-7"]
        assert (again.applied(), len(again.sequences())) == (1001, 899)
        again.put([document("C-6", 1002, text="igen")])
        assert found(again, SearchQuery(words=words("igen"))) == ["C-6"]

    def test_everything_stands_after_opening_again(self, opened: Opened) -> None:
        engine = opened()
        engine.put([document(f"C-{n}", n + 1, text=f"fælles ord{n}", hours=n, vector=vector(n)) for n in range(10)])
        engine.put([document("C-3", 20, text="ændret", vector=vector(33))])
        engine.delete([("C-4", 21)])
        engine.mark_applied(21)
        before = engine.search(SearchQuery(words=words("fælles ændret"), vector=vector(33), limit=100))
        engine.close()
        again = opened()
        assert again.search(SearchQuery(words=words("fælles ændret"), vector=vector(33), limit=100)) == before
        assert again.applied() == 21
        assert len(again.sequences()) == 9
        again.put([document("C-4", 20)])
        assert "C-4" not in again.sequences()

    def test_applied_never_goes_back(self, engine: SearchEngine) -> None:
        assert engine.applied() == 0
        engine.mark_applied(7)
        engine.mark_applied(5)
        assert engine.applied() == 7

    def test_closing_twice_is_no_error(self, engine: SearchEngine) -> None:
        engine.close()
        engine.close()
