"""How well a CV proves what an order demands: graded, since silence is not a no and one level short is not a lack."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from dataclasses import replace

from matcher.candidates.profile import CandidateProfile
from matcher.ranking.graders import Asked, Says, graded, says
from matcher.ranking.grades import GRADE_ORDER, GradedDemand
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Requirement, RequirementKind

NOT_RANKED = frozenset({RequirementKind.AGE})  # the law's rules read it, ranking never does


def grade_demands(
    requirements: Iterable[Requirement],
    candidate: CandidateProfile,
    catalog: Catalog,
    sought: tuple[str, ...] = (),
) -> tuple[GradedDemand, ...]:
    """Every demand graded; alternatives (same group) count as one demand, by the best met of them.

    `sought` are the occupations the order seeks: experience with nothing named is experience in them.
    """
    return Demands(requirements, catalog, sought).grade(candidate)


class Demands:
    """What one order demands, prepared once for grading many candidates.

    `says` tells whether a candidate's own words hold a key; by default the candidate's terms are searched each time.
    """

    def __init__(
        self, requirements: Iterable[Requirement], catalog: Catalog, sought: tuple[str, ...] = (), says: Says = says
    ) -> None:
        ranked = settled([requirement for requirement in requirements if requirement.kind not in NOT_RANKED])
        demanded = frozenset((found.kind.value, found.key) for found in ranked if not found.excluded)
        self._order = Asked(demanded, sought, catalog, says)
        self._repeated = _gathered((found for found in ranked if not _is_alternative(found)), _what)
        alternatives = sorted((found for found in ranked if _is_alternative(found)), key=_group)
        self._alternatives = _gathered(alternatives, _group)

    def grade(self, candidate: CandidateProfile) -> tuple[GradedDemand, ...]:
        """Every demand graded: said twice it counts once, at its strictest; of alternatives the best met."""
        strictest = [max(self._graded(same, candidate), key=_strictness) for same in self._repeated]
        best = [min(self._graded(either, candidate), key=_badness) for either in self._alternatives]
        return (*strictest, *best)

    def _graded(self, requirements: Sequence[Requirement], candidate: CandidateProfile) -> list[GradedDemand]:
        return [GradedDemand(found, *graded(found, candidate, self._order)) for found in requirements]


def settled(requirements: Sequence[Requirement]) -> list[Requirement]:
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


def _is_wish(found: Requirement, named: Set[tuple[str, RequirementKind, str]]) -> bool:
    wished = ("nice_to_have", found.kind, found.key) in named
    return wished and not found.excluded and ("must_have", found.kind, found.key) not in named


def _is_alternative(requirement: Requirement) -> bool:
    """Of things excluded none may be held, so that they are never alternatives."""
    return requirement.group is not None and not requirement.excluded


def _gathered(requirements: Iterable[Requirement], by: Callable[[Requirement], Hashable]) -> list[list[Requirement]]:
    """Requirements of the same kind of sameness together, in the order of the first of each."""
    together: dict[Hashable, list[Requirement]] = {}
    for requirement in requirements:
        together.setdefault(by(requirement), []).append(requirement)
    return list(together.values())


def _what(requirement: Requirement) -> tuple[str, str, bool]:
    return requirement.kind.value, requirement.key, requirement.excluded


def _strictness(demand: GradedDemand) -> tuple[bool, int]:
    return demand.requirement.hard, GRADE_ORDER[demand.grade]


def _group(requirement: Requirement) -> int:
    return requirement.group or 0


def _badness(demand: GradedDemand) -> tuple[int, str]:
    return GRADE_ORDER[demand.grade], demand.requirement.key
