"""Education that the order or the law demands, or that the order excludes."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from matcher.eligibility.demanded import MeetsDemands
from matcher.eligibility.shortfalls import demands_of
from matcher.eligibility.verdict import NO, Answer, Answers, Case, Cases
from matcher.ranking.grades import EXCLUDED, Grade
from taxonomy.reading.findings import RequirementKind


class EducationFits(MeetsDemands):
    """The person has the education asked for, and none that the order excludes."""

    name = "education"
    sources = ("centrets aftale", "henvisningsbekendtgørelsen")
    kind = RequirementKind.EDUCATION
    refuse: ClassVar[frozenset[Grade]] = frozenset()  # what the CV does not show is asked about: titles differ
    fine = "Har den krævede uddannelse."

    def answers(self, cases: Cases) -> Answers:
        """NO for an excluded education, ASK for one that the CV does not show."""
        found = super().answers(cases)
        for demand in cases.graded:
            of_kind = np.array([asked.kind == self.kind for asked in demand.requirements])
            found[of_kind[demand.counts] & (demand.grades == EXCLUDED)] = NO
        return found

    def reason(self, case: Case, answer: Answer) -> str:
        """The education that is excluded or must be asked about."""
        if answer is Answer.NO:
            excluded = (one for one in demands_of(case.demands, self.kind) if one.grade is Grade.EXCLUDED)
            return f"Er allerede uddannet: {next(excluded).requirement.key}."
        return super().reason(case, answer)
