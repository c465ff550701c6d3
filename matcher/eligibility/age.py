"""The age that law sets for the work: 13 for any, 18 where the order or a law says so, and that of a licence.

An employer's own wish for another age is no rule: forskelsbehandlingsloven forbids it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from matcher.eligibility.age_limits import LEGAL_AGE, below, stands_below
from matcher.eligibility.verdict import ASK, NO, YES, Answer, Answers, Case, Cases
from matcher.orders.profile import OrderProfile
from matcher.ranking.demands import DemandGrades
from matcher.ranking.grades import PROVED
from taxonomy.reading.findings import Requirement, RequirementKind

YOUNGEST = 13  # arbejdsmiljøloven § 60: nobody younger works for an employer
LICENCE_AGES = {"AM": 15, "TM": 16}  # kørekortbekendtgørelsen; every other category takes 18 or more
KIND = RequirementKind.DRIVING_LICENCE


class OldEnoughByLaw:
    """The person is old enough for the work by law."""

    name = "age"
    sources = ("arbejdsmiljøloven", "kørekortbekendtgørelsen")

    def answers(self, cases: Cases) -> Answers:
        """NO below the limit, ASK where the age is not known; whoever holds the licence is old enough for it."""
        found = cases.where(no=below(cases, YOUNGEST) == NO)
        for limit in _said(cases.order, cases.legal.ungraded.requirements):
            np.maximum(found, below(cases, limit), out=found)
        for demand in cases.demanded:
            if limit := _licence_age(demand.requirements):
                np.maximum(found, _licensed(cases, demand, limit), out=found)
        return found

    def reason(self, case: Case, answer: Answer) -> str:
        """The age that law asks for, if it does."""
        if answer is Answer.YES:
            return "Alderen er ingen hindring efter loven."
        limit = age_in_the_way(case, answer)
        if answer is Answer.ASK:
            return f"Spørg, om personen er fyldt {limit} år; loven kræver det."
        return f"Loven kræver, at man er fyldt {limit} år til arbejdet."


def _said(order: OrderProfile, by_law: Iterable[Requirement]) -> Iterator[int]:
    """18 where the order demands it, and what a law of the occupation demands."""
    for found in order.reading.requirements:
        if found.hard and found.kind == RequirementKind.AGE and found.level == str(LEGAL_AGE):
            yield LEGAL_AGE
    yield from (int(found.level) for found in by_law if found.kind == RequirementKind.AGE and found.level)


def _licence_age(either: Iterable[Requirement]) -> int:
    """The lowest age that any of the licences requires; 0 where none is demanded."""
    return min((LICENCE_AGES.get(one.key, LEGAL_AGE) for one in either if one.kind == KIND and one.hard), default=0)


def _licensed(cases: Cases, demand: DemandGrades, limit: int) -> Answers:
    found = below(cases, limit)
    found[(found == ASK) & (demand.grades == PROVED)] = YES
    return found


def age_in_the_way(case: Case, answer: Answer) -> int:
    """The limit that the answer is given for."""
    return max((one for one in _limits(case) if stands_below(case, one) is answer), default=LEGAL_AGE)


def _limits(case: Case) -> Iterator[int]:
    yield YOUNGEST
    yield from _said(case.order, case.by_law.requirements)
    demanded = (*case.demands, *case.legal)
    yield from (_licence_age((one.requirement,)) for one in demanded if one.requirement.kind == KIND)
