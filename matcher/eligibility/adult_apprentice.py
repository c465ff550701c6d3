"""Voksenlærling: 25 years, and no vocational training, or six months without work."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.candidates.facts import FactKind
from matcher.eligibility.age_limits import below, stands_below
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.trained import already_trained, is_already_trained
from matcher.eligibility.verdict import ASK, NO, Answer, Answers, Case, Cases
from taxonomy.concepts import EducationLevel

ADULT = 25  # LAB § 155: on the day that the training begins


class MayBeAdultApprentice(TermsOfKind):
    """The person is 25, not already trained in the trade, and unskilled as far as the CV tells."""

    name = "adult_apprentice"
    sources = ("LAB 2003", "LAB kap. 23")
    kind = OrderType.ADULT_APPRENTICE

    def of_kind(self, cases: Cases) -> Answers:
        """NO under 25 and for those already trained in the trade, ASK where age or education is not known."""
        ages = below(cases, ADULT)
        unskilled = cases.crowd.profiles.have_key(FactKind.EDUCATION_LEVEL, EducationLevel.UNSKILLED.value)
        return cases.where(no=(ages == NO) | already_trained(cases), ask=(ages == ASK) | ~unskilled)

    def refusal(self, case: Case, label: str) -> str:
        """Which of the two."""
        if is_already_trained(case):
            return "Har allerede den uddannelse, som pladsen giver."
        if stands_below(case, ADULT) is Answer.NO:
            return f"Loven kræver, at en voksenlærling er fyldt {ADULT} år."
        return super().refusal(case, label)
