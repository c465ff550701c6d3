"""The ranking of everybody found for one order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from matcher.eligibility.rules import Eligibility
from matcher.judging import EligibilityMode, Judged
from matcher.ranking.score import SLACK, Brief, Scored
from matcher.shortlist import Place, drawn

Told = tuple[Scored, Eligibility]


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody found for one order, scored and checked; people who may not be proposed rank below all others.

    `rows` and `sequences` are by id: the place in the arrays, and that of the version of the CV that was weighed.
    """

    order: Stored[JobOrder]
    generation: str
    judged: Judged
    heights: NDArray[np.float64]
    rows: dict[str, int]
    sequences: Mapping[str, int]

    @property
    def brief(self) -> Brief:
        """The order as it is held against people."""
        return self.judged.brief

    @property
    def found(self) -> int:
        """How many were found."""
        return len(self.heights)

    @property
    def eligible(self) -> int:
        """How many of them may be proposed."""
        return int(self.judged.checked.eligible.sum())

    def place_of(self, cv_id: str) -> Place | None:
        """The person's place among all found; None for people who were not found."""
        row = self.rows.get(cv_id)
        return None if row is None else self._around(float(self.heights[row]), cv_id=cv_id)

    def place_at(self, rank: int) -> Place | None:
        """Who stands at the rank, from 1; None where the list is shorter."""
        if not 1 <= rank <= self.found:
            return None
        return self._around(float(np.partition(self.heights, -rank)[-rank]), rank=rank)

    def best(self, top: int, mode: EligibilityMode) -> list[Place]:
        """The first places of the list as it would be given now."""
        heights = self.judged.heights(mode)
        listed = min(top, int(np.isfinite(heights).sum()))
        if not listed:
            return []
        least = np.partition(heights, -listed)[-listed] - SLACK
        told = self.judged.told(np.flatnonzero(heights >= least).tolist())
        if mode is EligibilityMode.OFF:
            told.sort(key=lambda one: self._key(one)[1:])
        else:
            told.sort(key=self._key)
        return [Place(rank, *one) for rank, one in enumerate(told[:listed], start=1)]

    def rank_with(self, score: float) -> int:
        """The place that somebody else who may be proposed would have with the score; of equals the first."""
        scores = self.judged.weighed.scores[self.judged.checked.eligible]
        return int((scores > score + SLACK / 2).sum()) + 1

    def _around(self, height: float, *, cv_id: str = "", rank: int = 0) -> Place:
        """The rank among those whose approximate scores are too close to tell apart without exact ones."""
        near = np.flatnonzero(np.abs(self.heights - height) <= SLACK)
        ahead = int((self.heights > height + SLACK).sum())
        told = sorted(self.judged.told(near.tolist()), key=self._key)
        for place, (scored, eligibility) in enumerate(told, start=ahead + 1):
            if place == rank or scored.profile.id == cv_id:
                return Place(place, scored, eligibility)
        raise LookupError("a height without its person")  # impossible: the score is that of one of them

    def _key(self, told: Told) -> tuple[bool, float, bytes]:
        scored, eligibility = told
        return not eligibility.eligible, -scored.score, drawn(self.brief.order.id, scored.profile.id)
