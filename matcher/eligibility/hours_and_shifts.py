"""Hours and shifts that the person has stated against those of the job."""

from __future__ import annotations

from matcher.candidates.facts import What
from matcher.eligibility.verdict import Answer, Answers, Case, Cases
from matcher.ranking.conditions import hours_apart


class HoursAndShiftsFit:
    """The job's hours and shifts are none that the person has ruled out."""

    name = "hours_and_shifts"
    sources = ("centrets aftale", "henvisningsbekendtgørelsen")

    def answers(self, cases: Cases) -> Answers:
        """NO for a refused shift, or full time against part time; silence is no refusal."""
        people = cases.crowd.profiles
        full_time, part_time = hours_apart(cases.order, people)
        return cases.where(no=people.have_key(What.REFUSED_SHIFT, *cases.order.shifts) | full_time | part_time)

    def reason(self, case: Case, answer: Answer) -> str:
        """The shift or the hours that stand against it."""
        if answer is Answer.YES:
            return "Arbejdstiden er ikke fravalgt."
        profile = case.candidate.profile
        if refused := [shift for shift in case.order.shifts if shift in profile.refused_shifts]:
            return f"Har fravalgt vagter: {', '.join(refused)}."
        return f"Søger {profile.hours}; jobbet har en anden arbejdstid."
