"""How far a share may be off by the luck of the texts."""

from __future__ import annotations

from math import sqrt

NINETY_FIVE = 1.96  # standard deviations of the normal distribution that hold 95 % of it


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), honest for few texts and shares near 0; (0, 1) for none."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, NINETY_FIVE**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = NINETY_FIVE * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(middle - half, 0.0), min(middle + half, 1.0)
