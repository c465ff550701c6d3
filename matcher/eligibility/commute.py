"""The distance the person is willing to travel, or where none is stated, how long the commute takes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.eligibility.verdict import Answer, Answers, Case, Cases
from matcher.ranking.conditions import kilometres
from taxonomy.places import distance_km

# Three hours a day with public transport (bekendtgørelse om rådighed § 9): an hour and a half each way. As long as no
# timetable is read, a way is estimated at 20 minutes to, from and between stops and a minute a kilometre in a straight
# line: 30 km to Roskilde 50 minutes, 140 km to Odense more than two hours.
LONGEST_WAY = 90.0  # minutes
AT_STOPS, A_KILOMETRE = 20.0, 1.0  # minutes
# Home and work are known by postcode only, whose centre may lie a kilometre or two from the address: so close to the
# limit nobody can tell.
UNSURE = 3.0  # kilometres


class WithinCommute:
    """The workplace lies within the person's stated distance, straight line, or within an hour and a half."""

    name = "commute"
    sources = ("centrets aftale", "rådighedsbekendtgørelsen")

    def answers(self, cases: Cases) -> Answers:
        """NO beyond the stated distance, ASK just beyond it; ASK where the way is long or a place is not known."""
        people = cases.crowd.profiles
        limit, way = people.traits["max_commute_km"], kilometres(cases.order, people)
        stated = ~np.isnan(limit)
        unsure = stated & (np.isnan(way) | (way > limit))
        return cases.where(no=way > limit + UNSURE, ask=unsure | (~stated & (minutes(way) > LONGEST_WAY)))

    def reason(self, case: Case, answer: Answer) -> str:
        """The distance, and the limit where it is passed."""
        home, work = case.candidate.profile.position, case.order.position
        limit = case.candidate.profile.max_commute_km
        if home is None or work is None:
            return "Ingen grænse for afstand er oplyst." if limit is None else "Spørg om afstanden til arbejdet."
        distance = _km(distance_km(work, home))
        if answer is Answer.NO:
            return f"Der er {distance} til arbejdet; grænsen er {_km(limit or 0.0)}."
        if answer is Answer.ASK and limit is not None:
            return f"Der er omtrent {distance} til arbejdet; grænsen er {_km(limit)}. Spørg, om det kan gå."
        if answer is Answer.ASK:
            return f"Der er {distance} til arbejdet. Spørg, om over tre timers daglig rejse kan accepteres."
        return f"Der er {distance} til arbejdet."


def minutes(way: NDArray[np.float64]) -> NDArray[np.float64]:
    """The estimated minutes of one way; NaN where the distance is not known."""
    return AT_STOPS + A_KILOMETRE * way


def _km(distance: float) -> str:
    return f"{distance:.1f} km".replace(".", ",")
