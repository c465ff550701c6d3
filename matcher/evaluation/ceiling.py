"""Computes how high any ranking can score, given that two judges disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from matcher.evaluation.agreement import GradedTwice
from matcher.evaluation.metrics import Grades, discounted, gain, ideal


def ndcg_between_judges(pairs: Iterable[GradedTwice], *, by_second: bool) -> Mapping[str, float]:
    """Order to the nDCG@10 of one judge's own list, measured by the other judge's grades.

    A ranking that scores above it has learnt one judge's habits, not who suits.
    """
    first: dict[str, dict[str, int]] = defaultdict(dict)
    second: dict[str, dict[str, int]] = defaultdict(dict)
    for pair in pairs:
        first[pair.order][pair.cv], second[pair.order][pair.cv] = pair.first, pair.second
    listed, measured = (second, first) if by_second else (first, second)
    return {order: expected_ndcg(listed[order], measured[order]) for order in listed}


def expected_ndcg(listed: Grades, measured: Grades, depth: int = 10) -> float:
    """nDCG of the list sorted by grades: the mean over all orders of ties (McSherry and Najork 2008)."""
    gains: list[float] = []
    for _, tied in groupby(sorted(listed, key=lambda cv: -listed[cv]), key=lambda cv: listed[cv]):
        group = [gain(measured.get(cv, 0)) for cv in tied]
        gains += [sum(group) / len(group)] * len(group)
    best = ideal(measured, depth)
    return discounted(gains[:depth]) / best if best else 0.0
