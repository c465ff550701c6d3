"""The metrics against values worked out by hand."""

from __future__ import annotations

from math import log2

import pytest

from matcher.evaluation.metrics import ndcg, precision, recall, reciprocal_rank, success
from matcher.evaluation.runs import evaluate, gather_judgements, gather_run

GRADES = {"a": 3, "b": 2, "c": 1, "d": 0, "e": 2}


def test_ndcg_by_hand() -> None:
    # Gains 2^grade - 1: c 1, a 7, unjudged 0; the ideal is a 7, b 3, e 3, c 1.
    gained = 1 / log2(2) + 7 / log2(3) + 0
    ideal = 7 / log2(2) + 3 / log2(3) + 3 / log2(4) + 1 / log2(5)

    assert ndcg(["c", "a", "unjudged"], GRADES) == pytest.approx(gained / ideal)


def test_ndcg_is_one_for_the_ideal_and_zero_where_nothing_is_relevant() -> None:
    assert ndcg(["a", "b", "e", "c", "d"], GRADES) == pytest.approx(1)
    assert ndcg(["a", "b"], {"a": 0}) == 0
    assert ndcg([], GRADES) == 0


def test_ndcg_stops_at_its_depth() -> None:
    assert ndcg(["d", "a"], GRADES, depth=1) == 0


def test_precision_divides_by_the_depth_even_of_a_short_list() -> None:
    assert precision(["a", "c", "b", "d", "e"], GRADES) == pytest.approx(3 / 5)
    assert precision(["a", "b"], GRADES) == pytest.approx(2 / 5)


def test_recall_counts_at_most_as_many_as_the_list_can_hold() -> None:
    assert recall(["a", "c", "x"], GRADES) == pytest.approx(1 / 3)
    assert recall(["a", "b", "e"], GRADES, depth=2) == pytest.approx(1)
    assert recall(["a"], {"a": 1}) == 0


def test_reciprocal_rank_and_success_look_for_the_first_worth_proposing() -> None:
    assert reciprocal_rank(["d", "c", "b"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["d", "c"], GRADES) == 0
    assert [success(["d", "c", "b"], GRADES, depth) for depth in (1, 2, 3)] == [0, 0, 1]


def test_a_run_is_gathered_by_rank_and_not_by_line() -> None:
    run = gather_run([("A-1", "b", 2), ("A-1", "a", 1), ("A-2", "c", 1)])

    assert run == {"A-1": ["a", "b"], "A-2": ["c"]}


def test_an_order_that_the_run_lacks_scores_nothing_and_is_named() -> None:
    judged = gather_judgements([("A-1", "a", 3), ("A-2", "a", 2), ("A-3", "b", 1)])

    found = evaluate({"A-1": ["a"], "A-3": ["b"]}, judged)

    assert found.unanswered == ("A-2",)
    assert found.by_order["A-2"]["nDCG@10"] == 0
    assert found.mean("Success@1") == pytest.approx(1 / 3)
    assert found.standard_error("Success@1") == pytest.approx(1 / 3)  # spread sqrt(1/3), over sqrt(3)
    assert found.worst("Success@1", 2) == [("A-2", 0), ("A-3", 0)]


def test_nothing_judged_is_no_error() -> None:
    assert evaluate({}, {}).mean("MRR") == 0
    assert evaluate({}, {"A-1": {"a": 3}}).standard_error("MRR") == 0
