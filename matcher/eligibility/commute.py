"""How far the person has said they will travel."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Answers, Case, Cases
from matcher.ranking.conditions import kilometres
from taxonomy.places import distance_km


class WithinCommute:
    """The workplace lies within the person's stated distance, straight line."""

    name = "commute"

    def answers(self, cases: Cases) -> Answers:
        """NO beyond the stated distance; no statement is no limit."""
        people = cases.crowd.profiles
        return cases.where(no=kilometres(cases.order, people) > people.traits["max_commute_km"])

    def reason(self, case: Case, answer: Answer) -> str:
        """The distance, and the limit where it is passed."""
        home, work = case.candidate.profile.position, case.order.position
        limit = case.candidate.profile.max_commute_km
        if home is None or work is None or limit is None:
            return "Ingen grænse for afstand er oplyst."
        distance = _km(distance_km(work, home))
        if answer is Answer.NO:
            return f"Der er {distance} til arbejdet; grænsen er {_km(limit)}."
        return f"Der er {distance} til arbejdet."


def _km(distance: float) -> str:
    return f"{distance:.1f} km".replace(".", ",")
