"""What became of everybody in a list: moved, joined, left or stayed, with the causes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.records.ranked_lists import RankedCv
from matcher.eligibility.verdict import Verdict
from matcher.replaying.effects import Effects
from matcher.shortlisting.shortlist import ListPlace


class Move(StrEnum):
    """What became of a person's place."""

    UP = "op"
    DOWN = "ned"
    CAME = "kommet til"
    WENT = "gået ud"
    STAYED = "samme plads"


@dataclass(frozen=True, slots=True)
class MovedPerson:
    """One person in the list of then or of now; `given` is None for who was not in it, `rank_now` for who is not now.

    `place` is where the person stands today among all, listed or not; None once the CV is erased.
    """

    cv_id: str
    move: Move
    given: RankedCv | None
    rank_now: int | None
    place: ListPlace | None
    cv_revision_then: int | None
    cv_revision_now: int | None
    effects: Effects | None

    @property
    def score_change(self) -> float | None:
        """Points more than then; None where the person has no score on both sides."""
        if self.given is None or self.place is None:
            return None
        return round(self.place.scored.score - self.given.score, 4)

    @property
    def blocking(self) -> tuple[Verdict, ...]:
        """The rules that hold the person back today."""
        return self.place.eligibility.blocking if self.place else ()


def move_of(then: int | None, now: int | None) -> Move:
    """What became of a rank."""
    if then is None:
        return Move.CAME
    if now is None:
        return Move.WENT
    return Move.STAYED if then == now else Move.UP if now < then else Move.DOWN
