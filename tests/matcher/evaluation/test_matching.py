"""Our ranking and the baselines over a small judged collection made for the test."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.evaluation.baselines import plain_pool, plain_question
from matcher.evaluation.classes import by_difficulty, by_kind, by_trade
from matcher.evaluation.collection import Part, cvs_of, orders_of
from matcher.evaluation.contributions import contributions, only, without
from matcher.evaluation.intervals import bootstrap
from matcher.evaluation.judgements import Half, Judgement, judgements_of
from matcher.evaluation.matching import (
    BASELINES,
    OURS,
    EvaluatedOrder,
    JudgedHalf,
    evaluate_matching,
    interval,
    mean_gain,
)
from matcher.evaluation.misplaced import misplaced
from matcher.orders.profile import order_profile
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import CandidatePool
from taxonomy.catalog import Catalog
from tests.factories import cv, job_order

COOK = cv(id="C-1", headline="Kok", text="Jeg vil lave mad.", desired_jobs=["kok"], skills=["madlavning"])
WELDER = cv(id="C-2", headline="Svejser", text="Jeg svejser.", desired_jobs=["svejser"], skills=["svejsning"])


@pytest.fixture(scope="module")
def judged(catalog: Catalog, embedder: CachedEmbedder) -> JudgedHalf:
    order = job_order(id="A-1", title="Kok", text="Vi søger en kok til vores køkken.")
    people = build_candidates([COOK, WELDER], catalog, embedder)
    profile = order_profile(order, catalog, embedder)
    plain = plain_question(order, profile.reading, catalog, embedder)
    return JudgedHalf(
        orders=(EvaluatedOrder(order, profile, plain, catalog.occupations[profile.sought[0]].trade),),
        cvs=(COOK, WELDER),
        pool=CandidatePool(people),
        plain=plain_pool([COOK, WELDER], embedder),
        pairs=(Judgement("A-1", "C-1", 3, "kok"),),
    )


def wrongly(judged: JudgedHalf) -> JudgedHalf:
    """The same with the welder judged to be the one."""
    return JudgedHalf(judged.orders, judged.cvs, judged.pool, judged.plain, (Judgement("A-1", "C-2", 3, "svejser"),))


def test_every_run_is_measured_over_the_same_orders(judged: JudgedHalf, scorer: Scorer) -> None:
    runs = evaluate_matching(judged, scorer, judged.orders)
    assert set(runs) == {OURS, *BASELINES}
    assert all(list(found.by_order) == ["A-1"] for found in runs.values())
    assert runs[OURS].mean("nDCG@10") == 1.0


def test_a_perfect_list_is_limited_by_how_many_are_suitable(judged: JudgedHalf) -> None:
    assert judged.ideal.mean("P@5") == 0.2
    assert judged.ideal.mean("nDCG@10") == 1.0


def test_how_far_ahead_is_told_with_its_interval(judged: JudgedHalf, scorer: Scorer) -> None:
    ours = evaluate_matching(judged, scorer, judged.orders)[OURS]
    theirs = evaluate_matching(wrongly(judged), scorer, judged.orders)[OURS]
    gap, (low, high) = mean_gain(ours, theirs, "nDCG@10")
    assert gap == pytest.approx(1 - theirs.mean("nDCG@10"))
    assert low <= gap <= high
    assert interval(ours, "nDCG@10", []) == (0.0, 0.0)


def test_the_interval_of_a_mean_narrows_with_more_orders_and_holds_the_mean() -> None:
    few, many = bootstrap([0.5, 1.0] * 5), bootstrap([0.5, 1.0] * 100)
    assert few[0] < many[0] < 0.75 < many[1] < few[1]
    assert bootstrap([1.0] * 9) == (1.0, 1.0)


def test_an_order_stands_in_one_class_of_every_row(judged: JudgedHalf, catalog: Catalog) -> None:
    assert list(by_kind(judged, catalog).values()) == [("A-1",)]
    assert list(by_trade(judged, catalog).values()) == [("A-1",)]
    assert len(by_difficulty(judged)) == 5


def test_every_part_is_tried_alone_and_left_out(judged: JudgedHalf, scorer: Scorer) -> None:
    found = contributions(judged, scorer, judged.orders)
    assert len({one.label for one in found}) == len(scorer.weights.labels) + 3
    assert [one.label for one in found if one.alone is None] == [
        "krav og ønsker",
        "vilkår og fravalg",
        "ordretypens profil",
    ]


def test_a_part_alone_is_all_that_counts(scorer: Scorer) -> None:
    alone = only(scorer.weights, "wish")
    assert [name for name, one in alone.signals.items() if one.points] == ["wish"]
    assert alone.occupation.points == 0
    assert not any(task.points for task in alone.tasks.values())
    assert not any(alone.conditions.values())
    assert not any(cost for table in alone.severity.values() for cost in table.values())
    assert without(scorer.weights, "kinds").factor("virksomhedspraktik", "history") == 1.0


def test_nobody_is_misplaced_in_the_right_list(judged: JudgedHalf, scorer: Scorer) -> None:
    found = misplaced(judged.orders[0], judged, scorer)
    assert found.too_high == found.too_low == ()


def test_who_stands_too_high_and_too_low_is_told_with_the_parts(
    judged: JudgedHalf, scorer: Scorer, catalog: Catalog, embedder: CachedEmbedder
) -> None:
    cooks = [cv(id=f"K-{number}", headline="Kok", desired_jobs=["kok"]) for number in range(10)]
    cvs = (*cooks, WELDER)
    people = build_candidates(cvs, catalog, embedder)
    turned = JudgedHalf(
        judged.orders, cvs, CandidatePool(people), judged.plain, (Judgement("A-1", "C-2", 3, "vil hellere"),)
    )
    found = misplaced(judged.orders[0], turned, scorer, most=2)
    assert [(one.cv, one.rank, one.why) for one in found.too_low] == [("C-2", 11, "vil hellere")]
    assert [one.rank for one in found.too_high] == [1, 2]
    parts = dict(found.too_low[0].parts)
    assert parts["ønske"] < 0
    assert np.isfinite(list(parts.values())).all()


def test_the_parts_of_the_collection_are_asked_of_the_people_they_were_judged_against() -> None:
    assert (len(orders_of(Part.BUNDLED)), len(cvs_of(Part.BUNDLED))) == (60, 330)
    assert (len(orders_of(Part.WIDE)), len(cvs_of(Part.WIDE))) == (104, 1010)
    assert (len(orders_of(Part.ALL)), len(cvs_of(Part.ALL))) == (164, 1010)
    assert (len(orders_of(Part.FRESH)), len(cvs_of(Part.FRESH))) == (48, 280)
    assert (len(orders_of(Part.NEWEST)), len(cvs_of(Part.NEWEST))) == (48, 340)
    assert (len(orders_of(Part.LATER)), len(cvs_of(Part.LATER))) == (96, 340)
    assert (len(orders_of(Part.KINDS)), len(cvs_of(Part.KINDS))) == (20, 1010)
    assert (len(orders_of(Part.CARE)), len(cvs_of(Part.CARE))) == (16, 1010)
    assert (len(orders_of(Part.WEAK)), len(cvs_of(Part.WEAK))) == (24, 1010)


@pytest.mark.parametrize("part", Part)
def test_the_halves_share_no_order(part: Part) -> None:
    tuning, reporting = ({pair.order for pair in judgements_of(part, half)} for half in Half)
    assert tuning
    assert reporting
    assert not tuning & reporting
    assert all(int(order[2:]) % 2 for order in tuning)
    assert not any(int(order[2:]) % 2 for order in reporting)


@pytest.mark.parametrize("part", [Part.ALL, Part.LATER, Part.KINDS, Part.CARE, Part.WEAK])
def test_no_pair_of_the_collection_was_judged_twice(part: Part) -> None:
    for half in Half:
        pairs = [(pair.order, pair.cv) for pair in judgements_of(part, half)]
        assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("part", Part)
def test_a_part_is_judged_on_its_own_orders_and_people(part: Part) -> None:
    orders, cvs = {order.id for order in orders_of(part)}, {cv.id for cv in cvs_of(part)}
    pairs = [pair for half in Half for pair in judgements_of(part, half)]
    assert {pair.order for pair in pairs} <= orders
    assert {pair.cv for pair in pairs} <= cvs


@pytest.mark.parametrize("half", Half)
def test_the_later_part_holds_every_judgement_of_the_fresh_and_the_newest(half: Half) -> None:
    fresh, newest, later = (set(judgements_of(part, half)) for part in (Part.FRESH, Part.NEWEST, Part.LATER))
    orders_fresh, added = {order.id for order in orders_of(Part.FRESH)}, later - fresh - newest
    assert fresh | newest <= later
    assert added
    assert all(pair.order in orders_fresh for pair in added)
