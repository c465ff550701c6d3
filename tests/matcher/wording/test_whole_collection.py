"""The sentences over the bundled collection: whole in both languages, and neutral for those who may not know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import build_candidates
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.orders.profile import order_profile
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import Shortlist, shortlist
from matcher.wording.explanation import Explainer
from matcher.wording.language import Language
from matcher.wording.parts import named_parts
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from matcher.wording.verdicts import verdict_sentence
from matcher.wording.views import VISIBLE_RULES, View
from tests.factories import TODAY

pytestmark = pytest.mark.long

ORDERS, PEOPLE = bundled_orders()[::6], bundled_cvs()[::5]
ENGLISH = wording(Language.ENGLISH)
Found = tuple[JobOrder, Shortlist]


@pytest.fixture(scope="module")
def lists(scorer: Scorer, embedder: CachedEmbedder) -> list[Found]:
    candidates = build_candidates(PEOPLE, scorer.catalog, embedder)

    @lru_cache
    def found(order_id: str) -> Shortlist:
        order = next(one for one in ORDERS if one.id == order_id)
        profile = order_profile(order, scorer.catalog, embedder)
        return shortlist(profile, candidates, scorer, today=TODAY, mode=EligibilityMode.SHOW, top=len(candidates))

    return [(order, found(order.id)) for order in ORDERS]


def reasons(lists: list[Found], scorer: Scorer, language: Language, view: View) -> Iterator[tuple[str, list[str]]]:
    for order, found in lists:
        for place in found.places:
            reading, words = found.order.reading, wording(language)
            yield (
                place.candidate_id,
                Explainer(order, reading, scorer.weights, Reader(words, scorer.catalog, view)).reasons(place),
            )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("view", View)
def test_every_reason_is_a_whole_sentence(lists: list[Found], scorer: Scorer, language: Language, view: View) -> None:
    for _, said in reasons(lists, scorer, language, view):
        unsound = [one for one in said if not (one.endswith(".") and one[0] == one[0].upper() and "{" not in one)]
        assert unsound == []
        assert len(set(said)) == len(said)


def test_english_sentences_speak_english_but_for_words_that_are_quoted(lists: list[Found], scorer: Scorer) -> None:
    danish = (" og ", " på ", "Spørg", "Har ", "kørekort", "modersmål", " point i ", " Mangler ")
    for _, said in reasons(lists, scorer, Language.ENGLISH, View.CONSULTANT):
        unquoted = ["".join(part.split("”")[-1] for part in one.split("“")) for one in said if "share" not in one]
        assert [one for one in unquoted if any(word in one for word in danish)] == []


def test_every_rule_s_answer_can_be_said_in_english(lists: list[Found], scorer: Scorer) -> None:
    for _, found in lists:
        for place in found.places:
            for verdict in place.eligibility.verdicts:
                said = verdict_sentence(verdict, place.eligibility.case, ENGLISH)
                assert "in Danish" not in said
                assert " ." not in said
                danish = verdict_sentence(verdict, place.eligibility.case, wording())
                assert danish == verdict.reason
                if verdict.rule in VISIBLE_RULES:
                    assert said.count(",") + said.count(" and ") >= danish.count(" og ")


@pytest.mark.parametrize("language", Language)
def test_parts_sum_to_the_score_in_every_language(lists: list[Found], scorer: Scorer, language: Language) -> None:
    for _, found in lists:
        for place in found.places:
            parts = named_parts(place.scored, wording(language), scorer.catalog)
            assert sum(parts.values()) == pytest.approx(place.scored.score, abs=1e-6)


def test_no_part_that_the_coordinator_sees_is_a_condition_that_is_not_told(lists: list[Found], scorer: Scorer) -> None:
    for _, found in lists:
        for place in found.places:
            parts = named_parts(place.scored, wording(), scorer.catalog, View.COORDINATOR)
            assert not {name for name in parts if "ordretype" in name or "øvet" in name or "vagter" in name}
