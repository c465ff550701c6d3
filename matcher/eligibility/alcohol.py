"""Work of minors where alcohol is served; selling it in a shop has no age limit by law."""

from __future__ import annotations

from datetime import date

import numpy as np

from indexer.intake.job_order import OrderType
from matcher.eligibility.age_limits import LEGAL_AGE, below
from matcher.eligibility.law import law_of
from matcher.eligibility.verdict import ASK, NO, YES, Answer, Answers, Case, Cases
from matcher.eligibility.young_people import all_among, limits, occupations_of
from matcher.orders.profile import OrderProfile

SERVING_AGE = 15  # § 27, stk. 2: from 15, where food is the purpose, under the eyes of somebody of 18
EASED = "restaurationsloven § 27, stk. 2"


class NoBarWorkUnder18:
    """Nobody under 18 works in bars; from 15 they may serve where food is the purpose, or as apprentices."""

    name = "alcohol"
    sources = ("restaurationsloven § 27", EASED)

    def answers(self, cases: Cases) -> Answers:
        """NO under 18 in a bar, ASK between 15 and 18 where there is serving, and where the age is not known."""
        sought = occupations_of(cases.order, cases.catalog)
        known = limits()
        if not all_among(sought, known.bars, known.serving):
            return cases.all(YES)
        if all_among(sought, known.bars) or not _is_eased(cases.today):
            return below(cases, LEGAL_AGE)
        if _learns(cases.order):
            return cases.where(no=below(cases, SERVING_AGE) == NO)
        under = np.minimum(below(cases, LEGAL_AGE), ASK).astype(np.int8)
        under[below(cases, SERVING_AGE) == NO] = NO
        return under

    def reason(self, _: Case, answer: Answer) -> str:
        """What serving alcohol requires of the young."""
        if answer is Answer.YES:
            return "Arbejdet med servering kræver ingen bestemt alder."
        if answer is Answer.NO:
            return "Loven kræver, at man er fyldt 18 år til arbejdet, hvor der serveres alkohol."
        return (
            "Spørg, om personen er fyldt 18 år; loven kræver det, hvor der serveres alkohol, undtagen sammen med mad."
        )


def _is_eased(day: date) -> bool:
    return law_of(EASED).in_force(day)


def _learns(order: OrderProfile) -> bool:
    return order.order_type == OrderType.APPRENTICESHIP
