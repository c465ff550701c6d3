"""What runs of letters say of a title that no list has."""

from __future__ import annotations

import pytest

from matcher.dispatch.learnt_letters import LONGEST_TITLE, load_learnt_letters, runs_of
from taxonomy.catalog import Catalog


@pytest.mark.parametrize(
    ("title", "trade"),
    [
        ("betonarb.", "industri_lager_transport_service"),
        ("enzymoperatør", "industri_lager_transport_service"),
        ("butikasistent", "butik_handel_kontor"),
        ("sandalekspedient", "butik_handel_kontor"),
        ("omsorgsmedhj", "sosu"),
        ("sygeplejskerske", "mvu_lvu"),
    ],
)
def test_a_title_cut_short_misspelt_or_newly_joined_leans_to_its_trade(
    catalog: Catalog, title: str, trade: str
) -> None:
    letters = load_learnt_letters(tuple(catalog.trades))

    assert letters.trades[int(letters.lean(title).argmax())] == trade


@pytest.mark.parametrize("title", ["", "   ", "-", "Løfte og le", "smed " * 100_000])
def test_a_heading_without_letters_or_with_more_words_than_a_title_leans_to_none(catalog: Catalog, title: str) -> None:
    assert not load_learnt_letters(tuple(catalog.trades)).lean(title).any()


def test_a_long_title_is_read_no_further_than_a_title_goes() -> None:
    assert len(runs_of("smed " * 100_000)) == len(runs_of(("smed " * 100)[:LONGEST_TITLE]))


def test_a_trade_that_no_letter_was_learnt_for_has_no_leaning() -> None:
    letters = load_learnt_letters(("mvu_lvu", "ny"))

    assert not letters.lean("sygeplejerske")[1]
    assert letters.lean("sygeplejerske")[0] > 0
