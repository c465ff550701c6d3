"""The highest of many numbers, without putting them in order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Prime, so that no rhythm in which like documents came in misleads the sample.
_ONE_OF, _SAMPLED_FROM = 31, 1 << 11
_DEVIATIONS = 4.0  # the guess is set so low that seldom too few are above it; then all are looked at

_WORTH_KEEPING = 16  # times as many numbers as may be asked for; of fewer, one partition costs as much as two
Numbers = NDArray[np.float32] | NDArray[np.float64]


class Highest:
    """The highest of the same numbers, more and more of them asked for, `deepest` at most.

    All that may be asked for are chosen at once, and the fewer from among these.
    """

    def __init__(self, numbers: Numbers, margin: float, deepest: int) -> None:
        self._numbers, self._margin, self._deepest = numbers, margin, deepest
        self._among: NDArray[np.int64] | None = None
        if deepest * _WORTH_KEEPING < len(numbers):
            self._among = highest(numbers, deepest, margin)
            self._numbers = numbers[self._among]

    def places(self, most: int) -> NDArray[np.int64]:
        """The places of the `most` highest, and of all that lie within the margin below them, ascending."""
        if self._among is None:
            return highest(self._numbers, most, self._margin)
        return self._among if most == self._deepest else self._among[highest(self._numbers, most, self._margin)]


def highest(numbers: Numbers, most: int, margin: float) -> NDArray[np.int64]:
    """The places of the `most` highest of at least so many numbers, and of all that lie within the margin below them.

    Partitioned are only those above a guess.
    """
    if (guess := _guessed(numbers, most)) is not None:
        places = np.flatnonzero(numbers >= guess - margin)
        among = numbers[places]
        if len(places) >= most and (least := _least(among, most)) >= guess:
            return places[among >= least - margin]
    return np.flatnonzero(numbers >= _least(numbers, most) - margin)


def _guessed(numbers: Numbers, most: int) -> float | None:
    """A number that probably so many reach, and few more."""
    expected = most / _ONE_OF
    among = int(expected + _DEVIATIONS * expected**0.5) + 1
    if len(numbers) <= _SAMPLED_FROM or 2 * among * _ONE_OF >= len(numbers):
        return None
    return _least(numbers[::_ONE_OF], among)


def _least(numbers: Numbers, most: int) -> float:
    """The lowest of the `most` highest."""
    return float(np.partition(numbers, len(numbers) - most)[len(numbers) - most])
