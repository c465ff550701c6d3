"""The terms that texts are compared by: stems, and runs of letters that not every text has."""

from __future__ import annotations

import numpy as np

from indexer.terms import gram_ids, stem_bucket
from matcher.texts.terms import compared_terms, rarity, squared_rarity, term_length


def alike(one: str, two: str) -> float:
    """Cosine of the terms of two texts."""
    mine, theirs = compared_terms(one), compared_terms(two)
    shared = squared_rarity()[np.intersect1d(mine, theirs)].sum()
    return float(shared) / (term_length(mine) * term_length(theirs))


def test_a_word_repeated_and_the_order_of_words_change_nothing() -> None:
    terms = compared_terms("lager og truck og truck og lager")
    assert np.array_equal(terms, compared_terms("truck og lager"))
    assert np.array_equal(terms, np.unique(terms))


def test_a_misspelled_word_is_near_the_right_one() -> None:
    assert alike("lagermedarbejder", "lagermedabejder") > 0.2
    assert alike("lagermedarbejder", "bogholder") < 0.01


def test_every_stem_counts_also_one_that_stands_in_most_texts() -> None:
    common = stem_bucket("arbejd")
    assert rarity()[common] < 2
    assert common in compared_terms("arbejde")


def test_runs_of_letters_that_stand_in_most_texts_are_left_out() -> None:
    grams, kept = gram_ids("denne vinder", (3,)), compared_terms("denne vinder")
    common = grams[rarity()[grams] < 2]
    assert 0 < len(common) < len(grams)
    assert not np.isin(common, kept).any()


def test_a_text_without_words_has_no_terms() -> None:
    assert len(compared_terms("")) == len(compared_terms("!?")) == 0
