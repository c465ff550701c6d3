"""Skånejob: a wage-subsidised job for pensioners under the age of the state pension (førtidspensionister)."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.candidates.facts import FactKind
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.verdict import Answers, Cases


class GrantedShelteredJob(TermsOfKind):
    """The person has the pension that a skånejob requires, as everybody has who asks for one in an approved CV."""

    name = "sheltered_job"
    sources = ("LAB 2003", "LAB kap. 12")
    kind = OrderType.SHELTERED_JOB

    def of_kind(self, cases: Cases) -> Answers:
        """ASK where the CV asks for no skånejob."""
        asks = cases.crowd.profiles.have_key(FactKind.WANTED_KIND, self.kind)
        return cases.where(no=cases.crowd.profiles.nobody(), ask=~asks)
