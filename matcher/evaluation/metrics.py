"""Ranking metrics over graded judgements (0-3); an unjudged pair counts as 0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

RELEVANT_FROM = 2  # grade from which a person is worth proposing (P@5, R@20, MRR, Success)

Grades = Mapping[str, int]


def ndcg(ranking: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """Normalised discounted cumulative gain with gain 2^grade - 1 (Burges et al. 2005)."""
    best = ideal(grades, depth)
    return discounted([gain(grades.get(found, 0)) for found in ranking[:depth]]) / best if best else 0.0


def ideal(grades: Grades, depth: int = 10) -> float:
    """The discounted gain of the best possible list; 0 where nobody is suitable."""
    return discounted(sorted((gain(grade) for grade in grades.values()), reverse=True)[:depth])


def gain(grade: int) -> float:
    """What a place is worth that holds somebody of this grade."""
    return 2.0**grade - 1


def discounted(gains: Sequence[float]) -> float:
    """The gains of a list's places from the first on, each worth less the further down it stands."""
    return sum(found / log2(place + 1) for place, found in enumerate(gains, start=1))


def precision(ranking: Sequence[str], grades: Grades, depth: int = 5) -> float:
    """Share of the first `depth` places that hold somebody worth proposing."""
    return sum(_relevant(grades, found) for found in ranking[:depth]) / depth


def recall(ranking: Sequence[str], grades: Grades, depth: int = 20) -> float:
    """Share of those worth proposing (at most `depth` of them) who stand in the first `depth` places."""
    relevant = sum(grade >= RELEVANT_FROM for grade in grades.values())
    found = sum(_relevant(grades, name) for name in ranking[:depth])
    return found / min(relevant, depth) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades) -> float:
    """One over the place of the first person worth proposing; 0 if nobody is."""
    return next((1 / place for place, found in enumerate(ranking, start=1) if _relevant(grades, found)), 0.0)


def success(ranking: Sequence[str], grades: Grades, depth: int) -> float:
    """1 if somebody worth proposing stands in the first `depth` places, else 0."""
    return float(any(_relevant(grades, found) for found in ranking[:depth]))


def _relevant(grades: Grades, found: str) -> bool:
    return grades.get(found, 0) >= RELEVANT_FROM
