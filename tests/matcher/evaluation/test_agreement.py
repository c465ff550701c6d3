"""Agreement of two judges against values worked out by hand."""

from __future__ import annotations

from math import log2

import pytest

from matcher.evaluation.agreement import GradedTwice, agreement, graded_twice
from matcher.evaluation.ceiling import expected_ndcg, ndcg_between_judges
from matcher.evaluation.judgements import Judgement


def pairs(*grades: tuple[int, int], order: str = "A") -> list[GradedTwice]:
    return [GradedTwice(order, f"C-{number}", first, second) for number, (first, second) in enumerate(grades)]


def test_what_the_first_judge_did_not_write_down_is_0_and_what_the_second_did_not_is_left_out() -> None:
    first = {"A": {"C-1": 3, "C-2": 2}}
    second = [Judgement("A", "C-1", 2, ""), Judgement("A", "C-3", 1, "", at_random=True), Judgement("B", "C-1", 3, "")]

    found = graded_twice(first, second)

    assert found == (GradedTwice("A", "C-1", 3, 2), GradedTwice("A", "C-3", 0, 1, at_random=True))


def test_the_table_has_the_first_judge_down_and_the_second_across() -> None:
    found = agreement([*pairs((0, 0), (0, 1), (3, 2)), *pairs((3, 2), order="B")])

    assert found.tables.shape == (2, 4, 4)
    assert found.table.tolist() == [[1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 2, 0]]
    assert (found.stricter, found.milder) == (2, 1)


def test_nearness_and_sides_are_counted() -> None:
    found = agreement(pairs((0, 0), (0, 2), (2, 3), (1, 2)))

    assert (found.within(0), found.within(1), found.within(2)) == (1, 3, 4)
    assert found.same_side == 2


def test_weighted_kappa_by_hand() -> None:
    # One pair of two lies 1 apart, and as many would by chance: the second judge only ever says 0.
    assert agreement(pairs((0, 0), (1, 0))).kappa()[0] == pytest.approx(0)
    # Seen: one pair 1 apart. By chance each grade of the one judge meets each of the other a quarter of a time.
    found = agreement(pairs((0, 1), (1, 1), (2, 2), (3, 3)))
    by_chance = sum((first - second) ** 2 for first in (0, 1, 2, 3) for second in (1, 1, 2, 3)) / 4
    assert found.kappa()[0] == pytest.approx(1 - 1 / by_chance)


def test_kappa_is_one_for_the_same_grades_and_has_an_interval_around_it() -> None:
    same = agreement([*pairs((0, 0), (3, 3)), *pairs((1, 1), (2, 2), order="B")])
    assert same.kappa() == (1, (1, 1))
    assert same.kappa_of_sides() == (1, (1, 1))

    mixed = agreement([*pairs((0, 0), (3, 2), (1, 3)), *pairs((1, 1), (2, 2), (0, 0), order="B")])
    value, (low, high) = mixed.kappa()
    assert low < value < high


def test_kappa_of_sides_sees_only_who_is_worth_proposing() -> None:
    assert agreement(pairs((0, 1), (1, 0), (2, 3), (3, 2))).kappa_of_sides()[0] == 1
    # Two of four on the same side, as by chance.
    assert agreement(pairs((0, 0), (0, 3), (3, 0), (3, 3))).kappa_of_sides()[0] == pytest.approx(0)


def test_nothing_in_common_has_no_kappa() -> None:
    assert agreement([]).kappa() == (0, (0, 0))
    assert agreement([]).table.tolist() == [[0] * 4] * 4


def test_those_who_tie_stand_in_every_order_alike() -> None:
    # "a" and "b" tie in the list; the one is worth 7, the other 0: 3.5 at either place.
    listed, measured = {"a": 2, "b": 2, "c": 0}, {"a": 3, "b": 0, "c": 0}
    assert expected_ndcg(listed, measured) == pytest.approx((3.5 + 3.5 / log2(3)) / 7)
    # Only the first place counts: one half.
    assert expected_ndcg(listed, measured, depth=1) == pytest.approx(0.5)


def test_a_list_by_the_same_grades_is_perfect_and_nobody_suitable_measures_nothing() -> None:
    assert expected_ndcg({"a": 3, "b": 1}, {"a": 3, "b": 1}) == 1
    assert expected_ndcg({"a": 3}, {"a": 0}) == 0


def test_the_ceiling_is_asked_from_either_judge() -> None:
    found = pairs((3, 2), (2, 2), (0, 0))

    # The second cannot tell the first two apart; the first judge's 3 is worth 7, his 2 is worth 3.
    assert ndcg_between_judges(found, by_second=True) == {"A": pytest.approx((5 + 5 / log2(3)) / (7 + 3 / log2(3)))}
    assert ndcg_between_judges(found, by_second=False) == {"A": pytest.approx(1)}
