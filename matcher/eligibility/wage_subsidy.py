"""Løntilskud: more than six months without work, except for those of 50, single parents and those without education."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.candidates.facts import FactKind
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.verdict import Answers, Cases
from taxonomy.concepts import EducationLevel

FROM_THE_FIRST_DAY = 50  # years


class MayBeWageSubsidised(TermsOfKind):
    """The person may be wage-subsidised from the first day; how long others have been without work is asked."""

    name = "wage_subsidy"
    sources = ("LAB 2003", "LAB kap. 12")
    kind = OrderType.WAGE_SUBSIDY

    def of_kind(self, cases: Cases) -> Answers:
        """ASK of everybody but those of 50 and those without education, whose target group is known."""
        people, standings = cases.crowd.profiles, cases.crowd.standings
        at_once = standings["age_from"] >= FROM_THE_FIRST_DAY
        at_once |= people.have_key(FactKind.EDUCATION_LEVEL, EducationLevel.UNSKILLED.value)
        return cases.where(no=people.nobody(), ask=~at_once | (standings["insured"] < 0))
