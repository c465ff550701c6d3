"""One requirement against one CV, kind by kind: what proves it, what makes it likely, what denies it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from indexer.terms import stem_bucket
from matcher.candidates.profile import CandidateProfile, Named, Qualification
from matcher.ranking.grades import ANY_EXPERIENCE, Grade
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.language import STOP_WORDS, fold, stem, tokens
from taxonomy.reading import includes
from taxonomy.reading.findings import Requirement, RequirementKind

LEVELS = {level: place for place, level in enumerate(("A1", "A2", "B1", "B2", "C1", "C2", "modersmål"), start=1)}
EDUCATION_LEVELS = {
    level: place for place, level in enumerate(("ufaglaert", "faglaert", "kort", "mellemlang", "lang"), start=1)
}
RELATED_JOB = 0.6  # closeness from which a job held is experience with what is asked for

Says = Callable[[str, CandidateProfile], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """All that the order demands, by kind and key, beside the one demand that is graded, and what it seeks."""

    demands: frozenset[tuple[str, str]]
    sought: tuple[str, ...]
    catalog: Catalog
    says: Says

    def is_beside(self, kind: RequirementKind, found: Qualification) -> bool:
        """Whether it proves nothing that is demanded: only such a thing tells what is missing from the CV's list.

        Otherwise proof of one demand would make silence about another cost more, and proof must never cost.
        """
        return found.kind == kind and not any((found.kind, key) in self.demands for key in includes(kind, found.key))


def graded(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    """The grade of the requirement for the CV, and the CV's words for it."""
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
    if grade is not Grade.UNKNOWN:
        return grade, evidence
    others = [found.quote for found in candidate.held if order.is_beside(RequirementKind.DRIVING_LICENCE, found)]
    # Who lists one licence would have listed a larger one.
    return (Grade.MISSING, ", ".join(others)) if others else (Grade.UNKNOWN, "")


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
    if order.says(requirement.key, candidate):
        return Grade.LIKELY, ""
    return (Grade.MISSING if candidate.history else Grade.UNKNOWN), ""


def _skill(requirement: Requirement, candidate: CandidateProfile, order: Asked) -> tuple[Grade, str]:
    grade, evidence = _by_qualification(requirement, candidate, order)
    if grade is Grade.UNKNOWN and order.says(requirement.key, candidate):
        return Grade.LIKELY, ""
    return grade, evidence


def says(key: str, candidate: CandidateProfile) -> bool:
    """Whether the CV's own words hold every stem of the key, somewhere."""
    buckets = key_buckets(key)
    return bool(len(buckets)) and bool(np.isin(buckets, candidate.passages.terms).all())


@lru_cache(maxsize=10_000)
def key_buckets(key: str) -> NDArray[np.uint32]:
    """The buckets of the stems of a key, without words that stand everywhere."""
    words = [word.text for word in tokens(key) if fold(word.text) not in STOP_WORDS]
    return np.array([stem_bucket(stem(word)) for word in words], np.uint32)


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
