"""The smallest real changes that would give a person a better place, each found by ranking the person as changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import combinations
from math import ceil

from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from matcher.candidates.build import build_candidates
from matcher.candidates.profile import Candidate, CandidateProfile, Named, Qualification
from matcher.eligibility.verdict import Answer
from matcher.orders.profile import OrderProfile
from matcher.ranking.grades import ANY_EXPERIENCE, Grade, GradedDemand
from matcher.shortlist import CandidatePool, Place, judge
from matcher.why.advice import load_advice
from matcher.why.standings import Standing, Standings
from taxonomy.catalog import Catalog
from taxonomy.places import distance_km
from taxonomy.reading.findings import RequirementKind

MOST_SINGLES = 10  # what is required first, then the smallest steps
UNPLACED = 1_000_000  # the place of who may not be proposed: any other is much nearer
MOST_TOLD = 5
LEVEL_IF_UNSAID = "B1"  # who can use a language, where the order names no level
YEARS_IF_UNSAID = 1.0
MUCH_NEARER = 0.8  # of the place that the better of the two gives alone
CHANGEABLE = frozenset({Grade.UNKNOWN, Grade.SHORT, Grade.MISSING})


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One thing that could be otherwise; `kind` is a key of data/changes.toml, the rest what the kind speaks of."""

    kind: str
    demand: GradedDemand | None = None
    km: float | None = None
    day: date | None = None

    @property
    def required(self) -> bool:
        """Whether it is about a demand, not a wish of the order's."""
        return self.demand is None or self.demand.requirement.hard

    @property
    def step(self) -> int:
        """How large a step it is."""
        return load_advice().steps[self.kind]


@dataclass(frozen=True, slots=True)
class PersonOutcome:
    """What the changes together lead to: the place among all who may be proposed, and the score."""

    changes: tuple[PersonChange, ...]
    rank: int
    score: float

    def size(self, shown: int) -> tuple[int, ...]:
        """What reaches the list first, by fewest changes and smallest steps; then what comes nearest to it."""
        steps = len(self.changes), sum(one.step for one in self.changes)
        return (0, *steps, self.rank) if self.rank <= shown else (1, self.rank, *steps)


def person_changes(
    standings: Standings, standing: Standing, cv: Stored[Cv], place: Place, shown: int
) -> tuple[PersonOutcome, ...]:
    """What would give the person a better place, smallest first; pairs only where no single change reaches the list."""
    possible = sorted(_possible(standing.brief.order, place), key=lambda one: (not one.required, one.step))
    singles = possible[:MOST_SINGLES]
    before = place.rank if place.eligibility.eligible else UNPLACED
    trial = _Trial(standings, standing, cv)
    helping = [found for found in trial.run([(one,) for one in singles]) if _helps(found, before, shown)]
    if not any(found.rank <= shown for found in helping):
        alone = {found.changes[0]: found.rank for found in helping}
        pairs = trial.run(list(combinations(singles, 2)))
        helping += [pair for pair in pairs if _is_worth_two(pair, alone, before, shown)]
    return tuple(sorted(helping, key=lambda found: found.size(shown))[:MOST_TOLD])


def _helps(found: PersonOutcome, before: int, shown: int) -> bool:
    """Whether the place is better: in the list at all, or, outside of it, much nearer to it."""
    return found.rank < before and (found.rank <= shown or found.rank <= before * MUCH_NEARER)


def _is_worth_two(pair: PersonOutcome, alone: Mapping[PersonChange, int], before: int, shown: int) -> bool:
    """Whether the two together do what neither does: reach the list, or come much nearer to it."""
    best = min(before, *(alone.get(one, before) for one in pair.changes))
    return pair.rank < best and (pair.rank <= shown or pair.rank <= best * MUCH_NEARER)


def _possible(order: OrderProfile, place: Place) -> Iterator[PersonChange]:
    """Every single change that the order's demands and conditions give reason to try."""
    kinds = load_advice().steps
    for demand in place.scored.demands:
        kind = demand.requirement.kind.value
        if kind in kinds and demand.grade in CHANGEABLE and not demand.requirement.excluded:
            yield PersonChange(kind, demand)
    open_rules = {one.rule for one in place.eligibility.verdicts if one.answer is not Answer.YES}
    profile = place.scored.profile
    if "cv_approved" in open_rules:
        yield PersonChange("approved")
    if set(profile.refused_shifts) & set(order.shifts):
        yield PersonChange("shift")
    if _hours_stand_apart(place, open_rules, order):
        yield PersonChange("hours")
    if "commute" in open_rules and order.position and profile.position:
        km = float(ceil(distance_km(order.position, profile.position)))
        if km <= load_advice().longest_way_km:
            yield PersonChange("distance", km=km)
    if "availability" in open_rules and order.start is not None:
        yield PersonChange("start", day=date.fromordinal(order.start))


def _hours_stand_apart(place: Place, open_rules: set[str], order: OrderProfile) -> bool:
    """Whether the hours cost points, or the rule of hours and shifts says no for another reason than the shifts."""
    refused_for_shifts = bool(set(place.scored.profile.refused_shifts) & set(order.shifts))
    felt = any(condition.name == "hours_apart" for condition in place.scored.conditions)
    return felt or ("hours_and_shifts" in open_rules and not refused_for_shifts)


class _Trial:
    """Ranks the person as changed, all variants at once."""

    def __init__(self, standings: Standings, standing: Standing, cv: Stored[Cv]) -> None:
        self._standings, self._standing, self._cv = standings, standing, cv
        self._catalog = standings.matching.scorer.catalog
        self._as_is = standings.candidate(cv)

    def run(self, variants: Sequence[tuple[PersonChange, ...]]) -> list[PersonOutcome]:
        """The outcome of each variant in which the person may be proposed."""
        if not variants:
            return []
        matching = self._standings.matching
        pool = CandidatePool([self._changed(variant) for variant in variants])
        judged = judge(self._standing.brief, pool, matching.scorer, matching.today())
        scores, eligible = judged.weighed.scores.tolist(), judged.checked.eligible.tolist()
        return [
            PersonOutcome(variant, self._standing.rank_with(score), score)
            for variant, score, fits in zip(variants, scores, eligible, strict=True)
            if fits
        ]

    def _changed(self, changes: tuple[PersonChange, ...]) -> Candidate:
        approved = any(change.kind == "approved" for change in changes)
        person = self._approved if approved else self._as_is
        profile = person.profile
        for change in changes:
            profile = changed(profile, change, self._standing.brief.order, self._catalog)
        return replace(person, profile=profile)

    @cached_property
    def _approved(self) -> Candidate:
        approved = replace(self._cv.value, cv_approved=True)
        return build_candidates([approved], self._catalog, self._standings.matching.embedder)[0]


def changed(profile: CandidateProfile, change: PersonChange, order: OrderProfile, catalog: Catalog) -> CandidateProfile:
    """The profile with the change made; approval is no part of it."""
    match change.kind:
        case "shift":
            return replace(profile, refused_shifts=tuple(set(profile.refused_shifts) - set(order.shifts)))
        case "hours":
            return replace(profile, hours="begge")
        case "distance":
            return replace(profile, max_commute_km=change.km)
        case "start":
            return replace(profile, availability=order.start)
    return _with_proof(profile, change.demand, order, catalog) if change.demand else profile


def _with_proof(
    profile: CandidateProfile, demand: GradedDemand, order: OrderProfile, catalog: Catalog
) -> CandidateProfile:
    """The profile as if its CV showed what is demanded."""
    asked = demand.requirement
    if asked.kind is RequirementKind.LANGUAGE:
        return replace(profile, languages={**profile.languages, asked.key: asked.level or LEVEL_IF_UNSAID})
    if asked.kind is RequirementKind.EXPERIENCE:
        named = order.sought[:1] if asked.key == ANY_EXPERIENCE else _occupation(asked.key, catalog)
        years = max(float(asked.level or 0), YEARS_IF_UNSAID)
        if named:
            job = Named(named[0], 1.0, catalog.occupations[named[0]].label, years)
            return replace(profile, history=(*profile.history, job))
    kind = RequirementKind.SKILL if asked.kind is RequirementKind.EXPERIENCE else asked.kind
    return replace(profile, held=(*profile.held, Qualification(kind.value, asked.key, asked.level, asked.key)))


def _occupation(title: str, catalog: Catalog) -> tuple[str, ...]:
    found = catalog.occupation_by_title.get(title.casefold())
    return (found,) if found else ()
