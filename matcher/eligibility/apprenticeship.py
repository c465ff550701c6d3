"""Læreplads: vocational training that the person does not already have."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.eligibility.age_limits import below
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.trained import already_trained, is_already_trained
from matcher.eligibility.verdict import NO, Answers, Case, Cases

OUT_OF_SCHOOL = 15  # the years in which school is compulsory are over


class MayBeApprentice(TermsOfKind):
    """The person is out of compulsory school and is not trained in the trade already; adults learn by euv."""

    name = "apprenticeship"
    sources = ("erhvervsuddannelsesloven",)
    kind = OrderType.APPRENTICESHIP

    def of_kind(self, cases: Cases) -> Answers:
        """NO for those already trained in the trade, and under 15."""
        return cases.where(no=already_trained(cases) | (below(cases, OUT_OF_SCHOOL) == NO))

    def refusal(self, case: Case, label: str) -> str:
        """Which of the two."""
        if is_already_trained(case):
            return "Har allerede den uddannelse, som pladsen giver."
        return super().refusal(case, label)
