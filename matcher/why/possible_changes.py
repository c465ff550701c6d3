"""Lists what about a person could be otherwise, and makes such a change in the person's facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from matcher.candidates.profile import CandidateProfile, Named, Qualification
from matcher.eligibility.shortfalls import has_expired
from matcher.eligibility.verdict import Answer
from matcher.orders.profile import OrderProfile
from matcher.ranking.grades import ANY_EXPERIENCE, Grade, GradedDemand
from matcher.shortlisting.shortlist import ListPlace
from matcher.why.advice import load_advice
from taxonomy.catalog import Catalog
from taxonomy.places import distance_km
from taxonomy.reading.findings import RequirementKind

LEVEL_IF_UNSAID = "B1"  # who can use a language, where the order names no level
YEARS_IF_UNSAID = 1.0
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


def possible_changes(order: OrderProfile, place: ListPlace) -> Iterator[PersonChange]:
    """Every single change that the demands of the order and of the law and the conditions give reason to try."""
    kinds = load_advice().steps
    case = place.eligibility.case
    for demand in (*place.scored.demands, *case.legal):
        kind, lacking = demand.requirement.kind.value, demand.grade in CHANGEABLE or has_expired(demand, case)
        if kind in kinds and lacking and not demand.requirement.excluded:
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


def _hours_stand_apart(place: ListPlace, open_rules: set[str], order: OrderProfile) -> bool:
    """Whether the hours cost points, or the rule of hours and shifts says no for another reason than the shifts."""
    refused_for_shifts = bool(set(place.scored.profile.refused_shifts) & set(order.shifts))
    felt = any(condition.name == "hours_apart" for condition in place.scored.conditions)
    return felt or ("hours_and_shifts" in open_rules and not refused_for_shifts)


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
