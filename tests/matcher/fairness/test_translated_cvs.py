"""The same CV in Danish and translated: for orders that demand no Danish, the language may not decide.

The translations were made for these tests, every field but the languages held; none of them says more than the Danish.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv
from matcher.candidates.build import build_candidates
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.orders.profile import OrderProfile, build_order_profile, understand
from matcher.ranking.score import Scorer
from taxonomy.catalog import Catalog
from taxonomy.language import text_language
from taxonomy.reading.findings import OrderReading, RequirementKind

pytestmark = pytest.mark.long

FILE = Path(__file__).parent / "translated_cvs.jsonl"
BEST = 2  # orders that suit the Danish CV: of the others nobody is shown
AT_LEAST, ON_AVERAGE = 0.4, 0.6  # of the Danish CV's score over those orders: what is reached, and may only rise


@cache
def translations() -> Mapping[str, tuple[Cv, Cv, str]]:
    """By id the Danish CV, its translation and the language."""
    danish = {cv.id: cv for cv in bundled_cvs()}
    said = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    return {one["id"]: (danish[one["id"]], _translated(danish[one["id"]], one), one["language"]) for one in said}


def _translated(cv: Cv, said: Mapping[str, str | list[str]]) -> Cv:
    jobs = zip(cv.experience, said["titles"], strict=True)
    return replace(
        cv,
        headline=str(said["headline"]),
        text=str(said["text"]),
        experience=tuple(replace(job, title=title) for job, title in jobs),
        education=tuple(said["education"]),
        skills=tuple(said["skills"]),
        licences=tuple(said["licences"]),
        desired_jobs=tuple(said["desired_jobs"]),
    )


@pytest.fixture(scope="module")
def orders(catalog: Catalog, embedder: CachedEmbedder) -> list[OrderProfile]:
    """The bundled orders without the Danish that some demand."""
    read = ((order, _without_danish(understand(order, catalog))) for order in bundled_orders())
    return [build_order_profile(order, reading, catalog, embedder) for order, reading in read]


def _without_danish(reading: OrderReading) -> OrderReading:
    kept = [one for one in reading.requirements if (one.kind, one.key) != (RequirementKind.LANGUAGE, "dansk")]
    return replace(reading, requirements=tuple(kept))


def share_kept(cvs: tuple[Cv, Cv], orders: list[OrderProfile], scorer: Scorer, embedder: CachedEmbedder) -> float:
    """The translation's score as a share of the Danish CV's, over the orders that suit the latter best."""
    people = build_candidates(cvs, scorer.catalog, embedder)
    scores = [[one.score for one in scorer.score(order, people)] for order in orders]
    best = sorted(scores, reverse=True)[:BEST]
    return sum(theirs for _, theirs in best) / sum(danish for danish, _ in best)


@pytest.mark.parametrize("person", sorted(translations()))
def test_a_translation_is_read_as_written_in_its_language(person: str) -> None:
    _, translated, language = translations()[person]
    assert text_language(f"{translated.headline}. {translated.text}") == language


def test_a_translated_cv_stands_nearly_as_high(
    scorer: Scorer, orders: list[OrderProfile], embedder: CachedEmbedder
) -> None:
    kept = {
        person: share_kept((danish, translated), orders, scorer, embedder)
        for person, (danish, translated, _) in translations().items()
    }
    assert min(kept.values()) >= AT_LEAST, kept
    assert fmean(kept.values()) >= ON_AVERAGE, kept
