"""The answers of rules and what a rule may look at: many people at once to answer, one person to give the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.circumstances import NOTHING_LOOKED_UP, CaseFile, Circumstances
from matcher.candidates.crowd import Crowd, Mask
from matcher.candidates.profile import Candidate
from matcher.eligibility.legal_demands import NOTHING_BY_LAW, GradedLegalDemands, LegalDemands, legal_demands
from matcher.orders.profile import OrderProfile
from matcher.ranking.demands import DemandGrades
from matcher.ranking.grades import GradedDemand
from taxonomy.catalog import Catalog


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
    """One rule's answer with its reason in Danish; a rule that was not in force on the day says yes.

    `of_everybody`: it applies to everybody alike and tells nothing about this person. `beside`: the rule is about
    another kind of order.
    """

    rule: str
    answer: Answer
    reason: str
    in_force: bool = True
    of_everybody: bool = False
    beside: bool = False


@dataclass(frozen=True)
class Cases:
    """Many people and one order on one day; answers are pure functions of it, each person's of that person alone."""

    order: OrderProfile
    crowd: Crowd
    graded: tuple[DemandGrades, ...]
    today: date
    catalog: Catalog
    circumstances: Circumstances = field(default_factory=lambda: NOTHING_LOOKED_UP)

    @cached_property
    def legal(self) -> GradedLegalDemands:
        """What the law demands beyond the order, graded for everybody."""
        added = legal_demands(self.order, self.catalog, self.today)
        return added.graded(self.crowd.profiles, self.order, self.catalog)

    @property
    def demanded(self) -> tuple[DemandGrades, ...]:
        """What the order demands and wishes and the law demands, graded for everybody."""
        return (*self.graded, *self.legal.graded)

    @property
    def begins(self) -> int:
        """The day number from which the work is to be done: the start, or today where it has passed or is not said."""
        return max(self.order.start or 0, self.today.toordinal())

    def all(self, answer: int) -> Answers:
        """The same answer for everybody."""
        return np.full(len(self.crowd), answer, np.int8)

    def where(self, no: Mask, ask: Mask | None = None) -> Answers:
        """NO for some, ASK for some of the others, YES for the rest."""
        found = self.all(YES) if ask is None else np.where(ask, ASK, YES).astype(np.int8)
        found[no] = NO
        return found

    def looked_up(self, says: Callable[[CaseFile], int]) -> Answers:
        """What each person's case file says; people who share a case file are answered at once."""
        found = self.all(says(self.circumstances.of_others))
        for case, rows in self._cases:
            found[rows] = says(case)
        return found

    @cached_property
    def _cases(self) -> list[tuple[CaseFile, list[int]]]:
        """The case files of people about whom more is known than about all others, with their rows."""
        found: dict[int, tuple[CaseFile, list[int]]] = {}
        by_id = self.circumstances.by_id
        for row, cv_id in enumerate(self.crowd.profiles.ids if by_id else ()):
            if (case := by_id.get(cv_id)) is not None:
                found.setdefault(id(case), (case, []))[1].append(row)
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Case:
    """One person and one order on one day; `legal` are the demands that the law adds, cited in `by_law`."""

    order: OrderProfile
    candidate: Candidate
    demands: tuple[GradedDemand, ...]
    today: date
    catalog: Catalog
    legal: tuple[GradedDemand, ...] = ()
    by_law: LegalDemands = NOTHING_BY_LAW
    circumstances: Circumstances = field(default_factory=lambda: NOTHING_LOOKED_UP)

    @property
    def begins(self) -> int:
        """As in `Cases`."""
        return max(self.order.start or 0, self.today.toordinal())

    @property
    def case_file(self) -> CaseFile:
        """What is known of the person before the order."""
        return self.circumstances.of(self.candidate.id)


class Rule(Protocol):
    """One rule about who may be proposed."""

    @property
    def name(self) -> str:
        """What the rule is called in `fell_for`."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The laws it rests on (data/laws.toml); it is in force while one of them is."""

    def answers(self, cases: Cases) -> Answers:
        """The rule's answer for everybody. Shape (n,)."""

    def reason(self, case: Case, answer: Answer) -> str:
        """Why the rule gave the person that answer, in Danish."""
