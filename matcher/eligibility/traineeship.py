"""Virksomhedspraktik: for persons of the law's target groups."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.verdict import Answers, Cases


class MayBeTrainee(TermsOfKind):
    """The person is of a target group (LAB § 6): insured, or on the municipality's side."""

    name = "traineeship"
    sources = ("LAB 2003", "LAB kap. 11")
    kind = OrderType.TRAINEESHIP

    def of_kind(self, cases: Cases) -> Answers:
        """ASK where it is not known which of the two."""
        return cases.where(no=cases.crowd.profiles.nobody(), ask=cases.crowd.standings["insured"] < 0)
