"""Finds who ranked too high and too low for an order, and because of which parts of the score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.evaluation.matching import EvaluatedOrder, JudgedHalf, rank
from matcher.evaluation.metrics import RELEVANT_FROM
from matcher.ranking.score import Scorer
from matcher.shortlisting.shortlist import ListPlace

DEPTH = 10  # as nDCG@10 looks
NAMED_PARTS = 4  # the largest differences
EVERYBODY = 10_000


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A person at a wrong place; `parts` are the largest differences of points from those they changed places with."""

    cv: str
    rank: int
    grade: int
    why: str
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class WrongList:
    """Unsuitable people among the first ten, and suitable ones below, while there was room for them."""

    too_high: tuple[Misplaced, ...]
    too_low: tuple[Misplaced, ...]


def misplaced(evaluated: EvaluatedOrder, judged: JudgedHalf, scorer: Scorer, most: int = 4) -> WrongList:
    """At most so many of each: the highest of the unsuitable, the lowest places of the best judged."""
    judgements = {pair.cv: (pair.grade, pair.why) for pair in judged.pairs if pair.order == evaluated.order.id}
    places = rank(evaluated, judged, scorer, EVERYBODY).places

    def grade(place: ListPlace) -> int:
        return judgements.get(place.candidate_id, (0, ""))[0]

    best_below = max((grade(place) for place in places[DEPTH:]), default=0)
    high = [place for place in places[:DEPTH] if grade(place) < min(best_below, RELEVANT_FROM)][:most]
    least = min((grade(place) for place in places[:DEPTH]), default=0)
    low = [place for place in places[DEPTH:] if grade(place) > max(least, RELEVANT_FROM - 1)]
    low = sorted(low, key=lambda place: (-grade(place), -place.rank))[:most]
    return WrongList(
        tuple(_misplaced(place, judgements, low) for place in high),
        tuple(_misplaced(place, judgements, high) for place in low),
    )


def _misplaced(place: ListPlace, judgements: Mapping[str, tuple[int, str]], others: Sequence[ListPlace]) -> Misplaced:
    grade, why = judgements.get(place.candidate_id, (0, ""))
    return Misplaced(place.candidate_id, place.rank, grade, why, _largest_gaps(place, others))


def _largest_gaps(place: ListPlace, others: Sequence[ListPlace]) -> tuple[tuple[str, float], ...]:
    names = dict.fromkeys(name for one in (place, *others) for name in one.parts)
    gaps = {
        name: place.parts.get(name, 0.0) - sum(one.parts.get(name, 0.0) for one in others) / max(len(others), 1)
        for name in names
    }
    return tuple(sorted(gaps.items(), key=lambda gap: -abs(gap[1]))[:NAMED_PARTS])
