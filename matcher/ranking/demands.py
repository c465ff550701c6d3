"""Grades how well CVs prove what an order demands: silence is not a no, and one level short is not a lack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Profiles
from matcher.candidates.profile import CandidateProfile
from matcher.ranking.evidence import evidence_words
from matcher.ranking.graders import grade_requirement
from matcher.ranking.grades import GRADES, Grade, GradedDemand, GradeIndices
from matcher.ranking.order_demands import OrderDemands
from taxonomy.catalog import Catalog
from taxonomy.reading import includes
from taxonomy.reading.findings import Requirement, RequirementKind

Value = TypeVar("Value", bound=np.generic)
NOT_RANKED = frozenset({RequirementKind.AGE})  # only the eligibility rules read age, ranking never does
WORSE_THAN_ANY_GRADE = len(GRADES)
HowMet = tuple[Requirement, Grade]  # what counts of a demand for one person, and how it is met


@dataclass(frozen=True, slots=True)
class DemandGrades:
    """One demand graded for n people: which of its requirements counts for each, and the grade (an index into GRADES).

    `place` is its own among the order's demands.
    """

    place: int
    requirements: tuple[Requirement, ...]
    counts: NDArray[np.intp]
    grades: GradeIndices

    def of_rows(self, rows: NDArray[np.intp]) -> DemandGrades:
        """The same for the people of those rows."""
        return DemandGrades(self.place, self.requirements, self.counts[rows], self.grades[rows])

    def how_met(self, rows: Sequence[int]) -> list[HowMet]:
        """The requirement that counts and its grade, for each person of those rows."""
        places = zip(self.counts[rows].tolist(), self.grades[rows].tolist(), strict=True)
        return [(self.requirements[count], GRADES[grade]) for count, grade in places]

    def look_up(self, table: NDArray[Value]) -> NDArray[Value]:
        """The values of a table of requirements by grades, for everybody. Shape (n,)."""
        return table[self.counts, self.grades]


class Demands:
    """What one order demands, prepared once for grading many candidates.

    `sought` are the occupations the order seeks: experience with nothing named is experience in them.
    """

    def __init__(self, requirements: Iterable[Requirement], catalog: Catalog, sought: tuple[str, ...] = ()) -> None:
        stated = without_retracted([requirement for requirement in requirements if requirement.kind not in NOT_RANKED])
        demanded = frozenset((found.kind.value, found.key) for found in stated if not found.excluded)
        self.order = OrderDemands(demanded, sought, catalog)
        ranked = without_included(stated)
        repeated = _gathered((found for found in ranked if not _is_alternative(found)), _what)
        alternatives = sorted(
            (found for found in ranked if _is_alternative(found)), key=lambda one: (_group(one), one.key)
        )
        self._groups: list[DemandGroup] = [(same, _strictest) for same in repeated]
        groups = _each_once(_gathered(alternatives, _group))
        self._groups += [(either, _best) for either in groups if not _is_said_alone(either, repeated)]

    def grade(self, people: Profiles) -> tuple[DemandGrades, ...]:
        """Every demand graded: said twice it counts once, at its strictest; of alternatives the best met."""
        return tuple(self._met(place, people) for place in range(len(self._groups)))

    def grade_kinds(self, people: Profiles, kinds: Collection[str]) -> Mapping[int, DemandGrades]:
        """The demands of some kinds alone, by their place among all."""
        asked = (place for place, (same, _) in enumerate(self._groups) if any(one.kind in kinds for one in same))
        return {place: self._met(place, people) for place in asked}

    def grade_rest(self, people: Profiles, known: Mapping[int, DemandGrades]) -> tuple[DemandGrades, ...]:
        """Every demand, where some are known of these people already."""
        return tuple(known.get(place) or self._met(place, people) for place in range(len(self._groups)))

    def graded_demands(
        self, met: Sequence[DemandGrades], row: int, candidate: CandidateProfile
    ) -> tuple[GradedDemand, ...]:
        """The demands as they stand for the candidate of that row, with the CV's words."""
        return self.with_evidence([one.how_met([row])[0] for one in met], candidate)

    def with_evidence(self, how_met: Iterable[HowMet], candidate: CandidateProfile) -> tuple[GradedDemand, ...]:
        """The demands as they stand for the candidate, with the CV's words."""
        order = self.order
        return tuple([GradedDemand(one, grade, evidence_words(one, grade, candidate, order)) for one, grade in how_met])

    @property
    def requirements(self) -> list[tuple[Requirement, ...]]:
        """Of every demand the requirements that are one demand, by its place."""
        return [requirements for requirements, _ in self._groups]

    def _met(self, place: int, people: Profiles) -> DemandGrades:
        requirements, choose = self._groups[place]
        graded = np.stack([grade_requirement(found, people, self.order) for found in requirements])
        counts = choose(requirements, graded)
        return DemandGrades(place, requirements, counts, graded[counts, np.arange(len(people))])


Choose = Callable[[tuple[Requirement, ...], NDArray[np.int8]], NDArray[np.intp]]
DemandGroup = tuple[tuple[Requirement, ...], Choose]  # requirements that are one demand, and which of them counts


def without_retracted(requirements: Sequence[Requirement]) -> list[Requirement]:
    """The requirements without what the order itself takes back.

    What stands in the wish list and not among the demands is a wish, however the text puts it; what the order excludes
    it cannot also demand.
    """
    named = {(found.quote.field, found.kind, found.key) for found in requirements}
    excluded = {(found.kind, found.key) for found in requirements if found.excluded}
    return [
        replace(found, hard=False) if _is_wish(found, named) else found
        for found in requirements
        if found.excluded or (found.kind, found.key) not in excluded
    ]


def without_included(requirements: Sequence[Requirement]) -> list[Requirement]:
    """The requirements without what another one includes: who has truck B has a truck certificate.

    Alternatives stay as they are, and so does a demand beside a wish that includes it.
    """
    alone = [found for found in requirements if not found.excluded and found.group is None]
    return [found for found in requirements if found not in alone or not _is_included(found, alone)]


def _is_included(requirement: Requirement, others: Iterable[Requirement]) -> bool:
    return any(
        other.kind == requirement.kind
        and other.key != requirement.key
        and other.hard >= requirement.hard
        and requirement.level is None
        and requirement.key in includes(other.kind, other.key)
        and other.key not in includes(requirement.kind, requirement.key)
        for other in others
    )


def _strictest(requirements: tuple[Requirement, ...], graded: NDArray[np.int8]) -> NDArray[np.intp]:
    """What is demanded before what is wished, then the worst met, then the first."""
    hard = np.array([[WORSE_THAN_ANY_GRADE * found.hard] for found in requirements], np.int8)
    return np.asarray(np.argmax(graded + hard, axis=0))


def _best(_: tuple[Requirement, ...], graded: NDArray[np.int8]) -> NDArray[np.intp]:
    return np.asarray(np.argmin(graded, axis=0))


def _is_wish(found: Requirement, named: Set[tuple[str, RequirementKind, str]]) -> bool:
    wished = ("nice_to_have", found.kind, found.key) in named
    return wished and not found.excluded and ("must_have", found.kind, found.key) not in named


def _is_alternative(requirement: Requirement) -> bool:
    """Of things excluded none may be held, so that they are never alternatives."""
    return requirement.group is not None and not requirement.excluded


def _gathered(
    requirements: Iterable[Requirement], by: Callable[[Requirement], Hashable]
) -> list[tuple[Requirement, ...]]:
    """The requirements grouped by a key, groups in the order of their first member."""
    together: dict[Hashable, list[Requirement]] = {}
    for requirement in requirements:
        together.setdefault(by(requirement), []).append(requirement)
    return [tuple(found) for found in together.values()]


def _each_once(groups: Iterable[tuple[Requirement, ...]]) -> list[tuple[Requirement, ...]]:
    """The groups of alternatives without those said before; what is demanded somewhere outranks what is wished."""
    once: dict[frozenset[Hashable], tuple[Requirement, ...]] = {}
    for group in groups:
        same = frozenset((*_what(found), found.level) for found in group)
        if same not in once or any(found.hard for found in group):
            once[same] = group
    return list(once.values())


def _is_said_alone(either: tuple[Requirement, ...], alone: Iterable[tuple[Requirement, ...]]) -> bool:
    """Whether one of the alternatives is demanded by itself too, as hard: who meets that meets either."""
    hard = any(found.hard for found in either)
    enough = {(*_what(found), found.level) for same in alone for found in same if found.hard or not hard}
    return any((*_what(found), found.level) in enough for found in either)


def _what(requirement: Requirement) -> tuple[str, str, bool]:
    return requirement.kind.value, requirement.key, requirement.excluded


def _group(requirement: Requirement) -> int:
    return requirement.group or 0
