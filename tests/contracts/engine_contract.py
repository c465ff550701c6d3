"""What every search engine must keep to; a subclass gives the engine by the `opened` fixture."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from indexer.engines.contract import (
    AnyOf,
    Beginning,
    Between,
    NoneOf,
    SearchDocument,
    SearchEngine,
    SearchQuery,
    Sort,
    UnknownFieldError,
    Within,
)
from indexer.engines.highlighting import highlights
from taxonomy.language import analyse
from tests.contracts.documents import AARHUS, NORDHAVN, VALBY, document, found, told, vector, words

Opened = Callable[[], SearchEngine]


class EngineContract:
    """Subclass it as Test…, with a fixture `opened` that opens the same index again at every call."""

    @pytest.fixture
    def engine(self, opened: Opened) -> SearchEngine:
        return opened()

    # What is held

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

    # Opening again

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

    # Words and keywords

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

    # Meaning

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

    # Filters

    @pytest.fixture
    def people(self, engine: SearchEngine) -> SearchEngine:
        engine.put(
            [
                document("C-1", text="fælles", trade="sosu", hours=37, start=10, position=NORDHAVN, vector=vector(1)),
                document("C-2", text="fælles", trade=("sosu", "butik"), hours=20, position=VALBY, vector=vector(2)),
                document("C-3", text="fælles", trade="industri", start=-5.5, position=AARHUS, vector=vector(3)),
                document("C-4", text="fælles", occupation="kok", hours=0.0, start=0.0, vector=vector(4)),
            ]
        )
        return engine

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

    # Where the words stand

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

    # Type-ahead

    @pytest.fixture
    def titles(self, engine: SearchEngine) -> SearchEngine:
        held = [
            "Lagermedarbejder",
            "Lagermedarbejder",
            "Lagerchef",
            "Chauffør til lager",
            "Sygeplejerske",
            "Kok",
            "Æblet",
        ]
        engine.put([document(f"A-{n}", trade=title, hours=n) for n, title in enumerate(held)])
        return engine

    @pytest.mark.parametrize(
        ("typed", "suggested"),
        [
            ("lag", [("Lagermedarbejder", 2), ("Lagerchef", 1), ("Chauffør til lager", 1)]),
            ("LAGERM", [("Lagermedarbejder", 2)]),
            ("lager chauf", [("Chauffør til lager", 1)]),
            ("chauffoer", [("Chauffør til lager", 1)]),
            ("aeb", [("Æblet", 1)]),
            ("lgaer", [("Lagermedarbejder", 2), ("Lagerchef", 1), ("Chauffør til lager", 1)]),
            ("lagrmed", [("Lagermedarbejder", 2)]),
            ("sygepplej", [("Sygeplejerske", 1)]),
            ("sygaplejersk", [("Sygeplejerske", 1)]),
            ("kox", []),
            ("tager", []),
            ("lager kok", []),
            ("medarbejder", []),
            ("", []),
            (" -", []),
        ],
    )
    def test_values_go_on_as_somebody_types_with_a_slip_forgiven(
        self, titles: SearchEngine, typed: str, suggested: list[tuple[str, int]]
    ) -> None:
        assert told(titles, Beginning("trade", typed)) == suggested

    def test_type_ahead_counts_what_passes_the_filters_and_follows_every_change(self, titles: SearchEngine) -> None:
        asked = Beginning("trade", "lager", (Between("hours", 1, 3),))
        assert told(titles, asked) == [("Lagerchef", 1), ("Lagermedarbejder", 1), ("Chauffør til lager", 1)]
        titles.put([document("A-1", 2, trade="Lagerarbejder", hours=1), document("A-9", trade="Lagerchef", hours=1)])
        titles.delete([("A-3", 3)])
        assert told(titles, asked) == [("Lagerchef", 2), ("Lagerarbejder", 1)]

    def test_type_ahead_gives_no_more_than_asked_for_and_refuses_unknown_fields(self, engine: SearchEngine) -> None:
        engine.put([document(f"A-{n}", trade=f"lager {n:03}") for n in range(600)])
        assert [one.value for one in engine.suggest(Beginning("trade", "l", limit=3))] == [
            "lager 000",
            "lager 001",
            "lager 002",
        ]
        engine.put([document("A-700", trade="lager 0005")])
        assert [one.value for one in engine.suggest(Beginning("trade", "lager 000"))] == ["lager 000", "lager 0005"]
        assert engine.suggest(Beginning("trade", "lager", limit=0)) == ()
        with pytest.raises(UnknownFieldError, match="'farve'"):
            engine.suggest(Beginning("farve", "r"))

    # Order and pages

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

    # Refusals

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
