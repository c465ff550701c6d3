"""Terms of passages in two bytes: what they were, where one stands, and what is shared with texts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.terms import BUCKETS, Terms
from matcher.candidates.passage_terms import AT_ONCE, HIGHS, LOW_BITS, PassageTerms

buckets = st.integers(0, BUCKETS - 1)
texts = st.lists(st.sets(buckets, max_size=6) | st.sets(st.sampled_from((7, 7 + (1 << LOW_BITS), 9))), max_size=8)


def _ascending(terms: set[int]) -> Terms:
    return np.array(sorted(terms), np.uint32)


def _packed(passages: list[set[int]]) -> PassageTerms:
    counts = np.zeros((len(passages), HIGHS), np.uint16)
    for row, terms in enumerate(passages):
        for term in terms:
            counts[row, term >> LOW_BITS] += 1
    each = [_ascending(terms) for terms in passages]
    return PassageTerms(np.concatenate([*each, _ascending(set())]).astype(np.uint16), counts)


@given(texts)
def test_the_terms_come_back_whole(passages: list[set[int]]) -> None:
    assert _packed(passages).whole().tolist() == [term for terms in passages for term in sorted(terms)]


@given(texts, buckets | st.just(7))
def test_a_term_is_found_in_the_passages_that_hold_it(passages: list[set[int]], term: int) -> None:
    assert _packed(passages).with_term(term).tolist() == [row for row, terms in enumerate(passages) if term in terms]


@given(texts, st.lists(st.sets(st.sampled_from((7, 9, 7 + (1 << LOW_BITS), 70_000))), min_size=1, max_size=3))
def test_what_a_passage_shares_with_a_text_is_worth_its_terms(passages: list[set[int]], asked: list[set[int]]) -> None:
    worth = np.arange(BUCKETS, dtype=np.float32) % 11

    shared = _packed(passages).shared([_ascending(terms) for terms in asked], worth)

    expected = [[sum(worth[term] for term in terms & wanted) for wanted in asked] for terms in passages]
    assert shared == pytest.approx(np.array(expected).reshape(len(passages), len(asked)))


def test_passages_that_are_worked_on_apart_share_as_they_do_together() -> None:
    worth, few = np.ones(BUCKETS, np.float32), [{1, 2 << LOW_BITS}, set(), {3, 4, 5}]
    many = few * AT_ONCE

    shared = _packed(many).shared([_ascending({1, 3, 5}), _ascending({2 << LOW_BITS})], worth)

    assert shared.tolist() == [[1.0, 1.0], [0.0, 0.0], [2.0, 0.0]] * AT_ONCE
