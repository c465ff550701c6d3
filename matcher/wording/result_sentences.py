"""Sentences about the result of matching: how demands are met, which conditions hold, and what decided the score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from matcher.ranking.conditions import KILOMETRES_AT_MOST, Condition
from matcher.ranking.grades import Grade, GradedDemand
from matcher.ranking.score import Scored
from matcher.ranking.weights import Weights
from matcher.wording.demands import demand_phrase
from matcher.wording.parts import part_name
from matcher.wording.reader import Reader
from matcher.wording.tables import Wording
from matcher.wording.views import shows_condition

COST_WORTH_A_SENTENCE = 0.5  # points


def demand_sentence(demand: GradedDemand, reader: Reader) -> str:
    """How the demand is met; empty where that is not worth a sentence."""
    key, words = _sentence_key(demand), reader.words
    if key is None:
        return ""
    quoted = words.quoted(demand.evidence) if demand.evidence else ""
    return words.say(
        key,
        what=demand_phrase(demand, words, reader.catalog),
        quote=f" ({quoted})" if quoted else "",
        named=quoted or words.sentences["not_that"],
    )


def _sentence_key(demand: GradedDemand) -> str | None:
    """The sentence for the grade; none for what was not asked, or is asked by a rule."""
    requirement = demand.requirement
    if demand.grade is Grade.UNKNOWN:
        return "demand_unknown" if requirement.hard and requirement.kind not in ASKED_BY_RULES else None
    if requirement.excluded and demand.grade is not Grade.EXCLUDED:
        return None if demand.grade is Grade.PROVED else "demand_nearly_excluded"
    if requirement.kind == "language" and demand.grade in SPOKEN:
        surpassable = demand.grade is Grade.PROVED and requirement.level not in {None, *HIGHEST_LEVELS}
        return "language_enough" if surpassable else SPOKEN[demand.grade]
    return SENTENCES.get(demand.grade)


def condition_sentences(conditions: Iterable[Condition], reader: Reader) -> Iterator[str]:
    """Those of the conditions that the reader sees; distance by how far it is."""
    words, view = reader.words, reader.view
    for condition in conditions:
        if not shows_condition(view, condition.name):
            continue
        if condition.name != "kilometre":
            yield words.say(f"condition_{condition.name}")
        elif condition.amount >= KILOMETRES_AT_MOST:
            yield words.say("lives_beyond", km=words.number(KILOMETRES_AT_MOST))
        elif condition.amount >= 1:
            yield words.say("lives_from", km=words.number(condition.amount))
        else:
            yield words.say("lives_near")


def points_sentence(scored: Scored, weights: Weights, reader: Reader) -> str:
    """The score, the two signals that earned most, and what cost most."""
    words = reader.words
    earned = sorted([(points, name) for name, points in scored.parts[: len(weights.labels)]], reverse=True)[:2]
    most = [_points_for(name, round(points), words) for points, name in earned]
    total = words.say("points_in_all", points=words.points(scored.score), most=words.listed(most))
    points, name = min([(points, name) for name, points in scored.parts], default=(0.0, ""))
    if points >= -COST_WORTH_A_SENTENCE:
        return total
    shown = part_name(name, scored.demands, words, reader.catalog)
    return f"{total} {words.say('costs_most', name=shown, points=words.points(-points))}"


@lru_cache(maxsize=10_000)
def _points_for(name: str, points: int, words: Wording) -> str:
    return words.say("points_for", name=words.name("parts", name), points=words.points(points))


# Rules ask about these themselves (matcher/eligibility), so that silence about them is told once.
ASKED_BY_RULES = frozenset(
    {"driving_licence", "certificate", "authorisation", "education", "language", "criminal_record"}
)
HIGHEST_LEVELS = ("C2", "modersmål")
SPOKEN = {Grade.PROVED: "language_proved", Grade.LIKELY: "language_likely"}
SENTENCES = {
    Grade.PROVED: "demand_proved",
    Grade.LIKELY: "demand_likely",
    Grade.SHORT: "demand_short",
    Grade.MISSING: "demand_missing",
    Grade.EXCLUDED: "demand_excluded",
}
