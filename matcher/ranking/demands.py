"""How well a CV proves what an order demands: graded, since silence is not a no and one level short is not a lack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import groupby

from matcher.candidates.profile import CandidateProfile
from matcher.ranking.graders import Asked, graded
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
    ranked = settled([requirement for requirement in requirements if requirement.kind not in NOT_RANKED])
    order = Asked(frozenset((found.kind.value, found.key) for found in ranked if not found.excluded), sought, catalog)
    found = [GradedDemand(requirement, *graded(requirement, candidate, order)) for requirement in ranked]
    alone = _each_once(demand for demand in found if not _is_alternative(demand.requirement))
    grouped = sorted((demand for demand in found if _is_alternative(demand.requirement)), key=_group)
    best = [min(alternatives, key=_badness) for _, alternatives in groupby(grouped, key=_group)]
    return (*alone, *best)


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


def _each_once(demands: Iterable[GradedDemand]) -> Iterable[GradedDemand]:
    """A demand that the order says twice counts once, at its strictest."""
    strictest: dict[tuple[str, str, bool], GradedDemand] = {}
    for demand in demands:
        asked = demand.requirement
        what = asked.kind.value, asked.key, asked.excluded
        strictest[what] = max(strictest.get(what, demand), demand, key=_strictness)
    return strictest.values()


def _strictness(demand: GradedDemand) -> tuple[bool, int]:
    return demand.requirement.hard, GRADE_ORDER[demand.grade]


def _group(demand: GradedDemand) -> int:
    return demand.requirement.group or 0


def _badness(demand: GradedDemand) -> tuple[int, str]:
    return GRADE_ORDER[demand.grade], demand.requirement.key
