"""Judging a pool of people for an order: everybody checked by the rules, and those worth it scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.circumstances import NOTHING_LOOKED_UP, Circumstances
from matcher.candidates.crowd import Crowd, crowd_of
from matcher.candidates.profile import Candidate
from matcher.eligibility.rules import RULED_KINDS, CheckedCrowd, Eligibility, check
from matcher.eligibility.verdict import Case, Cases
from matcher.ranking.score import BatchScores, OrderBrief, Scored, Scorer


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
    def circumstances(self) -> Circumstances:
        """What their cases tell before the order."""

    def candidates(self, rows: Sequence[int]) -> Sequence[Candidate]:
        """The candidates of those rows, with their words."""


class CandidatePool:
    """Candidates at hand."""

    def __init__(self, candidates: Sequence[Candidate], circumstances: Circumstances = NOTHING_LOOKED_UP) -> None:
        self._candidates, self.circumstances = candidates, circumstances
        self.crowd = crowd_of(candidates)

    def candidates(self, rows: Sequence[int]) -> Sequence[Candidate]:
        """The candidates of those rows."""
        return [self._candidates[row] for row in rows]


@dataclass(frozen=True, slots=True)
class JudgedPool:
    """One pool judged for an order: everybody checked by the rules, those of `rows` (ascending) scored as a batch.

    `threshold` is the predicted score from which the eligible were scored.
    """

    brief: OrderBrief
    pool: Pool
    scorer: Scorer
    today: date
    checked: CheckedCrowd
    rows: NDArray[np.intp]
    batch: BatchScores
    threshold: float = -np.inf

    def listed(self, mode: EligibilityMode) -> NDArray[np.bool_]:
        """Who may stand in the list. Shape (n,)."""
        return self.checked.eligible | (mode is not EligibilityMode.ON)

    def rank_scores(self, mode: EligibilityMode) -> NDArray[np.float64]:
        """Everybody's approximate score for sorting; -inf where unlisted or not scored. Shape (n,).

        In `show` all who may not be proposed sort below all who may.
        """
        scores = np.full(len(self.pool.crowd), -np.inf)
        scores[self.rows] = self.batch.scores
        below = ~self.checked.eligible & (mode is EligibilityMode.SHOW)
        return np.where(self.listed(mode), scores - BELOW_ALL * below, -np.inf)

    def scored_in_full(self, rows: Sequence[int]) -> list[tuple[Scored, Eligibility]]:
        """The people of those rows, all of them in the batch, with exact scores and the rules' verdicts."""
        candidates, places = self.pool.candidates(rows), np.searchsorted(self.rows, rows).tolist()
        scores = self.scorer.score_in_full(self.brief, self.batch, places, [found.profile for found in candidates])
        return [self._with_verdicts(*one) for one in zip(rows, candidates, scores, strict=True)]

    def _with_verdicts(self, row: int, candidate: Candidate, scored: Scored) -> tuple[Scored, Eligibility]:
        case = Case(
            self.brief.order,
            candidate,
            scored.demands,
            self.today,
            self.scorer.catalog,
            circumstances=self.pool.circumstances,
        )
        return scored, self.checked.eligibility(row, case)


def judge(
    brief: OrderBrief,
    pool: Pool,
    scorer: Scorer,
    today: date,
    mode: EligibilityMode = EligibilityMode.SHOW,
    pruning: Pruning | None = None,
) -> JudgedPool:
    """Everybody in the pool checked, and who may stand in the list scored: all, or with `pruning` those worth it."""
    crowd = pool.crowd
    ruled = brief.demands.grade_kinds(crowd.profiles, RULED_KINDS)
    checked = check(Cases(brief.order, crowd, tuple(ruled.values()), today, scorer.catalog, pool.circumstances))
    rows, threshold = np.flatnonzero(checked.eligible | (mode is not EligibilityMode.ON)), -np.inf
    fact_points = scorer.fact_points(brief, crowd.profiles)
    if pruning is not None:
        kinds = tuple(ruled.values())
        predicted = scorer.predicted_scores(brief, fact_points, kinds)
        rows, threshold = pruning.worth_scoring(predicted, checked.eligible, mode)
        if (least := pruning.least_listed(mode)) > -np.inf:
            at_best = scorer.predicted_scores(brief, fact_points, kinds, pruning.best_text_share(scorer))
            rows = rows[at_best[rows] >= least]
    listed = (crowd if len(rows) == len(crowd) else crowd.of_rows(rows)).profiles
    met = brief.demands.grade_rest(listed, {place: one.of_rows(rows) for place, one in ruled.items()})
    batch = scorer.score_batch(brief, listed, met, fact_points.of_rows(rows)) if len(rows) else NOBODY_SCORED
    return JudgedPool(brief, pool, scorer, today, checked, rows, batch, threshold)


@dataclass(frozen=True, slots=True)
class Pruning:
    """Leaves out who cannot come near a list of `top`, when the pools `before` have been judged."""

    top: int
    before: Sequence[JudgedPool]

    def worth_scoring(
        self, predicted: NDArray[np.float64], eligible: NDArray[np.bool_], mode: EligibilityMode
    ) -> tuple[NDArray[np.intp], float]:
        """Rows, ascending, whose predicted score comes near the last place's, and the threshold for the eligible.

        Who may not be proposed fills the places that are left in `show`, and stands among the others in `off`.
        """
        places = max(self.top, SHORTEST_LIST)
        first = np.flatnonzero(eligible | (mode is EligibilityMode.OFF))
        threshold = max([_threshold(predicted[first], places), *(one.threshold for one in self.before)])
        rows = first[predicted[first] >= threshold]
        if mode is EligibilityMode.SHOW:
            rest = np.flatnonzero(~eligible)
            rows = np.sort(
                np.concatenate((rows, rest[predicted[rest] >= _threshold(predicted[rest], places - len(rows))]))
            )
        return rows, threshold

    def least_listed(self, mode: EligibilityMode) -> float:
        """The score of the last place as the pools before fill the list; -inf while they do not."""
        scores = np.concatenate([np.zeros(0), *(one.rank_scores(mode) for one in self.before)])
        places = max(self.top, SHORTEST_LIST)
        return float(np.partition(scores, -places)[-places]) if len(scores) >= places else -np.inf

    def best_text_share(self, scorer: Scorer) -> float:
        """What texts may still earn, of all they can: hardly more than the most that they do in the pools before."""
        return FITS_BETTER * max(float(scorer.text_shares(one.batch).max(initial=0.0)) for one in self.before)


def _threshold(predicted: NDArray[np.float64], places: int) -> float:
    """The predicted score below which nobody takes one of so many places."""
    if not 0 < places < len(predicted):
        return -np.inf if places > 0 else np.inf
    return THRESHOLD_SHARE * float(np.partition(predicted, -places)[-places])


SHORTEST_LIST = 50  # places that people are scored for; a shorter list is the beginning of that one
# Of the last place's predicted score. Of 10,000 CVs 999 in 1,000 of the first 20 and 998 of the first 50 are at least
# that likely, of a median of 252 people; a fixed number of 400 lost as many and scored 386.
THRESHOLD_SHARE = 0.65
# How much better texts of those found later may fit than the best before. With 1.0 one of 60 lists over 50,000 CVs lost
# two of its first 20; with 1.1 no list over 10,000, 50,000 or 100,000 CVs changed.
FITS_BETTER = 1.1
NOBODY_SCORED = BatchScores(np.zeros((0, 0)), (), {}, np.zeros(0))
BELOW_ALL = 1e6  # more than any score
