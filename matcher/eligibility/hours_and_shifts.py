"""Compares the hours and shifts that the person has stated with those of the job."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.candidates.facts import FactKind
from matcher.eligibility.legal_demands import KINDS_TO_LEARN
from matcher.eligibility.verdict import Answer, Answers, Case, Cases
from matcher.orders.profile import OrderProfile
from matcher.ranking.conditions import hours_apart

# People who seek full time may take 25 hours or more, and part time up to 34: the judges propose them, so they are
# asked. Beyond that it is not the kind of job they seek.
FEWEST_FOR_FULL_TIME, MOST_FOR_PART_TIME = 25.0, 34.0
# For these kinds the workplace sets the hours, and whoever enters a trade accepts them.
KINDS_OF_OWN_HOURS = KINDS_TO_LEARN | {OrderType.WAGE_SUBSIDY}


class HoursAndShiftsFit:
    """The person has not ruled out the job's hours and shifts."""

    name = "hours_and_shifts"
    sources = ("centrets aftale", "henvisningsbekendtgørelsen")

    def answers(self, cases: Cases) -> Answers:
        """NO for a refused shift, or hours far apart; ASK where they are near; silence is no refusal."""
        people = cases.crowd.profiles
        full_time, part_time = hours_apart(cases.order, people)
        apart = full_time | part_time
        refused = people.have_key(FactKind.REFUSED_SHIFT, *cases.order.shifts)
        return cases.where(no=refused | (apart & _far(cases.order)), ask=apart)

    def reason(self, case: Case, answer: Answer) -> str:
        """The shift or the hours that stand against it."""
        if answer is Answer.YES:
            return "Arbejdstiden er ikke fravalgt."
        profile = case.candidate.profile
        if refused := [shift for shift in case.order.shifts if shift in profile.refused_shifts]:
            return f"Har fravalgt vagter: {', '.join(refused)}."
        said = f"Søger {profile.hours}; jobbet har en anden arbejdstid."
        return said if answer is Answer.NO else f"{said} Spørg, om den kan passe."


def _far(order: OrderProfile) -> bool:
    """Whether hours that stand apart are too far apart to ask."""
    if order.hours is None or order.order_type in KINDS_OF_OWN_HOURS:
        return False
    low, high = order.hours
    return high < FEWEST_FOR_FULL_TIME or low > MOST_FOR_PART_TIME
