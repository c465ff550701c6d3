"""Fitting by pairs: within an order whoever was judged better should score higher, most of all near the top.

The loss is LambdaRank's (Burges 2010): each pair counts by what nDCG would gain if the two changed places. A pull
towards today's numbers keeps what the judgements say nothing about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation.evidence import Floats, PoolEvidence, evidence_scores
from matcher.ranking.weights import Weights
from tests.quality.weighing.parameters import FARTHEST, Moves, Parameter, moved
from tests.quality.weighing.slopes import slopes

CLOSE = 0.15  # of the logarithm of a score: how far two must be apart for their order to be settled
STEPS = 80  # more move nothing by a tenth of a give
STEP_LENGTH = 0.15
MEMORY, SQUARED_MEMORY = 0.9, 0.98  # Adam's (Kingma and Ba 2015), for few steps
HARDEST = 80  # unsuitable people an order is fitted on: those who stand highest today


@dataclass(frozen=True, slots=True)
class JudgedOrder:
    """An order's evidence about people and their grades, shape (n,); `group` is what it is held out with."""

    id: str
    group: str
    evidence: PoolEvidence
    grades: NDArray[np.int64]


def hardest(order: JudgedOrder, weights: Weights, most: int = HARDEST) -> JudgedOrder:
    """The order with all who were judged suitable at all and the highest of the others."""
    first = np.argsort(-evidence_scores(order.evidence, weights), kind="stable")[:most]
    rows = np.union1d(first, np.flatnonzero(order.grades))
    return JudgedOrder(order.id, order.group, order.evidence.only(rows), order.grades[rows])


def fit(orders: Sequence[JudgedOrder], weights: Weights, chosen: Sequence[Parameter], pull: float) -> Moves:
    """The moves of the parameters that put the judged pairs right, as far as the pull lets them."""
    moves = np.zeros(len(chosen))
    momentum, squares = np.zeros(len(chosen)), np.zeros(len(chosen))
    kept = [hardest(order, weights) for order in orders]
    for step in range(1, STEPS + 1):
        slope = _slope(kept, moved(weights, chosen, moves), chosen, moves) + pull * moves
        momentum = MEMORY * momentum + (1 - MEMORY) * slope
        squares = SQUARED_MEMORY * squares + (1 - SQUARED_MEMORY) * slope**2
        mean, spread = momentum / (1 - MEMORY**step), np.sqrt(squares / (1 - SQUARED_MEMORY**step))
        left = 1 - step / (STEPS + 1)  # shorter and shorter steps, so that it comes to rest
        moves = np.clip(moves - STEP_LENGTH * left * mean / (spread + 1e-8), -FARTHEST, FARTHEST)
    return moves


def _slope(orders: Sequence[JudgedOrder], weights: Weights, chosen: Sequence[Parameter], moves: Moves) -> Floats:
    total = np.zeros(len(chosen))
    for order in orders:
        found = slopes(order.evidence, weights, chosen)
        total += found.slopes.T @ rank_gradient(found.log_scores, order.grades)
    by_move = np.array([one.slope(move) for one, move in zip(chosen, moves.tolist(), strict=True)])
    mean: Floats = total / max(len(orders), 1) * by_move
    return mean


def rank_gradient(log_scores: Floats, grades: NDArray[np.int64]) -> Floats:
    """The slope of one order's loss by everybody's log score: below zero who should rise. Shape (n,)."""
    gains = 2.0**grades - 1
    discounts = np.empty(len(log_scores))
    discounts[np.argsort(-log_scores, kind="stable")] = 1 / np.log2(np.arange(len(log_scores)) + 2)
    judged = np.flatnonzero(grades)
    best = np.sort(gains)[::-1] @ (1 / np.log2(np.arange(len(log_scores)) + 2))
    stakes = np.maximum(gains[judged, None] - gains, 0) * np.abs(discounts[judged, None] - discounts) / max(best, 1)
    push = stakes / (1 + np.exp(np.clip((log_scores[judged, None] - log_scores) / CLOSE, -30, 30))) / CLOSE
    slope: Floats = push.sum(axis=0)
    slope[judged] -= push.sum(axis=1)
    return slope
