"""How far the person has said they will travel."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Case, Verdict
from taxonomy.places import distance_km


class WithinCommute:
    """The workplace lies within the person's stated distance, straight line."""

    name = "commute"

    def check(self, case: Case) -> Verdict:
        """NO beyond the stated distance; no statement is no limit."""
        home, work = case.candidate.profile.position, case.order.position
        limit = case.candidate.profile.max_commute_km
        if home is None or work is None or limit is None:
            return Verdict(self.name, Answer.YES, "Ingen grænse for afstand er oplyst.")
        distance = distance_km(home, work)
        if distance > limit:
            return Verdict(self.name, Answer.NO, f"Der er {_km(distance)} til arbejdet; grænsen er {_km(limit)}.")
        return Verdict(self.name, Answer.YES, f"Der er {_km(distance)} til arbejdet.")


def _km(distance: float) -> str:
    return f"{distance:.1f} km".replace(".", ",")
