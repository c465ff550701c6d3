"""Fitting the routing weights on labelled orders.

The same weight for every trade, never below zero: evidence for a trade cannot speak against it. Nothing learns while
the software runs; the printed weights are reviewed and committed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from matcher.dispatch.weighing import Floats, softmax

STEPS = 600
STEP_LENGTH = 0.1
SHRINKAGE = 0.001  # pulls weights to zero, so that rare luck does not become certainty


def fit(evidence: Floats, right: Sequence[Collection[int]]) -> Floats:
    """Weights of most likelihood for evidence of shape (orders, kinds, trades) and the places of defensible trades.

    A probability is that of being defensible, as it is reported: any of several right trades is as good.
    """
    defensible = np.array([[place in places for place in range(evidence.shape[2])] for places in right])

    def slope(weights: Floats) -> Floats:
        chances = softmax(np.einsum("k,okt->ot", weights, evidence))
        truth = chances * defensible
        truth /= truth.sum(axis=1, keepdims=True)
        return np.asarray(np.einsum("ot,okt->k", chances - truth, evidence) / len(right) + SHRINKAGE * weights)

    return descend(np.full(evidence.shape[1], 0.5), slope, STEPS, STEP_LENGTH, least=0.0)


def descend(
    start: Floats, slope: Callable[[Floats], Floats], steps: int, length: float, least: float = -np.inf
) -> Floats:
    """Where the slope ends, by steps that shorten (Adam); no value falls below `least`."""
    here, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, steps + 1):
        found = slope(here)
        first, second = 0.9 * first + 0.1 * found, 0.99 * second + 0.01 * found**2
        stride = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
        here = np.maximum(here - length * (1 - 0.9 * step / steps) * stride, least)
    return here
