"""The answer of one rule, and what a rule may look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Protocol

from matcher.candidates.profile import Candidate
from matcher.orders.profile import OrderProfile
from matcher.ranking.grades import Grade, GradedDemand, demand_label
from taxonomy.catalog import Catalog


class Answer(StrEnum):
    """Whether the person may be proposed, as far as one rule goes."""

    YES = "ja"
    ASK = "spørg"
    NO = "nej"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule's answer with its reason in Danish."""

    rule: str
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Case:
    """One person before one order on one day; rules are pure functions of it."""

    order: OrderProfile
    candidate: Candidate
    demands: tuple[GradedDemand, ...]
    today: date
    catalog: Catalog


class Rule(Protocol):
    """One rule of who may be proposed."""

    name: str

    def check(self, case: Case) -> Verdict:
        """The rule's answer for the case."""


def judge_demands(rule: str, demands: Iterable[GradedDemand], *, refuse: frozenset[Grade], fine: str) -> Verdict:
    """A verdict over hard demands: NO if one has a grade of `refuse`, ASK if one is not proved, else YES."""
    unproved = [demand for demand in demands if demand.requirement.hard and demand.grade is not Grade.PROVED]
    if not unproved:
        return _nothing_against(rule, fine)
    missing = [demand for demand in unproved if demand.grade in refuse]
    if missing:
        return Verdict(rule, Answer.NO, f"Mangler {listed(missing)}.")
    return Verdict(rule, Answer.ASK, f"Spørg om {listed(unproved)}.")


@cache
def _nothing_against(rule: str, fine: str) -> Verdict:
    return Verdict(rule, Answer.YES, fine)


def listed(demands: Iterable[GradedDemand]) -> str:
    """The demands as a phrase: "a", "a og b", "a, b og c"."""
    names = list(dict.fromkeys(phrase(demand) for demand in demands))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"


def phrase(demand: GradedDemand) -> str:
    """What is demanded, with the noun it needs in a sentence."""
    return f"{NOUNS.get(demand.requirement.kind, '')}{demand_label(demand)}"


NOUNS = {
    "driving_licence": "kørekort ",
    "authorisation": "autorisation som ",
    "education": "uddannelse: ",
    "skill": "kendskab til ",
}
