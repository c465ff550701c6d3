"""Only approved CVs are proposed: the a-kasse approves those of its members, the job centre everybody else's."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Answers, Case, Cases

NAMES = {"fund": "a-kassen", "office": "jobcentret"}


class CvApproved:
    """The CV is approved."""

    name = "cv_approved"
    sources = ("LAB 2003", "LAB kap. 6")

    def answers(self, cases: Cases) -> Answers:
        """NO until the a-kasse (insured) or the job centre (others) has approved the CV."""
        return cases.where(no=~cases.crowd.standings["cv_approved"])

    def reason(self, case: Case, answer: Answer) -> str:
        """Whether it is, and whose turn it is where it is not."""
        if answer is Answer.YES:
            return "CV'et er godkendt."
        by = approved_by(case)
        return f"CV'et er ikke godkendt endnu; det er {NAMES[by]}, der skal." if by else "CV'et er ikke godkendt endnu."


def approved_by(case: Case) -> str:
    """Who approves the CV: "fund", "office", or nothing where it is not known."""
    insured = case.candidate.standing.insured
    return "" if insured is None else "fund" if insured else "office"
