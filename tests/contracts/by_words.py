"""Finding by words and keywords, and where the words stand."""

from __future__ import annotations

import pytest

from indexer.engines.contract import (
    AnyOf,
    SearchDocument,
    SearchEngine,
    SearchQuery,
)
from indexer.engines.highlighting import highlights
from taxonomy.language import analyse
from tests.contracts.documents import document, found, vector, words
from tests.contracts.with_engine import WithEngine


class FindsByWords(WithEngine):
    def test_rare_words_and_words_in_heavier_fields_count_more(self, engine: SearchEngine) -> None:
        engine.put([document(f"C-{n}", text="lager arbejde dag") for n in range(20)])
        engine.put([document("C-text", text="truck lager dag"), document("C-title", title="truck", text="lager dag")])
        assert found(engine, SearchQuery(words=words("truck lager")))[:2] == ["C-title", "C-text"]

    def test_a_words_weight_decides_between_equal_words(self, engine: SearchEngine) -> None:
        engine.put([document("C-a", text="a fyld"), document("C-b", text="b fyld")])
        assert found(engine, SearchQuery(words=(("a", 1.0), ("b", 2.0)))) == ["C-b", "C-a"]
        assert found(engine, SearchQuery(words=(("a", 2.0), ("b", 1.0)))) == ["C-a", "C-b"]

    def test_the_same_word_twice_counts_twice(self, engine: SearchEngine) -> None:
        engine.put([document("C-a", text="a fyld"), document("C-b", text="b fyld")])
        assert found(engine, SearchQuery(words=words("b a b"))) == ["C-b", "C-a"]

    def test_a_keyword_lifts_those_who_hold_it_and_finds_those_without_the_words(self, engine: SearchEngine) -> None:
        engine.put(
            [
                document("C-both", text="truck", occupation="lager"),
                document("C-keyword", text="andet", occupation=("lager", "kok")),
                document("C-words", text="truck"),
                document("C-none", text="andet"),
            ]
        )
        query = SearchQuery(words=words("truck"), keywords=(("occupation", "lager", 50.0),))
        assert found(engine, query) == ["C-both", "C-keyword", "C-words"]
        assert engine.search(query).total == 3

    def test_documents_of_equal_score_come_in_the_order_of_ids(self, engine: SearchEngine) -> None:
        engine.put([document(f"C-{n:03}", text="svejser", vector=vector(7)) for n in (5, 3, 9, 1)])
        engine.put([document(f"C-{n:03}", text="svejser", vector=vector(7)) for n in (8, 0)])
        ordered = ["C-000", "C-001", "C-003", "C-005", "C-008", "C-009"]
        assert found(engine, SearchQuery(words=words("svejser"))) == ordered
        assert found(engine, SearchQuery(vector=vector(7))) == ordered
        assert found(engine, SearchQuery()) == ordered

    def test_words_of_any_form_are_kept_apart(self, engine: SearchEngine) -> None:
        odd = ('æ"ø', "a AND b", "-x", "", "æøå", "x" * 40_000, "*:*", "linje\nskift", "\ud800")
        for number, word in enumerate(odd):
            one = document(f"C-{number}", number + 1)
            engine.put([type(one)(one.id, one.sequence, {"text": (word,)})])
        for number, word in enumerate(odd):
            assert found(engine, SearchQuery(words=((word, 1.0),))) == [f"C-{number}"]

    def test_values_of_any_form_are_kept_apart(self, engine: SearchEngine) -> None:
        odd = ('æ"ø', "a AND b", "", " ", "x" * 70_000, "*", "a,b")
        engine.put([document(f"C-{number}", trade=(value,)) for number, value in enumerate(odd)])
        for number, value in enumerate(odd):
            assert found(engine, SearchQuery(filters=(AnyOf("trade", (value,)),))) == [f"C-{number}"]
        assert engine.search(SearchQuery(facets=("trade",))).facets["trade"] == dict.fromkeys(sorted(odd), 1)

    def test_a_query_of_five_thousand_words_is_answered(self, engine: SearchEngine) -> None:
        engine.put([document(f"C-{n}", text=" ".join(f"ord{n * 10 + k}" for k in range(10))) for n in range(300)])
        query = SearchQuery(words=tuple((f"ord{k}", 1.0 + (k == 77)) for k in range(5000)))
        assert found(engine, query)[0] == "C-7"
        assert engine.search(query).total == 300

    @pytest.mark.parametrize(
        "typed",
        ["lagermedarbejder", "medarbejdere", "truckfører", "lager", "kørsel", "sygeplejersker på aften", "ingeniør"],
    )
    def test_what_is_found_has_highlights_and_what_is_not_has_none(self, engine: SearchEngine, typed: str) -> None:
        texts = [
            "Vi søger lagermedarbejdere til aftenhold.",
            "Lager- og truckfører med truckcertifikat",
            "TRUCKFØREREN kører. Kørslen er kort",
            "En sygeplejerske; sygeplejerskerne hos os er glade",
            "Kok til kantine og køkken",
        ]
        engine.put([SearchDocument(f"A-{n}", 1, {"text": analyse(text)}) for n, text in enumerate(texts)])
        sought = analyse(typed)
        hits = found(engine, SearchQuery(words=tuple((word, 1.0) for word in sought)))
        assert sorted(hits) == [f"A-{n}" for n, text in enumerate(texts) if highlights(text, sought)]
