"""How near people's occupations lie to what an order seeks."""

from __future__ import annotations

from matcher.candidates.crowd import crowd_of
from matcher.candidates.profile import Named
from matcher.orders.profile import understand
from matcher.ranking.occupation_link import BESIDE_TITLE, OccupationLink
from matcher.ranking.score import Scorer
from matcher.ranking.weights import Weights
from taxonomy.catalog import Catalog
from taxonomy.distance import CAN_FILL
from tests.factories import candidate, job_order, profile


def near(catalog: Catalog, weights: Weights, wish: str, title: str, kind: str = "ordinaer") -> float:
    order = job_order(title=title, text="Du hjælper en sygeplejerske.")
    people = crowd_of([candidate(profile(wishes=(Named(wish, 1.0, wish),)))]).profiles
    return float(OccupationLink(understand(order, catalog), catalog, weights, kind).best(people)[0])


def test_helpers_in_a_trade_are_near_to_learning_it_and_not_to_the_trained_job(
    catalog: Catalog, scorer: Scorer
) -> None:
    assert near(catalog, scorer.weights, "koekkenmedhjaelper", "Kok", "ordinaer") == 0
    assert near(catalog, scorer.weights, "koekkenmedhjaelper", "Kok", "laereplads") == CAN_FILL
    assert near(catalog, scorer.weights, "kok", "Kok", "laereplads") == 1.0


def test_what_the_title_names_counts_more_than_what_the_text_speaks_of(catalog: Catalog, scorer: Scorer) -> None:
    assert near(catalog, scorer.weights, "kok", "Kok") == 1.0
    assert near(catalog, scorer.weights, "sygeplejerske", "Kok") == BESIDE_TITLE
    assert near(catalog, scorer.weights, "sygeplejerske", "En god kollega") == 1.0


def test_work_of_the_order_s_sort_is_refused_however_unsurely_the_order_names_it(
    catalog: Catalog, scorer: Scorer
) -> None:
    order = understand(job_order(title="2 stk til hjemmeplejen", text="Bad og støttestrømper."), catalog)
    people = crowd_of([candidate(profile(refused=(Named("plejehjemsmedhjaelper", 1.0, "pleje"),)))]).profiles
    assert OccupationLink(order, catalog, scorer.weights, "ordinaer").refused(people).tolist() == [True]
