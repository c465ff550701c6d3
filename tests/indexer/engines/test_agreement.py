"""Properties that hold for whatever is put in: filters mean the same however asked, and history leaves no trace."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engines.contract import (
    AnyOf,
    Between,
    Filter,
    NoneOf,
    SearchDocument,
    SearchQuery,
    SearchResult,
    Within,
)
from indexer.engines.embedded import EmbeddedEngine
from tests.contracts.documents import SCHEMA, document, vector

IDS = [f"C-{n}" for n in range(12)]
VALUES = ["a", "b", "c", "æ ø", ""]
WORDS = ["lager", "truck", "kok", "nat", "dag"]
NUMBERS = st.floats(-3, 3) | st.sampled_from([0.0, -0.0, 1.0, 2.0, 1e300, -1e300, 5e-324])
PLACES = st.tuples(st.sampled_from([55.0, 55.5, -90.0, 90.0, 0.0]), st.sampled_from([12.0, 12.5, 180.0, -180.0]))
SOME_VALUES = st.lists(st.sampled_from(VALUES), max_size=3).map(tuple)
SOME_WORDS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)

DOCUMENTS = st.builds(
    document,
    st.sampled_from(IDS),
    text=SOME_WORDS,
    title=SOME_WORDS,
    trade=SOME_VALUES,
    occupation=SOME_VALUES,
    hours=st.none() | NUMBERS,
    start=st.none() | NUMBERS,
    position=st.none() | PLACES,
    vector=st.none() | st.integers(0, 5).map(vector),
)
FILTERS = st.lists(
    st.builds(AnyOf, st.sampled_from(["trade", "occupation"]), SOME_VALUES)
    | st.builds(NoneOf, st.sampled_from(["trade", "occupation"]), SOME_VALUES)
    | st.builds(Between, st.sampled_from(["hours", "start"]), st.none() | NUMBERS, st.none() | NUMBERS, st.booleans())
    | st.builds(lambda place, km: Within(*place, km), PLACES, st.sampled_from([0.0, 1.0, 60.0, 9000.0, 20_100.0])),
    max_size=4,
).map(tuple)


@settings(max_examples=25, deadline=None)
@given(st.lists(DOCUMENTS, max_size=25), st.lists(FILTERS, min_size=1, max_size=12))
def test_words_under_filters_pass_what_the_filters_alone_pass(
    documents: list[SearchDocument], filters: list[tuple[Filter, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder), SCHEMA)
        numbered = [document_again(one, sequence, extra="fælles") for sequence, one in enumerate(documents, start=1)]
        engine.put(numbered[: len(numbered) // 2])
        engine.put(numbered[len(numbered) // 2 :])
        for asked in filters:
            by_mask = engine.search(SearchQuery(filters=asked, facets=("trade",), limit=100))
            by_words = engine.search(SearchQuery(words=(("fælles", 1.0),), filters=asked, facets=("trade",), limit=100))
            assert {hit.id for hit in by_words.hits} == {hit.id for hit in by_mask.hits}
            assert by_words.total == by_mask.total
            assert by_words.facets == by_mask.facets
        engine.close()


def document_again(one: SearchDocument, sequence: int, extra: str = "") -> SearchDocument:
    """The same content under another sequence."""
    tokens = {**one.tokens, "text": (*one.tokens["text"], extra)} if extra else one.tokens
    return SearchDocument(one.id, sequence, tokens, one.keywords, one.numbers, one.position, one.vector)


ASKED = (
    SearchQuery(words=tuple((word, 1.0 + place) for place, word in enumerate(WORDS)), depth=3, limit=50),
    SearchQuery(words=(("truck", 1.0),), depth=2, limit=2, facets=("trade",)),
    SearchQuery(keywords=(("trade", "a", 1.0), ("occupation", "b", 0.5)), depth=2, limit=2),
    SearchQuery(words=(("kok", 1.0),), vector=vector(3), depth=4, limit=50),
    SearchQuery(vector=vector(4), depth=3, limit=3),
    SearchQuery(limit=50),
)


def answers(batches: Sequence[Sequence[SearchDocument]], asked: Sequence[SearchQuery] = ASKED) -> list[SearchResult]:
    """What a new engine answers after these calls of put."""
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder), SCHEMA)
        for batch in batches:
            engine.put(batch)
        results = [engine.search(query) for query in asked]
        engine.close()
        return results


@settings(max_examples=20, deadline=None)
@given(st.data(), st.lists(DOCUMENTS, min_size=1, max_size=12, unique_by=lambda one: one.id))
def test_the_same_content_gives_the_same_lists_whatever_its_history(
    data: st.DataObject, final: list[SearchDocument]
) -> None:
    final = [document_again(one, 100) for one in final]
    earlier = [document_again(one, 1 + place) for place, one in enumerate(data.draw(st.lists(DOCUMENTS, max_size=20)))]
    kept = {one.id for one in final}
    earlier = [one for one in earlier if one.id in kept]
    middle = len(earlier) // 2
    shuffled = data.draw(st.permutations(final))
    cut = data.draw(st.integers(0, len(final)))
    assert answers([earlier[:middle], earlier[middle:], shuffled[:cut], shuffled[cut:]]) == answers([final])


def test_lists_cut_at_the_same_depth_are_the_same_whatever_the_history() -> None:
    drawn = random.Random(5)

    def text() -> str:
        return " ".join(f"ord{int(drawn.paretovariate(0.6)) % 400}" for _ in range(drawn.randint(3, 25)))

    final = [document(f"C-{n:04}", 9, text=text(), trade=f"t{n % 5}", vector=vector(n)) for n in range(2500)]
    earlier = [document(f"C-{n:04}", 1, text=text(), trade="t9", vector=vector(n + 1)) for n in range(0, 2500, 3)]
    mixed = drawn.sample(final, len(final))
    asked = [
        SearchQuery(words=tuple((word, 1.0) for word in text().split()), depth=10, limit=10, facets=("trade",))
        for _ in range(30)
    ]
    asked += [
        SearchQuery(words=(("ord1", 1.0),), vector=vector(7), depth=15, limit=30, filters=(AnyOf("trade", ("t1",)),))
    ]
    asked += [SearchQuery(keywords=(("trade", "t3", 1.0),), depth=10, limit=10)]
    plain = answers([final], asked)
    assert answers([earlier, *(mixed[start : start + 700] for start in range(0, 2500, 700))], asked) == plain


def test_scores_are_bm25_over_the_living_documents() -> None:
    texts = {"C-1": "truck lager lager", "C-2": "truck", "C-3": "kok nat", "C-4": "lager nat dag dag"}
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder), SCHEMA)
        engine.put([document("C-2", 1, text="lager lager lager kok"), document("C-9", 1, text="truck truck lager")])
        engine.put([document(one, 2, text=text) for one, text in texts.items()])
        engine.delete([("C-9", 3)])
        ranked = [hit.id for hit in engine.search(SearchQuery(words=(("truck", 1.0), ("lager", 0.7)))).hits]
        engine.close()

    mean = np.mean([len(text.split()) for text in texts.values()])

    def score(text: str) -> float:
        held = text.split()
        parts = []
        for word, weight in (("truck", 1.0), ("lager", 0.7)):
            holders = sum(word in other.split() for other in texts.values())
            rarity = np.log(1 + (len(texts) - holders + 0.5) / (holders + 0.5))
            times = held.count(word)
            parts.append(weight * rarity * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * len(held) / mean)))
        return float(sum(parts))

    assert ranked == sorted((one for one in texts if score(texts[one])), key=lambda one: -score(texts[one]))
