"""How far the numbers inside the encoder can reach: it follows from the weights, so nothing is measured on texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indexer.embedding.e5_weights import Floats

SLACK = 1.01  # for sums that are rounded
LOWEST_GELU = -0.17  # at -0.75


@dataclass(frozen=True, slots=True)
class Reach:
    """The lowest and the highest number there can be."""

    low: float
    high: float

    def after_gelu(self) -> Reach:
        """Of the same numbers once the activation has cut off what is below zero."""
        return Reach(LOWEST_GELU * SLACK, self.high)


@dataclass(frozen=True, slots=True)
class Normalised:
    """Rows of spread one around zero that were then scaled and shifted channel by channel."""

    scale: Floats
    shift: Floats

    def reach(self) -> Reach:
        """Of any row: one of n numbers of spread one lies at most the root of n - 1 away."""
        furthest = np.sqrt(len(self.scale) - 1) * np.abs(self.scale) + np.abs(self.shift)
        return _either_way(furthest)

    def reach_through(self, matrix: Floats, bias: Floats) -> Reach:
        """Of the rows times the matrix, (outputs, channels), plus the bias: n numbers of spread one are root n long."""
        long = np.sqrt(len(self.scale)) * np.linalg.norm(matrix * self.scale, axis=1)
        return _either_way(long + np.abs(matrix @ self.shift + bias))


def _either_way(furthest: Floats) -> Reach:
    most = float(furthest.max()) * SLACK
    return Reach(-most, most)
