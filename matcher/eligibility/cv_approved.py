"""Only approved CVs are proposed (mission.md, "Who can be proposed"; CV status of the national CV service)."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Answers, Case, Cases


class CvApproved:
    """The CV is approved."""

    name = "cv_approved"

    def answers(self, cases: Cases) -> Answers:
        """NO until the a-kasse (insured) or the job centre (others) has approved the CV."""
        return cases.where(no=~cases.crowd.standings["cv_approved"])

    def reason(self, _: Case, answer: Answer) -> str:
        """Whether it is."""
        return "CV'et er godkendt." if answer is Answer.YES else "CV'et er ikke godkendt endnu."
