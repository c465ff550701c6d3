"""Compares two scores for one order, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.ranking.score import DECIMALS

WORTH_TELLING = 0.05  # points; less is not seen with one decimal


@dataclass(frozen=True, slots=True)
class PartPair:
    """One part of both scores, in points."""

    name: str
    one: float
    other: float

    @property
    def more(self) -> float:
        """How many points the other has more; below zero: fewer."""
        return round(self.other - self.one, DECIMALS)


def side_by_side(one: Mapping[str, float], other: Mapping[str, float]) -> tuple[PartPair, ...]:
    """Every part that either has, the largest difference first; the columns sum to the two scores."""
    names = dict.fromkeys((*one, *other))
    pairs = (PartPair(name, one.get(name, 0.0), other.get(name, 0.0)) for name in names)
    return tuple(sorted(pairs, key=lambda pair: (-abs(pair.more), pair.name)))
