"""Finding occupations by what is typed: while typing, inflected, from inside, misspelt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.catalog import load_catalog
from taxonomy.searching import MatchKind, TitleSearch

CATALOG = load_catalog()
SEARCH = TitleSearch(CATALOG)


@pytest.mark.parametrize(
    ("typed", "occupation", "kind"),
    [
        ("sygeplejerske", "sygeplejerske", MatchKind.SAME),
        ("SSA", "social_og_sundhedsassistent", MatchKind.SAME),
        ("warehouse worker", "lagermedarbejder", MatchKind.SAME),
        ("sygeplejersker", "sygeplejerske", MatchKind.INFLECTED),
        ("lagermed", "lagermedarbejder", MatchKind.BEGINS),
        ("lagerm", "lagermedarbejder", MatchKind.BEGINS),
        ("sundhedsass", "social_og_sundhedsassistent", MatchKind.WORD_BEGINS),
        ("tømre", "toemrer", MatchKind.BEGINS),
        ("toemre", "toemrer", MatchKind.BEGINS),
        ("TØMRE", "toemrer", MatchKind.BEGINS),
        ("lagremedarb", "lagermedarbejder", MatchKind.SPELT),
        ("søger en dygtig tømrer", "toemrer", MatchKind.READ),
    ],
)
def test_what_is_typed_finds_the_occupation_first(typed: str, occupation: str, kind: MatchKind) -> None:
    first = SEARCH.search(typed)[0]
    assert (first.occupation, first.kind) == (occupation, kind)


def test_a_word_inside_a_compound_is_found() -> None:
    assert any(hit.kind is MatchKind.WITHIN for hit in SEARCH.search("mekaniker", 40))


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
    assert [hit.kind for hit in hits] == sorted(hit.kind for hit in hits)


def test_every_preferred_label_finds_its_own_occupation_first() -> None:
    missed = [one.label for one in CATALOG.occupations.values() if SEARCH.search(one.label, 1)[0].occupation != one.id]
    assert missed == []
