"""The laws of the score: what it depends on, what never moves it, what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import build_candidates
from matcher.candidates.crowd import crowd_of
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.orders.profile import OrderProfile, order_profile
from matcher.ranking.batch import Batch
from matcher.ranking.score import Scored, Scorer
from matcher.ranking.views import raw_views
from tests.factories import cv, job_order

POOL = bundled_cvs()[::30]  # eleven people from all over the collection
ORDERS = bundled_orders()[::24]


class Ranking:
    """Scores CVs as the software does, from their words on."""

    def __init__(self, scorer: Scorer, embedder: CachedEmbedder) -> None:
        self.scorer, self.embedder = scorer, embedder

    def order(self, order: JobOrder) -> OrderProfile:
        catalog = self.scorer.catalog
        return order_profile(order, catalog, self.embedder)

    def score(self, order: JobOrder, cvs: Sequence[Cv]) -> list[Scored]:
        candidates = build_candidates(cvs, self.scorer.catalog, self.embedder)
        return self.scorer.score(self.order(order), candidates)


@pytest.fixture(scope="module")
def ranking(scorer: Scorer, embedder: CachedEmbedder) -> Ranking:
    return Ranking(scorer, embedder)


def _by_id(scored: Sequence[Scored]) -> dict[str, tuple[float, tuple[tuple[str, float], ...]]]:
    return {found.profile.id: (found.score, found.parts) for found in scored}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.id)
def test_a_score_is_the_same_whoever_else_is_there_and_in_whatever_order(ranking: Ranking, order: JobOrder) -> None:
    together = _by_id(ranking.score(order, POOL))

    assert _by_id(ranking.score(order, POOL[::-1])) == together
    assert _by_id(ranking.score(order, POOL[3:8])).items() <= together.items()
    for one in POOL:
        assert _by_id(ranking.score(order, [one])).items() <= together.items()


def test_a_cv_that_stands_twice_gets_the_same_score_twice(ranking: Ranking) -> None:
    copy = replace(POOL[4], id="copy")

    scored = _by_id(ranking.score(ORDERS[0], [*POOL, copy]))

    assert scored["copy"] == scored[POOL[4].id]
    assert scored.items() >= _by_id(ranking.score(ORDERS[0], POOL)).items()


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.id)
def test_the_parts_sum_to_the_score(ranking: Ranking, order: JobOrder) -> None:
    scored = ranking.score(order, POOL)

    assert len(scored) == len(POOL)
    for found in scored:
        assert sum(points for _, points in found.parts) == pytest.approx(found.score, abs=1e-6)
        assert all(np.isfinite(points) for _, points in found.parts)
        assert found.score >= 0


def test_no_part_is_minus_nought(ranking: Ranking) -> None:
    near = ranking.score(job_order(postcode="2300"), [cv(postcode="2300")])
    assert "-0.0" not in str(near[0].parts)
    assert dict(near[0].parts)["afstand"] == 0


def test_what_only_the_law_may_know_never_moves_a_score(ranking: Ranking) -> None:
    others = [
        replace(
            one,
            match_category=one.match_category % 5 + 1,
            insured=not one.insured,
            age_group="60+" if one.age_group != "60+" else "15-17",
            cv_approved=not one.cv_approved,
        )
        for one in POOL
    ]

    for order in ORDERS:
        assert _by_id(ranking.score(order, others)) == _by_id(ranking.score(order, POOL))


def test_a_word_said_again_in_a_field_changes_nothing_lexically(ranking: Ranking) -> None:
    said, again = cv(text="Jeg kører truck på lager."), cv(text="Jeg kører truck på lager. Truck. Lager lager truck.")
    order = ranking.order(job_order(text="Du kører truck på vores lager."))

    lexical = []
    for one in (said, again):
        (candidate,) = build_candidates([one], ranking.scorer.catalog, ranking.embedder)
        views = raw_views(order, Batch(crowd_of([candidate]).profiles))
        lexical.append({name: float(values[0][0]) for name, values in views.items()})

    assert str(lexical[0]) == str(lexical[1])  # as text, since no history is NaN


DEMANDING = job_order(
    title="Chauffør",
    text="Du kører varer ud i København.",
    must_have=["kørekort C/E", "kørekort D", "truckcertifikat B", "dansk på B1", "engelsk på B1"],
)
POLISH = cv(
    headline="Kierowca",
    text="Szukam pracy jako kierowca. Mam doświadczenie w transporcie i jeżdżę od wielu lat.",
    desired_jobs=["kierowca"],
)
PROOFS: list[dict[str, object]] = [
    {"licences": ["kørekort C/E"]},
    {"licences": ["kørekort D"]},
    {"licences": ["truckcertifikat B"]},
    {"languages": {"dansk": "B1"}},
    {"languages": {"engelsk": "B1"}},
    {"languages": {"engelsk": "C2"}},
]


@pytest.mark.parametrize("proof", PROOFS, ids=str)
@pytest.mark.parametrize("writer", ["da", "pl"])
def test_proof_of_what_is_demanded_never_lowers_the_score(
    ranking: Ranking, proof: dict[str, object], writer: str
) -> None:
    silent = cv() if writer == "da" else POLISH
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in proof.items()}
    proved = replace(silent, **fields)  # type: ignore[arg-type]

    before, after = (found.score for found in ranking.score(DEMANDING, [silent, proved]))

    assert after >= before


@pytest.mark.parametrize(
    ("title", "demand"), [("Chauffør", "2 års erfaring som lastbilchauffør"), ("Kok", "erfaring som kok"), ("Kok", "")]
)
def test_long_experience_never_lowers_the_score_of_who_asks_for_other_work(
    ranking: Ranking, title: str, demand: str
) -> None:
    order = job_order(title=title, text="Du møder kl. 6.", must_have=[demand] if demand else [])
    seeking = cv(headline="Vil ud til kunderne", text="Jeg søger noget nyt.", desired_jobs=["butiksassistent"])
    held = replace(seeking, experience=tuple(cv(experience=[{"title": title, "years": 8}]).experience))

    before, after = (found.score for found in ranking.score(order, [seeking, held]))

    assert after >= before


def test_every_proof_that_is_taken_away_lowers_the_score(ranking: Ranking) -> None:
    licences, languages = ("kørekort C/E", "kørekort D", "truckcertifikat B"), {"dansk": "B2", "engelsk": "B1"}
    full = cv(licences=list(licences), languages=languages)
    fewer = [
        *(replace(full, licences=tuple(held for held in licences if held != gone)) for gone in licences),
        *(
            replace(full, languages={name: languages[name] for name in languages if name != gone})
            for gone in ("engelsk",)
        ),
    ]

    best, *others = (found.score for found in ranking.score(DEMANDING, [full, *fewer]))

    assert all(score < best for score in others), (best, others)


def test_an_unmet_demand_cannot_be_bought_off_by_words(ranking: Ranking) -> None:
    order = job_order(title="Lastbilchauffør", text="Du kører lastbil.", must_have=["kørekort C"])
    wordy = cv(
        headline="Lastbilchauffør",
        text="Du kører lastbil. Lastbilchauffør, lastbil, kørsel.",
        desired_jobs=["lastbilchauffør"],
        licences=["kørekort B"],
    )
    holder = cv(headline="Lastbilchauffør", desired_jobs=["lastbilchauffør"], licences=["kørekort C"])

    without, proved = (found.score for found in ranking.score(order, [wordy, holder]))

    assert proved > without


def test_the_wish_weighs_more_than_the_history(ranking: Ranking) -> None:
    order = job_order(title="Receptionist", text="Du tager imod gæster.")
    job = [{"title": "receptionist", "years": 6}]
    wants = cv(headline="Noget nyt", text="Jeg er flink.", desired_jobs=["receptionist"])
    leaves = cv(headline="Noget nyt", text="Jeg er flink.", desired_jobs=["gartner"], experience=job)

    wish, history = (found.score for found in ranking.score(order, [wants, leaves]))

    assert wish > history


def test_nobody_scored_is_an_empty_list(ranking: Ranking) -> None:
    assert ranking.score(DEMANDING, []) == []
    assert build_candidates([], ranking.scorer.catalog, ranking.embedder) == []


def test_asking_for_the_kind_of_order_counts_by_the_profile_of_the_kind(scorer: Scorer) -> None:
    weights = replace(scorer.weights, kinds={"fleksjob": {"kind_wanted": 2.0}})

    assert weights.against("fleksjob", "kind_wanted") == 2 * weights.conditions["kind_wanted"]
    assert weights.against("ordinaer", "kind_wanted") == weights.conditions["kind_wanted"]
    assert weights.against("fleksjob", "kilometre") == weights.conditions["kilometre"]
