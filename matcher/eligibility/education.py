"""Education that the order demands, or demands that the person does not have already."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Case, Verdict, judge_demands
from matcher.ranking.grades import Grade


class EducationFits:
    """The person has the education asked for, and none that the order excludes."""

    name = "education"

    def check(self, case: Case) -> Verdict:
        """NO for an excluded education; one that the CV does not show is asked about, since titles differ."""
        demands = [found for found in case.demands if found.requirement.kind == "education"]
        excluded = [found for found in demands if found.grade is Grade.EXCLUDED]
        if excluded:
            return Verdict(self.name, Answer.NO, f"Er allerede uddannet: {excluded[0].requirement.key}.")
        return judge_demands(self.name, demands, refuse=frozenset(), fine="Har den krævede uddannelse.")
