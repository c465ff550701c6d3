"""Hours and shifts that the person has stated against those of the job."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Case, Verdict
from matcher.ranking.conditions import hours_apart


class HoursAndShiftsFit:
    """The job's hours and shifts are none that the person has ruled out."""

    name = "hours_and_shifts"

    def check(self, case: Case) -> Verdict:
        """NO for a refused shift, or full time against part time; silence is no refusal."""
        profile = case.candidate.profile
        refused = [shift for shift in case.order.shifts if shift in profile.refused_shifts]
        if refused:
            return Verdict(self.name, Answer.NO, f"Har fravalgt vagter: {', '.join(refused)}.")
        if hours_apart(case.order, profile):
            return Verdict(self.name, Answer.NO, f"Søger {profile.hours}; jobbet har en anden arbejdstid.")
        return Verdict(self.name, Answer.YES, "Arbejdstiden er ikke fravalgt.")
