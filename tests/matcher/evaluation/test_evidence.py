"""What is measured once and weighed many times gives the scores that ranking gives."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.candidates.crowd import Profiles, crowd_of
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.evaluation.evidence import evidence_scores, measure
from matcher.orders.profile import OrderProfile, order_profile
from matcher.ranking.score import SCORE_TOLERANCE, Scorer
from taxonomy.catalog import Catalog


@pytest.fixture(scope="module")
def people(catalog: Catalog, embedder: CachedEmbedder) -> Profiles:
    return crowd_of(build_candidates(bundled_cvs()[::5], catalog, embedder)).profiles


@pytest.fixture(scope="module")
def orders(catalog: Catalog, embedder: CachedEmbedder) -> list[OrderProfile]:
    chosen = bundled_orders()[::4]  # every kind of order stands among them
    return [order_profile(order, catalog, embedder) for order in chosen]


def scores(scorer: Scorer, order: OrderProfile, people: Profiles) -> np.ndarray:
    brief = scorer.brief(order)
    return scorer.score_batch(brief, people, brief.demands.grade(people)).scores


def test_the_scores_are_those_of_ranking(scorer: Scorer, people: Profiles, orders: list[OrderProfile]) -> None:
    for order in orders:
        found = evidence_scores(measure(order, people, scorer), scorer.weights)
        assert np.abs(found - scores(scorer, order, people)).max() < SCORE_TOLERANCE


def test_they_follow_ranking_to_other_weights(scorer: Scorer, people: Profiles, orders: list[OrderProfile]) -> None:
    measured = measure(orders[0], people, scorer)
    weights = scorer.weights
    other = replace(
        weights,
        nice=0.5,
        kinds={orders[0].order_type: {"history": 0.5, "kind_wanted": 2.0, "kilometre": 0.5}},
        signals={
            name: replace(one, points=one.points / 2, lexical=0.8, centre=0.4) for name, one in weights.signals.items()
        },
        occupation=replace(weights.occupation, points=50.0, history=0.3),
        conditions={name: amount * 2 for name, amount in weights.conditions.items()},
    )
    found = scores(replace(scorer, weights=other), orders[0], people)
    assert np.abs(evidence_scores(measured, other) - found).max() < SCORE_TOLERANCE


def test_some_people_are_measured_as_among_all(scorer: Scorer, people: Profiles, orders: list[OrderProfile]) -> None:
    measured = measure(orders[0], people, scorer)
    rows = np.array([3, 1])
    few, all_of_them = evidence_scores(measured.only(rows), scorer.weights), evidence_scores(measured, scorer.weights)
    assert few.tolist() == pytest.approx(all_of_them[rows].tolist(), rel=1e-12)
