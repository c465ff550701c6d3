"""When the person can start against when the job starts."""

from __future__ import annotations

from datetime import date

from matcher.eligibility.verdict import Answer, Case, Verdict

WAITING_DAYS = 31  # an employer may wait a month, not more, for the right person


class AvailableInTime:
    """The person can start when the job does, or soon after."""

    name = "availability"

    def check(self, case: Case) -> Verdict:
        """NO when free more than a month after the start, ASK when free later than the start."""
        free, start = case.candidate.profile.availability, case.order.start
        begins = max(start or 0, case.today.toordinal())  # a start that has passed is today
        if free is None or free <= begins:
            return Verdict(self.name, Answer.YES, "Kan begynde til tiden.")
        day = date.fromordinal(free)
        said = f"Kan først begynde {day.day}.{day.month}.{day.year}"
        if start is not None and free > begins + WAITING_DAYS:
            return Verdict(self.name, Answer.NO, f"{said}; jobbet begynder mere end en måned før.")
        return Verdict(self.name, Answer.ASK, f"{said}. Spørg, om arbejdsgiveren kan vente.")
