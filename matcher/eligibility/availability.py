"""When the person can start against when the job starts."""

from __future__ import annotations

from datetime import date

from matcher.eligibility.verdict import Answer, Answers, Case, Cases

WAITING_DAYS = 31  # an employer may wait a month, not more, for the right person


class AvailableInTime:
    """The person can start when the job does, or soon after."""

    name = "availability"
    sources = ("centrets aftale",)

    def answers(self, cases: Cases) -> Answers:
        """NO when free more than a month after the start, ASK when free later than the start; silence is in time."""
        free = cases.crowd.profiles.traits["availability"]
        too_late = free > cases.begins + WAITING_DAYS
        return cases.where(no=too_late & (cases.order.start is not None), ask=free > cases.begins)

    def reason(self, case: Case, answer: Answer) -> str:
        """The day from which the person is free."""
        free = case.candidate.profile.availability
        if free is None or answer is Answer.YES:
            return "Kan begynde til tiden."
        day = date.fromordinal(free)
        said = f"Kan først begynde {day.day}.{day.month}.{day.year}"
        if answer is Answer.NO:
            return f"{said}; jobbet begynder mere end en måned før."
        return f"{said}. Spørg, om arbejdsgiveren kan vente."
