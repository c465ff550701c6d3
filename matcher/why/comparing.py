"""Compares two people for one order, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.ranking.grades import Grade, GradedDemand
from matcher.ranking.score import Scored
from matcher.why.answer import Why, Whys
from matcher.why.differences import WORTH_TELLING, PartPair, side_by_side
from matcher.wording.reader import Reader
from matcher.wording.tables import Wording

LACKING = frozenset({Grade.SHORT, Grade.MISSING, Grade.EXCLUDED, Grade.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both answers to why, and the parts of both scores; each column sums to its score."""

    one: Why
    other: Why
    parts: tuple[PartPair, ...]


@dataclass(frozen=True)
class Comparing:
    """Compares two people of the record."""

    whys: Whys

    def compare(self, order_id: str, one_id: str, other_id: str, *, actor: str, reader: Reader) -> Comparison:
        """Both side by side; both look-ups are audited. Raises RecordNotFoundError, SearchUnavailableError."""
        one, other = (self.whys.why(order_id, cv_id, actor=actor, reader=reader) for cv_id in (one_id, other_id))
        return Comparison(one, other, side_by_side(reader.parts(one.place.scored), reader.parts(other.place.scored)))


def lacking(scored: Scored) -> tuple[GradedDemand, ...]:
    """The demands, required or wished for, that the person's CV does not prove, required first."""
    found = [demand for demand in scored.demands if demand.grade in LACKING]
    return tuple(sorted(found, key=lambda demand: (not demand.requirement.hard, demand.requirement.key)))


def summary(found: Comparison, words: Wording) -> list[str]:
    """Who has more points and for what most, and what speaks for the other."""
    first, second = sorted((found.one, found.other), key=lambda why: -why.place.scored.score)
    apart = first.place.scored.score - second.place.scored.score
    ids = {"one": first.cv.value.id, "other": second.cv.value.id}
    if apart < WORTH_TELLING:
        return [words.say("compare_even", **ids)]
    told = [words.say("compare_first", points=words.points(apart, 1), **ids)]
    sign = 1 if first is found.other else -1
    for cv_id, direction in ((ids["one"], sign), (ids["other"], -sign)):
        more = [pair for pair in found.parts if pair.more * direction > WORTH_TELLING and not lost_alike(pair)][:2]
        if more:
            parts = [words.say("points_for", name=pair.name, points=words.points(abs(pair.more), 1)) for pair in more]
            told.append(words.say("compare_for", cv=cv_id, parts=words.listed(parts)))
    return told


def lost_alike(pair: PartPair) -> bool:
    """Whether the part costs both much the same: what both lack speaks for neither."""
    less, more = max(pair.one, pair.other), min(pair.one, pair.other)
    return less < more / 2 < 0
