"""How well a CV proves what an order demands: graded, since silence is not a no and one level short is not a lack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from indexer.terms import stem_bucket
from matcher.candidates.profile import CandidateProfile, Named, Qualification
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.language import stem, tokens
from taxonomy.reading import includes
from taxonomy.reading.findings import Requirement, RequirementKind

LEVELS = {level: place for place, level in enumerate(("A1", "A2", "B1", "B2", "C1", "C2", "modersmål"), start=1)}
EDUCATION_LEVELS = {
    level: place for place, level in enumerate(("ufaglaert", "faglaert", "kort", "mellemlang", "lang"), start=1)
}
RELATED_JOB = 0.6  # closeness from which a job held is experience with what is asked for
ANY_EXPERIENCE = "erfaring"  # the order says no more than that: experience with what it seeks
NOT_RANKED = frozenset({RequirementKind.AGE})  # the law's rules read it, ranking never does


class Grade(StrEnum):
    """From the best to the worst."""

    PROVED = "proved"
    LIKELY = "likely"
    UNKNOWN = "unknown"
    SHORT = "short"
    MISSING = "missing"
    EXCLUDED = "excluded"


GRADE_ORDER = {grade: place for place, grade in enumerate(Grade)}


@dataclass(frozen=True, slots=True)
class GradedDemand:
    """The best grade among the alternatives of one demand, with the CV's words where there are any."""

    requirement: Requirement
    grade: Grade
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """All that the order demands, by kind and key, beside the one demand that is graded, and what it seeks."""

    demands: frozenset[tuple[str, str]]
    sought: tuple[str, ...]
    catalog: Catalog

    def is_beside(self, kind: RequirementKind, found: Qualification) -> bool:
        """Whether it proves nothing that is demanded: only such a thing tells what is missing from the CV's list.

        Otherwise proof of one demand would make silence about another cost more, and proof must never cost.
        """
        covered = {(found.kind, key) for key in includes(kind, found.key)}
        return found.kind == kind and not covered & self.demands


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
    graded = [GradedDemand(requirement, *_graded(requirement, candidate, order)) for requirement in ranked]
    alone = _each_once(found for found in graded if not _is_alternative(found.requirement))
    grouped = sorted((found for found in graded if _is_alternative(found.requirement)), key=_group)
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


def _graded(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    if requirement.excluded:
        return _excluded(requirement, candidate, order)
    return GRADERS.get(requirement.kind, _by_qualification)(requirement, candidate, order)


def _excluded(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    """Completed education and jobs held under the title count, wishes and unfinished courses do not."""
    if held := _holding(requirement, candidate.held):
        return Grade.EXCLUDED, held.quote
    title = order.catalog.occupation_by_title.get(requirement.key.casefold())
    jobs = [job.quote for job in candidate.history if title is not None and job.occupation == title]
    return (Grade.EXCLUDED, jobs[0]) if jobs else (Grade.PROVED, "")


def _by_qualification(requirement: Requirement, candidate: CandidateProfile, _: Asked) -> tuple[Grade, str]:
    if held := _holding(requirement, candidate.held):
        return Grade.PROVED, held.quote
    if denied := _holding(requirement, candidate.denied):
        return Grade.MISSING, denied.quote
    return Grade.UNKNOWN, ""


def _driving_licence(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    grade, evidence = _by_qualification(requirement, candidate, order)
    others = [found.quote for found in candidate.held if order.is_beside(RequirementKind.DRIVING_LICENCE, found)]
    # Who lists one licence would have listed a larger one.
    return (Grade.MISSING, ", ".join(others)) if grade is Grade.UNKNOWN and others else (grade, evidence)


def _language(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    held = candidate.languages.get(requirement.key)
    if held is None:
        if candidate.text_language == LANGUAGE_CODES.get(requirement.key):
            return Grade.LIKELY, ""
        others = [name for name in candidate.languages if ("language", name) not in order.demands]
        return (Grade.MISSING if others else Grade.UNKNOWN), ", ".join(others)
    short_by = LEVELS.get(requirement.level or "A1", 1) - LEVELS.get(held, LEVELS["B1"])
    grade = Grade.PROVED if short_by <= 0 else Grade.SHORT if short_by == 1 else Grade.MISSING
    return grade, f"{requirement.key} {held}"


def _education(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    grade, evidence = _by_qualification(requirement, candidate, order)
    if grade is not Grade.UNKNOWN:
        return grade, evidence
    if wanted := EDUCATION_LEVELS.get(requirement.key):
        return _education_level(wanted, candidate.education_level)
    same_field = [job for job in candidate.history if _about(requirement.key, job, order)]
    if same_field:
        return Grade.LIKELY, same_field[0].quote
    others = [found.quote for found in candidate.held if order.is_beside(RequirementKind.EDUCATION, found)]
    return (Grade.MISSING, ", ".join(others)) if others else (Grade.UNKNOWN, "")


def _education_level(wanted: int, level: str | None) -> tuple[Grade, str]:
    held = EDUCATION_LEVELS.get(level or "")
    if held is None:
        return Grade.UNKNOWN, ""
    return (Grade.PROVED if held >= wanted else Grade.SHORT if held == wanted - 1 else Grade.MISSING), ""


def _authorisation(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    grade, evidence = _by_qualification(requirement, candidate, order)
    if grade is Grade.UNKNOWN:
        worked = [job.quote for job in candidate.history if _about(requirement.key, job, order)]
        return (Grade.LIKELY, worked[0]) if worked else (Grade.UNKNOWN, "")
    return grade, evidence


def _experience(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    if requirement.key == ANY_EXPERIENCE and not order.sought:
        return Grade.UNKNOWN, ""
    held = [job for job in candidate.history if _about(requirement.key, job, order)]
    if held:
        years, wanted = sum(job.years or 0.0 for job in held), float(requirement.level or 0)
        known = any(job.years is not None for job in held)
        grade = Grade.PROVED if years >= wanted else Grade.SHORT if known and years > 0 else Grade.LIKELY
        return grade, max(held, key=lambda job: (job.years or 0.0, job.quote)).quote
    if skill := _holding(requirement, candidate.held, any_kind=True):
        return Grade.LIKELY, skill.quote
    if _says(requirement.key, candidate):
        return Grade.LIKELY, ""
    return (Grade.MISSING if candidate.history else Grade.UNKNOWN), ""


def _skill(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    grade, evidence = _by_qualification(requirement, candidate, order)
    if grade is Grade.UNKNOWN and _says(requirement.key, candidate):
        return Grade.LIKELY, ""
    return grade, evidence


def _says(key: str, candidate: CandidateProfile) -> bool:
    """Whether the CV's own words hold every stem of the key, somewhere."""
    buckets = key_buckets(key)
    return bool(len(buckets)) and bool(np.isin(buckets, candidate.passages.terms).all())


@lru_cache(maxsize=10_000)
def key_buckets(key: str) -> NDArray[np.uint32]:
    """The buckets of the stems of a key."""
    return np.array([stem_bucket(stem(word.text)) for word in tokens(key)], np.uint32)


def _about(key: str, job: Named, order: Asked) -> bool:
    """Whether the job is one that the key names, or, where it names none, one that the order seeks."""
    named = order.catalog.occupation_by_title.get(key.casefold())
    wanted = order.sought if key == ANY_EXPERIENCE else (named,) if named else ()
    return any(closeness(order.catalog, job.occupation, occupation) >= RELATED_JOB for occupation in wanted)


def _holding(
    requirement: Requirement, held: Iterable[Qualification], *, any_kind: bool = False
) -> Qualification | None:
    for found in held:
        if (any_kind or found.kind == requirement.kind) and requirement.key in includes(found.kind, found.key):
            return found
    return None


def demand_label(demand: GradedDemand) -> str:
    """What is demanded, as people say it."""
    requirement = demand.requirement
    if requirement.kind == RequirementKind.LANGUAGE and requirement.level:
        return f"{requirement.key} på {requirement.level}"
    if requirement.kind == RequirementKind.EXPERIENCE:
        years = f"{requirement.level} års erfaring" if requirement.level else "erfaring"
        return years if requirement.key == ANY_EXPERIENCE else f"{years} med {requirement.key}"
    return requirement.key


LANGUAGE_CODES = {
    "dansk": "da",
    "engelsk": "en",
    "tysk": "de",
    "polsk": "pl",
    "arabisk": "ar",
    "ukrainsk": "uk",
    "svensk": "sv",
    "norsk": "no",
}

Grader = Callable[[Requirement, CandidateProfile, Asked], tuple[Grade, str]]
GRADERS: Mapping[RequirementKind, Grader] = {
    RequirementKind.DRIVING_LICENCE: _driving_licence,
    RequirementKind.LANGUAGE: _language,
    RequirementKind.EDUCATION: _education,
    RequirementKind.AUTHORISATION: _authorisation,
    RequirementKind.EXPERIENCE: _experience,
    RequirementKind.SKILL: _skill,
}
