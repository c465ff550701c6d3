"""The answer of one rule, and what a rule may look at: many people at once to answer, one person to give the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Crowd, Mask
from matcher.candidates.profile import Candidate
from matcher.orders.profile import OrderProfile
from matcher.ranking.demands import Met
from matcher.ranking.grades import GRADES, Grade, GradedDemand, demand_label
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Requirement, RequirementKind


class Answer(StrEnum):
    """Whether the person may be proposed, as far as one rule goes; a later answer outweighs an earlier."""

    YES = "ja"
    ASK = "spørg"
    NO = "nej"


ANSWERS = tuple(Answer)
YES, ASK, NO = range(len(ANSWERS))
Answers = NDArray[np.int8]  # places in ANSWERS, one a person


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule's answer with its reason in Danish."""

    rule: str
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Cases:
    """Many people before one order on one day; answers are pure functions of it, each person's of that person alone."""

    order: OrderProfile
    crowd: Crowd
    met: tuple[Met, ...]
    today: date
    catalog: Catalog

    def all(self, answer: int) -> Answers:
        """The same answer for everybody."""
        return np.full(len(self.crowd), answer, np.int8)

    def where(self, no: Mask, ask: Mask | None = None) -> Answers:
        """NO for some, ASK for some of the others, YES for the rest."""
        found = self.all(YES) if ask is None else np.where(ask, ASK, YES).astype(np.int8)
        found[no] = NO
        return found


@dataclass(frozen=True, slots=True)
class Case:
    """One person before one order on one day."""

    order: OrderProfile
    candidate: Candidate
    demands: tuple[GradedDemand, ...]
    today: date
    catalog: Catalog


class Rule(Protocol):
    """One rule of who may be proposed."""

    @property
    def name(self) -> str:
        """What the rule is called in `fell_for`."""

    def answers(self, cases: Cases) -> Answers:
        """The rule's answer for everybody. Shape (n,)."""

    def reason(self, case: Case, answer: Answer) -> str:
        """Why the rule gave the person that answer, in Danish."""


def answers_by_demands(cases: Cases, kind: RequirementKind, refuse: frozenset[Grade]) -> Answers:
    """NO where a hard demand of the kind has a grade of `refuse`, ASK where one is not proved, else YES."""
    found = cases.all(YES)
    for met in cases.met:
        if any(_counts(asked, kind) for asked in met.requirements):
            table = [[_answer(asked, kind, grade, refuse) for grade in GRADES] for asked in met.requirements]
            np.maximum(found, met.look_up(np.array(table, np.int8)), out=found)
    return found


def _answer(asked: Requirement, kind: RequirementKind, grade: Grade, refuse: frozenset[Grade]) -> int:
    if not _counts(asked, kind) or grade is Grade.PROVED:
        return YES
    return NO if grade in refuse else ASK


def _counts(asked: Requirement, kind: RequirementKind) -> bool:
    return asked.hard and asked.kind == kind


def reason_by_demands(case: Case, answer: Answer, kind: RequirementKind, refuse: frozenset[Grade], fine: str) -> str:
    """What is missing, what must be asked about, or that all is well."""
    if answer is Answer.YES:
        return fine
    unproved = [found for found in demands_of(case, kind) if found.requirement.hard and found.grade is not Grade.PROVED]
    if answer is Answer.NO:
        return f"Mangler {listed(found for found in unproved if found.grade in refuse)}."
    return f"Spørg om {listed(unproved)}."


def demands_of(case: Case, kind: RequirementKind) -> list[GradedDemand]:
    """The case's demands of one kind."""
    return [found for found in case.demands if found.requirement.kind == kind]


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
