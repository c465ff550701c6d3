"""Confidence intervals of figures over texts and orders."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

NINETY_FIVE = 1.96  # standard deviations of the normal distribution that hold 95 % of it
RESAMPLES = 4000  # the ends of an interval move by less than a thousandth
SEED = 20261122  # the same orders give the same interval

Draws = NDArray[np.int64]
Figures = NDArray[np.float64]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), honest for few texts and shares near 0; (0, 1) for none."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, NINETY_FIVE**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = NINETY_FIVE * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def bootstrap(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of a mean by drawing the values anew with replacement (Efron 1979); (0, 0) for none."""
    if not values:
        return 0.0, 0.0
    return central_95(np.asarray(values)[bootstrap_rows(len(values))].mean(axis=1))


def bootstrap_rows(count: int) -> Draws:
    """Which of `count` orders each of the draws with replacement holds; shape (RESAMPLES, count)."""
    return np.random.default_rng(SEED).integers(count, size=(RESAMPLES, count))


def central_95(figures: Figures) -> tuple[float, float]:
    """The interval that holds the middle 95 % of the figures."""
    low, high = np.percentile(figures, (2.5, 97.5))
    return float(low), float(high)
