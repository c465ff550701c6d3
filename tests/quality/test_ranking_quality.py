"""The ranking of the judged collection does not get worse unnoticed; the tuning half alone is looked at here."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.evaluation.judgements import Half, bundled_judgements
from matcher.evaluation.runs import Evaluation, evaluate
from matcher.orders.profile import order_profile
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import shortlist
from taxonomy.catalog import Catalog

TODAY = date(2026, 11, 22)
FILE = Path(__file__).parent / "ranking_reached.json"  # nDCG@10 of every order when the weights were fitted
NOISE = 0.01  # of the mean: what a change that is no worse may cost
FALL = 0.1  # of one order: from here on it is named
WORST_ORDER = 0.35


@pytest.fixture(scope="module")
def evaluation(catalog: Catalog, embedder: CachedEmbedder, scorer: Scorer) -> Evaluation:
    judged = bundled_judgements(Half.TUNING)
    people = build_candidates(bundled_cvs(), catalog, embedder)
    run = {}
    for order in bundled_orders():
        if order.id in judged:
            profile = order_profile(order, catalog, embedder)
            found = shortlist(profile, people, scorer, today=TODAY, mode=EligibilityMode.OFF, top=20)
            run[order.id] = [place.candidate_id for place in found.places]
    return evaluate(run, judged)


def test_the_judged_people_stand_as_high_as_when_the_weights_were_set(evaluation: Evaluation) -> None:
    reached = json.loads(FILE.read_text(encoding="utf-8"))
    now = {order: scores["nDCG@10"] for order, scores in evaluation.by_order.items()}
    assert now.keys() == reached.keys()
    fallen = {order: (was, round(now[order], 3)) for order, was in reached.items() if now[order] < was - FALL}
    assert evaluation.mean("nDCG@10") >= sum(reached.values()) / len(reached) - NOISE, f"fallen: {fallen}"


def test_no_order_is_answered_with_the_wrong_people(evaluation: Evaluation) -> None:
    assert [order for order, score in evaluation.worst(count=30) if score < WORST_ORDER] == []


def test_somebody_worth_proposing_stands_among_the_first_five_of_every_order(evaluation: Evaluation) -> None:
    assert evaluation.mean("Success@5") == 1.0
