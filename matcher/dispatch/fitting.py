"""Fitting the routing weights on labelled orders (the tool is tests/quality/fit_routing.py).

The same weight for every trade, never below zero: evidence for a trade cannot speak against it. Nothing learns while
the software runs; the printed weights are reviewed and committed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.dispatch.evidence import EVIDENCE
from matcher.dispatch.weighing import Floats, softmax

STEPS = 3000
STEP_LENGTH = 0.05
SHRINKAGE = 0.001  # pulls weights to zero, so that rare luck does not become certainty


def fit(evidence: Floats, right: Sequence[Collection[int]]) -> Floats:
    """Weights of most likelihood for evidence of shape (orders, kinds, trades) and the places of defensible trades.

    A probability is that of being defensible, as it is reported: any of several right trades is as good.
    """
    weights = np.ones(len(EVIDENCE))
    defensible = np.array([[place in places for place in range(evidence.shape[2])] for places in right])
    for _ in range(STEPS):
        chances = softmax(np.einsum("k,okt->ot", weights, evidence))
        truth = chances * defensible
        truth /= truth.sum(axis=1, keepdims=True)
        slope = np.einsum("ot,okt->k", chances - truth, evidence) / len(right) + SHRINKAGE * weights
        weights = np.maximum(weights - STEP_LENGTH * slope, 0)
    return weights


def calibration_error(chances: Floats, right: NDArray[np.bool_], bins: int = 10) -> float:
    """Expected calibration error: mean distance between probability given and share right, over equal-width bins."""
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        abs(float(chances[place == row].mean() - right[place == row].mean())) * float((place == row).mean())
        for row in range(bins)
        if (place == row).any()
    ]
    return sum(gaps)
