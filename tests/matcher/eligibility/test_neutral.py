"""Who may not know is told the same of everybody, whatever health, benefit, category or age decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv
from matcher.candidates.build import build_candidates
from matcher.eligibility.rules import RULES
from matcher.orders.profile import order_profile
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import shortlist
from matcher.wording.explanation import Explainer
from matcher.wording.language import Language
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from matcher.wording.views import VISIBLE_RULES, View, shows_rule
from tests.factories import TODAY, cv, job_order

KINDS = ("ordinaer", "loentilskud", "virksomhedspraktik", "fleksjob", "skaanejob", "voksenlaerling", "fritidsjob")
PERSON = cv(languages={"dansk": "B2"}, insured=True, age_group="30-49")
ALIKE = [
    PERSON,
    replace(PERSON, insured=None),
    replace(PERSON, insured=False),
    replace(PERSON, age_group="15-17"),
    replace(PERSON, age_group="70+"),
    replace(PERSON, match_category=5),
    replace(PERSON, cv_approved=False),
]


@pytest.mark.parametrize("view", [View.COORDINATOR, View.EMPLOYER])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_other_readers_are_told_the_same_of_all_who_differ_in_what_they_may_not_know(
    scorer: Scorer, embedder: CachedEmbedder, kind: str, language: Language, view: View
) -> None:
    told = {tuple(reasons(one, kind, scorer, embedder, language, view)) for one in ALIKE}

    assert len(told) == 1


def test_only_rules_of_qualifications_are_told_to_the_coordinator_and_none_to_the_employer() -> None:
    names = {rule.name for rule in RULES}

    assert {name for name in names if shows_rule(View.COORDINATOR, name)} == VISIBLE_RULES
    assert not any(shows_rule(View.EMPLOYER, name) for name in names)
    assert names >= VISIBLE_RULES


def reasons(
    person: Cv, kind: str, scorer: Scorer, embedder: CachedEmbedder, language: Language, view: View
) -> list[str]:
    catalog, order = scorer.catalog, job_order(order_type=kind, shift="aften")
    profile = order_profile(order, catalog, embedder)
    people = build_candidates([person], catalog, embedder)
    found = shortlist(profile, people, scorer, today=TODAY, mode=EligibilityMode.SHOW)
    reader = Reader(wording(language), catalog, view)
    return Explainer(order, profile.reading, scorer.weights, reader).reasons(found.places[0])
