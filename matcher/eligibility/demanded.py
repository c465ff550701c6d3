"""Base class of rules about one kind of demand, made by the order or by the law."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from matcher.eligibility.shortfalls import Shortfall, ShortfallKind, listed, phrase, shortfalls
from matcher.eligibility.validity import answers_by_validity
from matcher.eligibility.verdict import ASK, NO, YES, Answer, Answers, Case, Cases
from matcher.ranking.demands import DemandGrades
from matcher.ranking.grades import GRADES, Grade
from taxonomy.reading.findings import Requirement, RequirementKind


class MeetsDemands:
    """The person meets every hard demand of the kind.

    NO at a grade in `refuse` or where the proof has expired, ASK where it is not proved or expires before the work
    begins. A demand that only the law makes is ASK instead of NO where the order's title may mean another job.
    """

    name: ClassVar[str]
    sources: ClassVar[tuple[str, ...]]
    kind: ClassVar[RequirementKind]
    refuse: ClassVar[frozenset[Grade]]
    fine: ClassVar[str]
    expires: ClassVar[bool] = False

    def answers(self, cases: Cases) -> Answers:
        """By the grades of the demands and the days of their proof."""
        found = cases.all(YES)
        by_law = self.refuse if cases.legal.ungraded.sure else frozenset[Grade]()
        of_the_order = ((one, self.refuse) for one in cases.graded)
        for demand, refuse in (*of_the_order, *((one, by_law) for one in cases.legal.graded)):
            if any(self._counts(asked) for asked in demand.requirements):
                np.maximum(found, self.answers_of(cases, demand, refuse), out=found)
        return found

    def reason(self, case: Case, answer: Answer) -> str:
        """What is missing, expired or must be asked about, citing the law for what the order does not say."""
        if answer is Answer.YES:
            return self.fine
        return sentences(shortfalls(case, answer, self.kind, self.refuse))

    def answers_of(self, cases: Cases, demand: DemandGrades, refuse: frozenset[Grade]) -> Answers:
        """The answers for one demand."""
        table = [[self._answer(asked, grade, refuse) for grade in GRADES] for asked in demand.requirements]
        found = demand.look_up(np.array(table, np.int8))
        if not self.expires:
            return found
        hard = np.array([self._counts(asked) for asked in demand.requirements])[demand.counts]
        return np.maximum(found, answers_by_validity(cases, demand, hard))

    def _answer(self, asked: Requirement, grade: Grade, refuse: frozenset[Grade]) -> int:
        if not self._counts(asked) or grade is Grade.PROVED:
            return YES
        return NO if grade in refuse else ASK

    def _counts(self, asked: Requirement) -> bool:
        return asked.hard and asked.kind == self.kind


def sentences(found: list[Shortfall]) -> str:
    """All shortfalls in Danish: the order's demands together, the law's one by one."""
    said = []
    for how, opening in ((ShortfallKind.MISSING, "Mangler"), (ShortfallKind.ASKED, "Spørg om")):
        if plain := [phrase(one.demand) for one in found if one.kind is how and one.law is None]:
            said.append(f"{opening} {listed(plain)}.")
        said += [
            f"{opening} {phrase(one.demand)}; {one.law.law.cited} kræver det til stillingen {one.law.label}."
            for one in found
            if one.kind is how and one.law is not None
        ]
    said += [_expiry(one) for one in found if one.day is not None]
    return " ".join(said)


def _expiry(one: Shortfall) -> str:
    what, day = phrase(one.demand), f"{one.day.day}.{one.day.month}.{one.day.year}" if one.day else ""
    what = what[0].upper() + what[1:]
    if one.kind is ShortfallKind.EXPIRED:
        return f"{what} udløb {day}."
    return f"{what} udløber {day}, før jobbet begynder; spørg, om det fornyes."
