"""The highest of many numbers, without putting them in order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Prime, so that no rhythm in which like documents came in misleads the sample.
_ONE_OF, _SAMPLED_FROM = 31, 1 << 11
_DEVIATIONS = 4.0  # the guess is set so low that seldom too few are above it; then all are looked at

Numbers = NDArray[np.float32] | NDArray[np.float64]


def least_of_highest(numbers: Numbers, most: int) -> float:
    """The lowest of the `most` highest of at least so many numbers: partitioned are only those above a guess."""
    if len(numbers) > _SAMPLED_FROM:
        sample = numbers[::_ONE_OF]
        expected = most / _ONE_OF
        among = int(expected + _DEVIATIONS * expected**0.5) + 1
        if 2 * among < len(sample):
            above = numbers[numbers >= _partitioned(sample, among)]
            if len(above) >= most:
                numbers = above
    return _partitioned(numbers, most)


def _partitioned(numbers: Numbers, most: int) -> float:
    return float(np.partition(numbers, len(numbers) - most)[len(numbers) - most])
