"""Fritidsjob: spare-time jobs for the young who go to school; age alone keeps no adult out."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.candidates.facts import FactKind
from matcher.eligibility.age_limits import LEGAL_AGE
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.verdict import Answers, Cases


class MayHaveSpareTimeJob(TermsOfKind):
    """The person is under 18, or asks for a spare-time job."""

    name = "spare_time_job"
    sources = ("centrets aftale", "forskelsbehandlingsloven")
    kind = OrderType.SPARE_TIME_JOB

    def of_kind(self, cases: Cases) -> Answers:
        """ASK of adults and of those whose age is not known."""
        young = cases.crowd.standings["age_to"] < LEGAL_AGE
        asks = cases.crowd.profiles.have_key(FactKind.WANTED_KIND, self.kind)
        return cases.where(no=cases.crowd.profiles.nobody(), ask=~young & ~asks)
