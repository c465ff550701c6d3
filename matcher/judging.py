"""Judging a pool of people before an order: everybody checked by the rules, and those worth it weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Crowd, crowd_of
from matcher.candidates.profile import Candidate
from matcher.eligibility.circumstances import NOTHING_LOOKED_UP, Circumstances
from matcher.eligibility.rules import RULED_KINDS, Checked, Eligibility, check
from matcher.eligibility.verdict import Case, Cases
from matcher.ranking.score import Brief, Scored, Scorer, Weighed


class EligibilityMode(StrEnum):
    """`on` leaves out who may not be proposed, `show` lists them last with the reason, `off` ranks everybody."""

    ON = "on"
    OFF = "off"
    SHOW = "show"


class Pool(Protocol):
    """People to choose from: all of them as numbers, and a few in full."""

    @property
    def crowd(self) -> Crowd:
        """Everybody."""

    @property
    def known(self) -> Circumstances:
        """What their cases tell before the order."""

    def whole(self, rows: Sequence[int]) -> Sequence[Candidate]:
        """The candidates of those rows, with their words."""


class CandidatePool:
    """Candidates at hand."""

    def __init__(self, candidates: Sequence[Candidate], known: Circumstances = NOTHING_LOOKED_UP) -> None:
        self._candidates, self.known = candidates, known
        self.crowd = crowd_of(candidates)

    def whole(self, rows: Sequence[int]) -> Sequence[Candidate]:
        """The candidates of those rows."""
        return [self._candidates[row] for row in rows]


@dataclass(frozen=True, slots=True)
class Judged:
    """One pool before an order: everybody checked, those of `rows` (ascending) weighed.

    `bar` is the foreseen score from which the eligible were weighed.
    """

    brief: Brief
    pool: Pool
    scorer: Scorer
    today: date
    checked: Checked
    rows: NDArray[np.intp]
    weighed: Weighed
    bar: float = -np.inf

    def listed(self, mode: EligibilityMode) -> NDArray[np.bool_]:
        """Who may stand in the list. Shape (n,)."""
        return self.checked.eligible | (mode is not EligibilityMode.ON)

    def heights(self, mode: EligibilityMode) -> NDArray[np.float64]:
        """Where everybody stands, nearly: in `show` who may not be proposed stands below all who may. Shape (n,)."""
        heights = np.full(len(self.pool.crowd), -np.inf)
        heights[self.rows] = self.weighed.scores
        below = ~self.checked.eligible & (mode is EligibilityMode.SHOW)
        return np.where(self.listed(mode), heights - BELOW_ALL * below, -np.inf)

    def told(self, rows: Sequence[int]) -> list[tuple[Scored, Eligibility]]:
        """The people of those rows, who have been weighed, with all that decided."""
        candidates, places = self.pool.whole(rows), np.searchsorted(self.rows, rows).tolist()
        scores = self.scorer.tell(self.brief, self.weighed, places, [found.profile for found in candidates])
        return [self._told(*one) for one in zip(rows, candidates, scores, strict=True)]

    def _told(self, row: int, candidate: Candidate, scored: Scored) -> tuple[Scored, Eligibility]:
        case = Case(self.brief.order, candidate, scored.demands, self.today, self.scorer.catalog, known=self.pool.known)
        return scored, self.checked.eligibility(row, case)


def judge(
    brief: Brief,
    pool: Pool,
    scorer: Scorer,
    today: date,
    mode: EligibilityMode = EligibilityMode.SHOW,
    sparing: Sparing | None = None,
) -> Judged:
    """Everybody in the pool checked, and who may stand in the list weighed: all, or those worth it."""
    crowd = pool.crowd
    ruled = brief.demands.grade_kinds(crowd.profiles, RULED_KINDS)
    checked = check(Cases(brief.order, crowd, tuple(ruled.values()), today, scorer.catalog, pool.known))
    rows, bar = np.flatnonzero(checked.eligible | (mode is not EligibilityMode.ON)), -np.inf
    by_facts = scorer.by_facts(brief, crowd.profiles)
    if sparing is not None:
        foreseen = scorer.foreseen(brief, by_facts, tuple(ruled.values()))
        rows, bar = sparing.worth_weighing(foreseen, checked.eligible, mode)
    listed = (crowd if len(rows) == len(crowd) else crowd.some(rows.tolist())).profiles
    met = brief.demands.grade_rest(listed, {place: one.some(rows) for place, one in ruled.items()})
    weighed = scorer.weigh(brief, listed, met, by_facts.some(rows)) if len(rows) else NOBODY_WEIGHED
    return Judged(brief, pool, scorer, today, checked, rows, weighed, bar)


@dataclass(frozen=True, slots=True)
class Sparing:
    """Who is worth weighing for a list of `top`, when the pools `before` have been judged."""

    top: int
    before: Sequence[Judged]

    def worth_weighing(
        self, foreseen: NDArray[np.float64], eligible: NDArray[np.bool_], mode: EligibilityMode
    ) -> tuple[NDArray[np.intp], float]:
        """Rows, ascending, whose score as foreseen comes near the last place's, and the bar that the eligible passed.

        Who may not be proposed fills the places that are left in `show`, and stands among the others in `off`.
        """
        places = max(self.top, WEIGHED_FOR)
        first = np.flatnonzero(eligible | (mode is EligibilityMode.OFF))
        bar = max([_bar(foreseen[first], places), *(one.bar for one in self.before)])
        rows = first[foreseen[first] >= bar]
        if mode is EligibilityMode.SHOW:
            rest = np.flatnonzero(~eligible)
            rows = np.sort(np.concatenate((rows, rest[foreseen[rest] >= _bar(foreseen[rest], places - len(rows))])))
        return rows, bar


def _bar(foreseen: NDArray[np.float64], places: int) -> float:
    """What must be foreseen of who may take one of so many places."""
    if not 0 < places < len(foreseen):
        return -np.inf if places > 0 else np.inf
    return NEAR_ENOUGH * float(np.partition(foreseen, -places)[-places])


WEIGHED_FOR = 50  # places; a shorter list is the beginning of that one
# Of the last place's foreseen score. Of 10,000 CVs 999 in 1,000 of the first 20 and 998 of the first 50 are at least so
# likely, of a median of 252 people; a fixed number of 400 lost as many and weighed 386.
NEAR_ENOUGH = 0.65
NOBODY_WEIGHED = Weighed(np.zeros((0, 0)), (), {}, np.zeros(0))
BELOW_ALL = 1e6  # more than any score
