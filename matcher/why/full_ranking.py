"""The ranking of everybody found for one order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from matcher.eligibility.rules import Eligibility
from matcher.ranking.score import SCORE_TOLERANCE, OrderBrief, Scored
from matcher.shortlisting.judging import EligibilityMode, JudgedPool
from matcher.shortlisting.shortlist import ListPlace, best_first

Exact = tuple[Scored, Eligibility]  # with the score to the last digit


@dataclass(frozen=True, slots=True)
class FullRanking:
    """Everybody found for one order, scored and checked; people who may not be proposed rank below all others.

    `approximate` holds scores to within SCORE_TOLERANCE. `rows` and `sequences` are by id: the place in the arrays, and
    that of the version of the CV that was scored.
    """

    order: Stored[JobOrder]
    generation: str
    judged: JudgedPool
    approximate: NDArray[np.float64]
    rows: dict[str, int]
    sequences: Mapping[str, int]

    @property
    def brief(self) -> OrderBrief:
        """The order as it is held against people."""
        return self.judged.brief

    @property
    def found(self) -> int:
        """How many were found."""
        return len(self.approximate)

    @property
    def eligible(self) -> int:
        """How many of them may be proposed."""
        return int(self.judged.checked.eligible.sum())

    def place_of(self, cv_id: str) -> ListPlace | None:
        """The person's place among all found; None for people who were not found."""
        row = self.rows.get(cv_id)
        return None if row is None else self._around(float(self.approximate[row]), cv_id=cv_id)

    def place_at(self, rank: int) -> ListPlace | None:
        """Who stands at the rank, from 1; None where the list is shorter."""
        if not 1 <= rank <= self.found:
            return None
        return self._around(float(np.partition(self.approximate, -rank)[-rank]), rank=rank)

    def best(self, top: int, mode: EligibilityMode) -> list[ListPlace]:
        """The first places of the list as it would be given now."""
        scores = self.judged.rank_scores(mode)
        listed = min(top, int(np.isfinite(scores).sum()))
        if not listed:
            return []
        least = np.partition(scores, -listed)[-listed] - SCORE_TOLERANCE
        exact = self.judged.scored_in_full(np.flatnonzero(scores >= least).tolist())
        exact.sort(key=(lambda one: self._key(one)[1:]) if mode is EligibilityMode.OFF else self._key)
        return [ListPlace(rank, *one) for rank, one in enumerate(exact[:listed], start=1)]

    def rank_with(self, scored: Scored) -> int:
        """The place that the person, who may be proposed, would have with the score instead of their own, if any."""
        return rank_among(self.judged, scored, self.rows.get(scored.profile.id))

    def _around(self, score: float, *, cv_id: str = "", rank: int = 0) -> ListPlace:
        """The rank among those whose approximate scores are too close to tell apart without exact ones."""
        near = np.flatnonzero(np.abs(self.approximate - score) <= SCORE_TOLERANCE)
        above = int((self.approximate > score + SCORE_TOLERANCE).sum())
        exact = sorted(self.judged.scored_in_full(near.tolist()), key=self._key)
        for place, (scored, eligibility) in enumerate(exact, start=above + 1):
            if place == rank or scored.profile.id == cv_id:
                return ListPlace(place, scored, eligibility)
        raise LookupError("a score without its person")  # impossible: the score is that of one of them

    def _key(self, exact: Exact) -> tuple[bool | float | bytes, ...]:
        scored, eligibility = exact
        return not eligibility.eligible, *best_first(self.brief.order.id, scored)


def rank_among(judged: JudgedPool, scored: Scored, own: int | None) -> int:
    """The place of the person among those of the pool who may be proposed; `own` is their row in it, counted out.

    Everybody of the pool has been scored. Who is close is compared to the last digit, equals by the lot.
    """
    apart = judged.batch.scores - scored.score
    others = judged.checked.eligible.copy()
    if own is not None:
        others[own] = False
    near = judged.scored_in_full(np.flatnonzero(others & (np.abs(apart) <= SCORE_TOLERANCE)).tolist())
    mine = best_first(judged.brief.order.id, scored)
    better = sum(best_first(judged.brief.order.id, one) < mine for one, _ in near)
    return int((others & (apart > SCORE_TOLERANCE)).sum()) + better + 1
