"""Fleksjob: for those to whom the municipality has granted one, below state pension age."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.candidates.facts import FactKind
from matcher.eligibility.age_limits import below
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.verdict import YES, Answers, Cases

# Lov om social pension § 1 a: 67 to 69 years by year of birth; from 70 nobody is below it, from 67 it must be asked.
PENSION_AGES = (67, 70)


class GrantedFlexJob(TermsOfKind):
    """The person has been granted a fleksjob, as everybody has who asks for one in an approved CV."""

    name = "flex_job"
    sources = ("LAB 2003", "LAB kap. 20")
    kind = OrderType.FLEX_JOB

    def of_kind(self, cases: Cases) -> Answers:
        """ASK where the CV asks for no fleksjob or the pension may have begun, NO where it has."""
        first, last = PENSION_AGES
        ages = cases.crowd.standings
        may_be_pensioner = (ages["age_from"] > 0) & (ages["age_to"] >= first)  # from 0: the age is not known
        asks = cases.crowd.profiles.have_key(FactKind.WANTED_KIND, self.kind)
        return cases.where(no=below(cases, last) == YES, ask=~asks | may_be_pensioner)
