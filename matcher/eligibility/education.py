"""Education that the order demands, or demands that the person does not have already."""

from __future__ import annotations

import numpy as np

from matcher.eligibility.verdict import (
    NO,
    Answer,
    Answers,
    Case,
    Cases,
    answers_by_demands,
    demands_of,
    reason_by_demands,
)
from matcher.ranking.grades import EXCLUDED, Grade
from taxonomy.reading.findings import RequirementKind

KIND = RequirementKind.EDUCATION
REFUSE: frozenset[Grade] = frozenset()  # one that the CV does not show is asked about, since titles differ


class EducationFits:
    """The person has the education asked for, and none that the order excludes."""

    name = "education"

    def answers(self, cases: Cases) -> Answers:
        """NO for an excluded education, ASK for one that the CV does not show."""
        found = answers_by_demands(cases, KIND, REFUSE)
        for met in cases.met:
            of_kind = np.array([asked.kind == KIND for asked in met.requirements])
            found[of_kind[met.counts] & (met.grades == EXCLUDED)] = NO
        return found

    def reason(self, case: Case, answer: Answer) -> str:
        """The education that is excluded or must be asked about."""
        if answer is Answer.NO:
            excluded = next(found for found in demands_of(case, KIND) if found.grade is Grade.EXCLUDED)
            return f"Er allerede uddannet: {excluded.requirement.key}."
        return reason_by_demands(case, answer, KIND, REFUSE, "Har den krævede uddannelse.")
