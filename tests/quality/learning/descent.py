"""Steps down a slope by Adam (Kingma and Ba 2015), short at first and shorter towards the end."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

WARMING = 20  # steps


class Descent:
    """Where a search of so many steps has come to."""

    def __init__(self, begun: Floats, steps: int, rate: float) -> None:
        self.at, self._steps, self._rate, self._step = begun, steps, rate, 0
        self._first, self._second = np.zeros_like(begun), np.zeros_like(begun)

    def down(self, slope: Floats) -> None:
        """One step against the slope; both of one shape."""
        self._step += 1
        step = self._step
        self._first = 0.9 * self._first + 0.1 * slope
        self._second = 0.99 * self._second + 0.01 * slope**2
        rate = self._rate * min(1, step / WARMING) * (1 - 0.9 * step / self._steps)
        stride = rate * (self._first / (1 - 0.9**step)) / (np.sqrt(self._second / (1 - 0.99**step)) + 1e-8)
        self.at = (self.at - stride).astype(np.float32)
