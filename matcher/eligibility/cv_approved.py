"""Only approved CVs are proposed (mission.md, "Who can be proposed"; CV status of the national CV service)."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Case, Verdict


class CvApproved:
    """The CV is approved."""

    name = "cv_approved"

    def check(self, case: Case) -> Verdict:
        """NO until the a-kasse (insured) or the job centre (others) has approved the CV."""
        if case.candidate.standing.cv_approved:
            return Verdict(self.name, Answer.YES, "CV'et er godkendt.")
        return Verdict(self.name, Answer.NO, "CV'et er ikke godkendt endnu.")
