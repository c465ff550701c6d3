"""What the law demands of those who do the work, whether or not the order says so (Occupation.demands)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from indexer.intake.job_order import OrderType
from matcher.candidates.crowd import Profiles
from matcher.candidates.profile import CandidateProfile
from matcher.eligibility.law import Law, law_of
from matcher.orders.profile import SURE_OCCUPATION, OrderProfile
from matcher.ranking.demands import DemandGrades, Demands
from matcher.ranking.grades import GradedDemand
from taxonomy.catalog import Catalog
from taxonomy.language import fold
from taxonomy.reading import covered_by
from taxonomy.reading.findings import OccupationMention, Quote, Requirement, RequirementKind
from taxonomy.reading.requirements.vocabulary import load_vocabulary

# Learners do not do the work yet: what the training gives is not demanded before it.
KINDS_TO_LEARN = frozenset({OrderType.APPRENTICESHIP, OrderType.ADULT_APPRENTICE, OrderType.TRAINEESHIP})
DEMANDED_OF_LEARNERS = frozenset({RequirementKind.CRIMINAL_RECORD, RequirementKind.AGE})
# Where a title may mean several jobs, an order that names one of these has said which of them it is.
SAID_BY_KIND = frozenset({RequirementKind.DRIVING_LICENCE, RequirementKind.AUTHORISATION, RequirementKind.EDUCATION})
UNSAID = Quote("", None, 0, 0, "")
ONE_IS_ENOUGH = -1  # a group of its own, apart from those that the order's words make

DemandKey = tuple[RequirementKind, str]


class CitedLaw(NamedTuple):
    """The law that makes a demand, and the occupation that it makes it of."""

    law: Law
    occupation: str
    label: str


@dataclass(frozen=True, slots=True)
class LegalDemands:
    """What the law adds to an order; of the requirements in one group, one is enough.

    `sure`: the order's title can only mean what it was read as, so that a lack may rule somebody out.
    """

    requirements: tuple[Requirement, ...]
    cited: Mapping[DemandKey, CitedLaw]
    sure: bool

    def graded(self, people: Profiles, order: OrderProfile, catalog: Catalog) -> GradedLegalDemands:
        """Every demand graded as if the order had stated it, alongside what it does state."""
        if not self.requirements:
            return GradedLegalDemands(self, None, ())
        # The order's own demands stand beside, so that proof of one never tells against another (order_demands.py).
        kinds = {one.kind for one in self.requirements}
        said = [one for one in order.reading.requirements if one.kind in kinds]
        demands = Demands((*self.requirements, *said), catalog, order.sought)
        graded = tuple(one for one in demands.grade(people) if one.requirements[0].quote is UNSAID)
        return GradedLegalDemands(self, demands, graded)


@dataclass(frozen=True, slots=True)
class GradedLegalDemands:
    """The law's demands, graded for n people."""

    ungraded: LegalDemands
    demands: Demands | None
    graded: tuple[DemandGrades, ...]

    def graded_demands(self, row: int, candidate: CandidateProfile) -> tuple[GradedDemand, ...]:
        """The demands as they stand for the candidate of that row."""
        return self.demands.graded_demands(self.graded, row, candidate) if self.demands else ()


NOTHING_BY_LAW = LegalDemands((), {}, sure=True)


def legal_demands(order: OrderProfile, catalog: Catalog, today: date) -> LegalDemands:
    """What the laws of the day demand of all that the order seeks and the order does not say itself."""
    mentions = certain_occupations(order)
    if not any(catalog.occupations[one.occupation].demands for one in mentions):
        return NOTHING_BY_LAW
    by_occupation = [_in_force(catalog, one.occupation, today) for one in mentions]
    sure = not any(fold(one.quote.text) in _ambiguous(catalog) for one in mentions)
    demanded = (_common(kind, by_occupation) for kind in RequirementKind)
    asked = [one for alternatives in demanded for one in _added(order, alternatives, sure=sure)]
    cited = {what: cited for demands in reversed(by_occupation) for what, cited in demands.items()}
    return LegalDemands(tuple(asked), cited, sure)


def certain_occupations(order: OrderProfile) -> list[OccupationMention]:
    """The occupations of the title; where it names none, the only one of the text."""
    certain = [one for one in order.reading.occupations if one.score >= SURE_OCCUPATION]
    titled = [one for one in certain if one.quote.field == "title"]
    distinct = {one.occupation: one for one in reversed(titled or certain)}
    return list(distinct.values()) if titled or len(distinct) == 1 else []


def _in_force(catalog: Catalog, occupation: str, today: date) -> dict[DemandKey, CitedLaw]:
    label, demanded = catalog.occupations[occupation].label, _demanded(catalog, occupation)
    cited = {what: CitedLaw(law_of(source, what[1]), occupation, label) for what, source in demanded}
    return {what: one for what, one in cited.items() if one.law.in_force(today)}


@lru_cache(maxsize=2_000)
def _demanded(catalog: Catalog, occupation: str) -> tuple[tuple[DemandKey, str], ...]:
    """Each demand of the taxonomy with the vocabulary's own key, and its source."""
    written = [(RequirementKind(one.kind), one.key, one.source) for one in catalog.occupations[occupation].demands]
    return tuple(((kind, _keys().get((kind, fold(key)), key)), source) for kind, key, source in written)


@cache
def _keys() -> Mapping[DemandKey, str]:
    return {
        (entry.kind, fold(wording)): entry.key
        for entry in load_vocabulary().values()
        for wording in (*entry.wordings, entry.key)
    }


def _common(kind: RequirementKind, by_occupation: Sequence[Mapping[DemandKey, CitedLaw]]) -> list[Requirement]:
    """What is demanded of every occupation sought; where each has its own, one of all these is enough."""
    keys = [[key for of_kind, key in demands if of_kind == kind] for demands in by_occupation]
    shared = [key for key in keys[0] if all(key in others for others in keys)]
    if shared or not all(keys):
        return [_requirement(kind, key) for key in shared]
    either = dict.fromkeys(key for demanded in keys for key in demanded)
    return [_requirement(kind, key, group=ONE_IS_ENOUGH) for key in either]


def _requirement(kind: RequirementKind, key: str, group: int | None = None) -> Requirement:
    level = key if kind is RequirementKind.AGE else None
    return Requirement(kind, key, level, hard=True, quote=UNSAID, group=group)


def _added(order: OrderProfile, demanded: Sequence[Requirement], *, sure: bool) -> list[Requirement]:
    """What the law demands of a kind beyond the order; stating one of several alternatives states all."""
    if not demanded or (order.order_type in KINDS_TO_LEARN and demanded[0].kind not in DEMANDED_OF_LEARNERS):
        return []
    kind = demanded[0].kind
    said = {one.key for one in order.reading.requirements if one.kind == kind and (one.hard or one.excluded)}
    if said and kind in SAID_BY_KIND and not sure:
        return []
    unsaid = [one for one in demanded if said.isdisjoint(covered_by(kind, one.key))]
    return unsaid if demanded[0].group is None or len(unsaid) == len(demanded) else []


@lru_cache(maxsize=10)
def _ambiguous(catalog: Catalog) -> frozenset[str]:
    """Titles that may mean something else, folded."""
    return frozenset(fold(word) for title in catalog.ambiguous_titles.values() for word in title.words)
