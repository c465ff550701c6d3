"""Employees of the employer need no proposal, and may not be placed there with løntilskud or as trainees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from matcher.candidates.circumstances import CaseFile
from matcher.eligibility.by_case_file import AnsweredByCase
from matcher.eligibility.verdict import NO, YES, Answer, Case


class NotEmployedThere(AnsweredByCase):
    """The person is not employed by the order's employer."""

    name = "already_employed"
    fact = "employed"
    said: ClassVar[Mapping[Answer, str]] = {
        Answer.YES: "Er ikke ansat hos arbejdsgiveren.",
        Answer.NO: "Er allerede ansat hos arbejdsgiveren.",
    }

    def says(self, found: CaseFile, begins: int) -> int:  # noqa: ARG002
        """NO for those employed there."""
        return NO if found.employed else YES

    def asks_everybody(self, case: Case, found: CaseFile) -> bool:
        """Those who have worked for the employer are asked about that instead."""
        return super().asks_everybody(case, found) and not names_employer(case)

    def reason(self, case: Case, answer: Answer) -> str:
        """What the case file says; before it is looked up, whether a job in the CV names the employer."""
        if not self.knows(case.case_file) and names_employer(case):
            return "CV'et nævner arbejdsgiveren; spørg, om personen er ansat der."
        return super().reason(case, answer)


def names_employer(case: Case) -> bool:
    """Whether the words of a job held name the order's employer, in whole words: "Net" is not in "netværk"."""
    employer = case.order.employer.casefold().strip()
    said = [quote for job in case.candidate.profile.history if employer in (quote := job.quote.casefold())]
    if not employer or not said:
        return False
    named = re.compile(rf"(?<!\w){re.escape(employer)}(?!\w)")
    return any(map(named.search, said))
