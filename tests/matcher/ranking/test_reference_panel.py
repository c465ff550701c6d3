"""A CV in another language is measured against others in the same position: it does not sink for its language."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.candidates.crowd import Profiles, crowd_of
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.orders.profile import OrderProfile, order_profile
from matcher.ranking.batch import Batch
from matcher.ranking.panel import cvs_abroad
from matcher.ranking.reference_panel import calibrate, foreign
from matcher.ranking.score import Scorer
from matcher.ranking.views import raw_views
from taxonomy.catalog import Catalog


@pytest.fixture(scope="module")
def people(catalog: Catalog, embedder: CachedEmbedder) -> Profiles:
    return crowd_of(build_candidates(bundled_cvs(), catalog, embedder)).profiles


@pytest.fixture(scope="module")
def orders(catalog: Catalog, embedder: CachedEmbedder) -> list[OrderProfile]:
    return [order_profile(order, catalog, embedder) for order in bundled_orders()[::6]]


def test_the_words_of_foreign_cvs_lie_as_high_as_those_of_danish_ones(
    scorer: Scorer, people: Profiles, orders: list[OrderProfile]
) -> None:
    theirs, raw, calibrated = foreign(people), [], []
    for order in orders:
        scales = scorer.reference_panel.scales(order)
        for name, (lexical, _) in raw_views(order, Batch(people)).items():
            z_scores = calibrate(order, people, scales)[name][0]
            spread = scales[name][0].spread
            raw.append((np.nanmean(lexical[~theirs]) - np.nanmean(lexical[theirs])) / spread)
            calibrated.append(z_scores[~theirs].mean() - z_scores[theirs].mean())
    assert np.mean(raw) > 0.05
    assert abs(np.mean(calibrated)) < 0.1


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_writes_in_the_language_of_an_order_lies_no_higher_for_that(
    scorer: Scorer, catalog: Catalog, embedder: CachedEmbedder, language: str
) -> None:
    ads = {
        "en": "Beekeeper wanted. You look after forty hives, harvest the honey and talk to visitors about the bees.",
        "es": "Se busca apicultor. Cuidas de cuarenta colmenas, recoges la miel y hablas con los visitantes.",
    }
    order = replace(bundled_orders()[0], title=ads[language].split(".")[0], text=ads[language], must_have=())
    profile = order_profile(order, catalog, embedder)
    people = [cv for cv in cvs_abroad() if cv.id.startswith(language)]
    assert scorer.reference_panel.abroad[language].ids == tuple(cv.id for cv in people)  # the table is of these texts
    crowd = crowd_of(build_candidates(people, catalog, embedder)).profiles
    scales = scorer.reference_panel.scales(profile)
    z_scores = [view.mean() for views in calibrate(profile, crowd, scales).values() for view in views]
    assert max(map(abs, z_scores)) < 0.1
