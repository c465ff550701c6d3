"""Finds what an order could do without and how many more people could then be proposed, by checking everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from matcher.candidates.circumstances import NOTHING_LOOKED_UP, Circumstances
from matcher.candidates.crowd import Crowd
from matcher.eligibility.rules import CheckedCrowd, check
from matcher.eligibility.verdict import Cases
from matcher.orders.profile import OrderProfile
from matcher.ranking.demands import without_retracted
from matcher.ranking.score import OrderBrief
from matcher.shortlisting.judging import CandidatePool, JudgedPool, Pool
from matcher.why.advice import load_advice
from matcher.why.full_ranking import FullRanking, rank_among
from matcher.why.full_rankings import FullRankings
from taxonomy.reading.findings import Requirement

MOST_TOLD = 5
RULE_OF_KIND = {
    "driving_licence": "driving_licences",
    "certificate": "certificates",
    "education": "education",
    "language": "languages",
}


@dataclass(frozen=True, slots=True)
class Easing:
    """One thing the order could do without; `kind` is demand, excluded, distance, shift, hours or start."""

    kind: str
    requirements: tuple[Requirement, ...] = ()
    km: float | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class OrderOutcome:
    """What the easing leads to: how many more may be proposed, of how many then, and the place of the one asked about.

    `rank` is None where nobody was asked about, or the person is helped by it no more than before.
    """

    easing: Easing
    more: int
    eligible: int
    rank: int | None


def order_changes(
    rankings: FullRankings,
    ranking: FullRanking,
    cv: Stored[Cv] | None = None,
    circumstances: Circumstances = NOTHING_LOOKED_UP,
) -> tuple[OrderOutcome, ...]:
    """What would give more people to propose, most first; with a CV also what would let that person be proposed.

    `circumstances` is what the person's case tells before the order.
    """
    trial = _Trial(rankings, ranking, cv, circumstances)
    found = [outcome for easing in _possible(ranking) if (outcome := trial.run(easing)).more or outcome.rank]
    return tuple(sorted(found, key=lambda one: (-one.more, one.rank or ranking.found))[:MOST_TOLD])


def _possible(ranking: FullRanking) -> Iterator[Easing]:
    """Every easing of what holds somebody back."""
    order, advice, holding = ranking.brief.order, load_advice(), ranking.judged.checked.fell_for()
    for requirements in _droppable(order):
        if RULE_OF_KIND.get(requirements[0].kind.value, "") in holding:
            yield Easing("excluded" if requirements[0].excluded else "demand", requirements)
    if "hours_and_shifts" in holding:
        if order.shifts:
            yield Easing("shift")
        if order.hours is not None:
            yield Easing("hours")
    if "availability" in holding and order.start is not None:
        yield Easing("start", days=advice.start_days)
    if "commute" in holding:
        yield Easing("distance", km=advice.distance_km)


def _droppable(order: OrderProfile) -> list[tuple[Requirement, ...]]:
    """Hard demands that stand and fall together: the same thing said twice, or alternatives."""
    never = load_advice().never_dropped
    together: dict[object, list[Requirement]] = {}
    for asked in without_retracted(order.reading.requirements):
        if (asked.hard or asked.excluded) and asked.kind not in never:
            alternatives = asked.group is not None and not asked.excluded
            together.setdefault(asked.group if alternatives else (asked.kind, asked.key, asked.excluded), []).append(
                asked
            )
    return [tuple(found) for found in together.values()]


class _Trial:
    """Checks everybody for the order as eased, and weighs them where somebody asks for a place."""

    def __init__(
        self, rankings: FullRankings, ranking: FullRanking, cv: Stored[Cv] | None, circumstances: Circumstances
    ) -> None:
        self._matching, self._ranking = rankings.matching, ranking
        self._before = ranking.judged.checked.eligible
        self._person = CandidatePool([rankings.candidate(cv)], circumstances) if cv else None

    def run(self, easing: Easing) -> OrderOutcome:
        """How many more, and where the person would stand."""
        brief = self._eased(easing)
        everybody = self._checked(brief, self._ranking.judged.pool, easing)
        more = int((everybody.eligible & ~self._before).sum())
        rank = self._rank(brief, easing, everybody)
        return OrderOutcome(easing, more, int(everybody.eligible.sum()), rank)

    def _rank(self, brief: OrderBrief, easing: Easing, everybody: CheckedCrowd) -> int | None:
        if self._person is None:
            return None
        checked = self._checked(brief, self._person, easing)
        if not checked.eligible[0]:
            return None
        [(scored, _)] = self._scored(brief, self._person, checked).scored_in_full([0])
        own = self._ranking.rows.get(scored.profile.id)
        return rank_among(self._scored(brief, self._ranking.judged.pool, everybody), scored, own)

    def _checked(self, brief: OrderBrief, pool: Pool, easing: Easing) -> CheckedCrowd:
        """Everybody checked."""
        crowd, catalog = self._travelling(pool.crowd, easing), self._matching.scorer.catalog
        met = brief.demands.grade(crowd.profiles)
        return check(Cases(brief.order, crowd, met, self._matching.today(), catalog, pool.circumstances))

    def _scored(self, brief: OrderBrief, pool: Pool, checked: CheckedCrowd) -> JudgedPool:
        """Everybody scored; how far people would travel counts in no score."""
        people, scorer = pool.crowd.profiles, self._matching.scorer
        batch = scorer.score_batch(brief, people, brief.demands.grade(people))
        return JudgedPool(brief, pool, scorer, self._matching.today(), checked, np.arange(len(people)), batch)

    def _eased(self, easing: Easing) -> OrderBrief:
        brief = self._ranking.brief
        return self._matching.scorer.eased(brief, eased(brief.order, easing))

    def _travelling(self, crowd: Crowd, easing: Easing) -> Crowd:
        """The people as if each would travel so much longer than written."""
        if not easing.km:
            return crowd
        traits = np.array(crowd.profiles.traits)
        traits["max_commute_km"] += easing.km
        return replace(crowd, profiles=crowd.profiles.with_traits(traits))


def eased(order: OrderProfile, easing: Easing) -> OrderProfile:
    """The order with the easing made; a longer way is for the people to make."""
    match easing.kind:
        case "shift":
            return replace(order, shifts=())
        case "hours":
            return replace(order, hours=None)
        case "start":
            later = date.fromordinal(order.start or 1) + timedelta(days=easing.days or 0)
            return replace(order, start=later.toordinal())
        case "demand" | "excluded":
            dropped = {(asked.kind, asked.key, asked.excluded) for asked in easing.requirements}
            kept = [one for one in order.reading.requirements if (one.kind, one.key, one.excluded) not in dropped]
            return replace(order, reading=replace(order.reading, requirements=tuple(kept)))
    return order
