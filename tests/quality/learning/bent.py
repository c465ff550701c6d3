"""Learns to turn vectors along directions and along bends: what a threshold lets through, added to them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tests.quality.learning.descent import Descent

Floats = NDArray[np.float32]

BENDS = 1024  # 512 do as well by held-out labels and find fewer titles
LEFT_OUT = 0.1  # of what goes into the bends and comes out of them, at each step; 0 and 0.2 were tried, and did worse


class Bent:
    """Where a search of so many steps has come to; it begins with the widest directions and bends of no weight."""

    def __init__(self, seen: Floats, directions: int, steps: int, rate: float) -> None:
        self._chance = np.random.default_rng(0)
        self._spread = np.float32(seen.std())
        widest = np.linalg.svd(seen[::5], full_matrices=False)[2][:directions].T
        size = len(widest)
        inner = self._chance.normal(size=(size, BENDS)) * np.sqrt(2 / size)
        begun = (widest, inner, np.zeros(BENDS), np.zeros((BENDS, widest.shape[1])))
        self._searches = [Descent(some.astype(np.float32), steps, rate) for some in begun]

    def turn(self, seen: Floats) -> Floats:
        """The rows turned as far as is learnt, some of what is bent left out by chance."""
        straight, inner, threshold, outer = (search.at for search in self._searches)
        self._seen, self._into = seen, seen / self._spread * self._kept(*seen.shape)
        self._open = np.asarray(self._into @ inner + threshold > 0) * self._kept(len(seen), BENDS)
        self._through = (self._into @ inner + threshold) * self._open
        return np.asarray(seen @ straight + self._spread * (self._through @ outer), np.float32)

    def down(self, slope: Floats) -> None:
        """One step against the slope at what was turned last."""
        bent = slope * self._spread
        at_threshold = (bent @ self._searches[3].at.T) * self._open
        slopes = (
            self._seen.T @ slope,
            self._into.T @ at_threshold,
            at_threshold.sum(axis=0),
            self._through.T @ bent,
        )
        for search, one in zip(self._searches, slopes, strict=True):
            search.down(np.asarray(one, np.float32))

    def learnt(self) -> tuple[Floats, Floats, Floats, Floats]:
        """The directions, what leads into the bends, their thresholds and what leads out of them."""
        straight, inner, threshold, outer = (search.at for search in self._searches)
        return straight, inner / self._spread, threshold, outer * self._spread

    def _kept(self, *shape: int) -> Floats:
        return np.asarray((self._chance.random(shape) >= LEFT_OUT) / (1 - LEFT_OUT), np.float32)
