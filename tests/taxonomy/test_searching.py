"""Finding occupations by what is typed: while typing, inflected, from inside, misspelt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.catalog import load_catalog
from taxonomy.searching import TitleSearch, Way

CATALOG = load_catalog()
SEARCH = TitleSearch(CATALOG)


@pytest.mark.parametrize(
    ("typed", "occupation", "way"),
    [
        ("sygeplejerske", "sygeplejerske", Way.SAME),
        ("SSA", "social_og_sundhedsassistent", Way.SAME),
        ("warehouse worker", "lagermedarbejder", Way.SAME),
        ("sygeplejersker", "sygeplejerske", Way.INFLECTED),
        ("lagermed", "lagermedarbejder", Way.BEGINS),
        ("lagerm", "lagermedarbejder", Way.BEGINS),
        ("sundhedsass", "social_og_sundhedsassistent", Way.WORD_BEGINS),
        ("tømre", "toemrer", Way.BEGINS),
        ("toemre", "toemrer", Way.BEGINS),
        ("TØMRE", "toemrer", Way.BEGINS),
        ("lagremedarb", "lagermedarbejder", Way.SPELT),
        ("søger en dygtig tømrer", "toemrer", Way.READ),
    ],
)
def test_what_is_typed_finds_the_occupation_first(typed: str, occupation: str, way: Way) -> None:
    first = SEARCH.search(typed)[0]
    assert (first.occupation, first.way) == (occupation, way)


def test_a_word_inside_a_compound_is_found() -> None:
    assert any(hit.way is Way.WITHIN for hit in SEARCH.search("mekaniker", 40))


def test_an_occupation_stands_once_and_no_more_than_asked_for() -> None:
    hits = SEARCH.search("s", 25)
    assert len(hits) == len({hit.occupation for hit in hits}) == 25


@pytest.mark.parametrize("typed", ["", "   ", "!?", "\u202e\u200b", "xqzxqzx", "😀"])
def test_what_is_no_title_finds_nothing(typed: str) -> None:
    assert SEARCH.search(typed) == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gets_an_answer_in_a_fixed_order(typed: str) -> None:
    hits = SEARCH.search(typed, 5)
    assert hits == SEARCH.search(typed, 5)
    assert [hit.way for hit in hits] == sorted(hit.way for hit in hits)


def test_every_preferred_label_finds_its_own_occupation_first() -> None:
    missed = [one.label for one in CATALOG.occupations.values() if SEARCH.search(one.label, 1)[0].occupation != one.id]
    assert missed == []
