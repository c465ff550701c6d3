"""Who stands equal is placed by lot, drawn by order and person: no alphabet, no id, no age of a CV is favoured."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from matcher.orders.profile import OrderProfile
from tests.factories import cv, job_order
from tests.matcher.laws.ranking import Ranking

ORDERS = 200
SIX = ("A-1", "C-0001", "C-9999", "Z-9", "aa", "ÅÅ")
PEOPLE = [cv(id=name) for name in SIX]
CHI_SQUARE_5 = 20.5  # a lot that favours nobody exceeds it once in a thousand draws (five degrees of freedom)


@pytest.fixture(scope="module")
def lists(ranking: Ranking) -> list[list[str]]:
    """Who stands where among six equals, order by order."""
    read = ranking.profile(job_order())
    return [_ranks(ranking, replace(read, id=f"O-{number}")) for number in range(ORDERS)]


def _ranks(ranking: Ranking, order: OrderProfile) -> list[str]:
    return [place.candidate_id for place in ranking.list_for(order, PEOPLE).places]


def _unevenness(counts: Counter[str]) -> float:
    expected = counts.total() / len(SIX)
    return sum((counts[name] - expected) ** 2 / expected for name in SIX)


def test_among_equals_everybody_is_first_and_last_as_often(lists: list[list[str]]) -> None:
    assert _unevenness(Counter(one[0] for one in lists)) < CHI_SQUARE_5
    assert _unevenness(Counter(one[-1] for one in lists)) < CHI_SQUARE_5


def test_a_lower_id_is_no_better_than_a_higher(lists: list[list[str]]) -> None:
    before = sum(one.index("C-0001") < one.index("C-9999") for one in lists)

    assert abs(before - ORDERS / 2) < 3.3 * (ORDERS / 4) ** 0.5  # once in a thousand


def test_the_lot_is_another_for_another_order(lists: list[list[str]]) -> None:
    assert len({tuple(one) for one in lists}) > ORDERS / 4


def test_the_lot_knows_no_more_than_order_and_person(ranking: Ranking) -> None:
    order = job_order(id="O-7", title="Pedel", received_at="2026-11-01T08:00:00+01:00")
    later = replace(order, received_at=None, deadline=date(2026, 12, 1))

    first = ranking.ranks(order, PEOPLE)

    assert first == ranking.ranks(later, PEOPLE) == ranking.ranks(order, PEOPLE[::-1])
