"""The order in which facts, demands, people and orders come, and how often something is said, change nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.shortlisting.judging import EligibilityMode
from tests.matcher.laws.generated import CVS, ORDERS, OTHERS, cvs, demands_shuffled, orders, said_again, shuffled
from tests.matcher.laws.ranking import Ranking

pytestmark = pytest.mark.long

MANY = settings(max_examples=20, derandomize=True, deadline=None)
SEEDS = st.integers(0, 2**32)


@MANY
@given(cvs(), orders(), SEEDS)
def test_the_order_of_what_a_cv_lists_changes_nothing(ranking: Ranking, cv: Cv, order: JobOrder, seed: int) -> None:
    assert ranking.scores(order, [cv]) == ranking.scores(order, [shuffled(cv, seed)])


@MANY
@given(cvs(), orders(), SEEDS)
def test_the_order_of_what_an_order_demands_changes_nothing(
    ranking: Ranking, cv: Cv, order: JobOrder, seed: int
) -> None:
    assert ranking.scores(order, [cv]) == ranking.scores(demands_shuffled(order, seed), [cv])


@MANY
@given(cvs(), orders(), SEEDS)
def test_what_a_cv_says_again_changes_nothing(ranking: Ranking, cv: Cv, order: JobOrder, seed: int) -> None:
    once = replace(cv, desired_jobs=cv.desired_jobs[:3])

    assert ranking.scores(order, [once]) == ranking.scores(order, [said_again(once, seed)])


@MANY
@given(cvs(), orders())
def test_what_an_order_demands_twice_is_demanded_once(ranking: Ranking, cv: Cv, order: JobOrder) -> None:
    twice = replace(
        order, must_have=(*order.must_have, *order.must_have), nice_to_have=(*order.nice_to_have, *order.nice_to_have)
    )

    assert ranking.scores(order, [cv]) == ranking.scores(twice, [cv])


@MANY
@given(orders(), SEEDS, st.sampled_from(EligibilityMode))
def test_the_order_in_which_people_come_changes_no_list(
    ranking: Ranking, order: JobOrder, seed: int, mode: EligibilityMode
) -> None:
    assert ranking.ranks(order, OTHERS, mode) == ranking.ranks(order, Random(seed).sample(OTHERS, len(OTHERS)), mode)


def test_the_order_in_which_orders_come_changes_no_list(ranking: Ranking) -> None:
    first = {order.id: ranking.scores(order, OTHERS) for order in ORDERS[:12]}
    again = {order.id: ranking.scores(order, OTHERS) for order in reversed(ORDERS[:12])}

    assert first == again


@MANY
@given(st.sampled_from(CVS), orders())
def test_a_cv_copied_twice_stands_twice_with_the_same_score(ranking: Ranking, cv: Cv, order: JobOrder) -> None:
    copies = [replace(cv, id=name) for name in ("copy-a", "copy-b")]

    found = ranking.places(order, [*OTHERS, cv, *copies])

    first, *others = (found[one].scored for one in (cv.id, "copy-a", "copy-b"))
    assert all((other.score, other.parts) == (first.score, first.parts) for other in others)
    between = sorted(found[one].rank for one in (cv.id, "copy-a", "copy-b"))
    equals = [place for place in found.values() if between[0] <= place.rank <= between[-1]]
    assert {place.scored.score for place in equals} == {first.score}
