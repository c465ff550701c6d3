"""Finds the CV's own words behind the grade of a requirement, for the few people whose place is explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from matcher.candidates.profile import CandidateProfile, Qualification
from matcher.ranking.grades import LEVELS_OF_EDUCATIONS, Grade
from matcher.ranking.order_demands import AUTHORISED_JOB, TRAINED_JOB, OrderDemands
from matcher.ranking.said import tasks_named
from taxonomy.reading import includes
from taxonomy.reading.findings import Requirement, RequirementKind
from taxonomy.reading.requirements.vocabulary import education_level
from taxonomy.tasks.vocabulary import tasks_showing


def evidence_words(requirement: Requirement, grade: Grade, candidate: CandidateProfile, order: OrderDemands) -> str:
    """The words, or nothing where the CV is silent."""
    if grade is Grade.UNKNOWN:
        return ""
    if requirement.excluded:
        return _excluded(requirement, candidate, order) if grade is not Grade.PROVED else ""
    return WORDS.get(requirement.kind, _qualification)(requirement, grade, candidate, order)


def _excluded(requirement: Requirement, candidate: CandidateProfile, order: OrderDemands) -> str:
    if held := _holding(requirement, candidate.held):
        return held.quote
    levels = LEVELS_OF_EDUCATIONS.get(requirement.key, ())
    trained = (found for found in candidate.held if found.kind == RequirementKind.EDUCATION)
    if levels and (quoted := next((found.quote for found in trained if education_level(found.key) in levels), "")):
        return quoted
    title = order.title(requirement.key)
    return next((job.quote for job in candidate.history if job.occupation == title), "")


def _qualification(requirement: Requirement, grade: Grade, candidate: CandidateProfile, _: OrderDemands) -> str:
    found = _denial(requirement, candidate.denied) if grade is Grade.MISSING else _holding(requirement, candidate.held)
    return found.quote if found else ""


def _denial(requirement: Requirement, denied: Iterable[Qualification]) -> Qualification | None:
    """What is denied and belongs to what is required: without a driving licence there is none of C."""
    lacked = includes(requirement.kind, requirement.key)
    return next((one for one in denied if one.kind == requirement.kind and one.key in lacked), None)


def _listed(requirement: Requirement, grade: Grade, candidate: CandidateProfile, order: OrderDemands) -> str:
    """For what is missing, the things of its kind that the CV lists instead."""
    said = _qualification(requirement, grade, candidate, order)
    if said or grade is not Grade.MISSING:
        return said
    return ", ".join(found.quote for found in candidate.held if order.is_beside(requirement.kind, found))


def _language(requirement: Requirement, grade: Grade, candidate: CandidateProfile, order: OrderDemands) -> str:
    if held := candidate.languages.get(requirement.key):
        return f"{requirement.key} {held}"
    others = (name for name in candidate.languages if ("language", name) not in order.demands)
    return ", ".join(others) if grade is Grade.MISSING else ""


def _education(requirement: Requirement, grade: Grade, candidate: CandidateProfile, order: OrderDemands) -> str:
    if grade is Grade.LIKELY:
        return _worked(requirement, candidate, order, TRAINED_JOB)
    return _listed(requirement, grade, candidate, order)


def _authorisation(requirement: Requirement, grade: Grade, candidate: CandidateProfile, order: OrderDemands) -> str:
    if grade is Grade.LIKELY:
        return _worked(requirement, candidate, order, AUTHORISED_JOB)
    return _qualification(requirement, grade, candidate, order)


def _experience(requirement: Requirement, grade: Grade, candidate: CandidateProfile, order: OrderDemands) -> str:
    held = [job for job in candidate.history if order.is_about(requirement.key, job)]
    if held:
        return max(held, key=lambda job: (job.years or 0.0, job.quote)).quote
    skill = _holding(requirement, candidate.held, any_kind=True)
    if skill or grade is not Grade.LIKELY:
        return skill.quote if skill else ""
    tasks = {*tasks_named(requirement.key), *tasks_showing(requirement.key)}
    return next((task.quote for task in candidate.tasks if task.task in tasks), "")


def _skill(requirement: Requirement, grade: Grade, candidate: CandidateProfile, order: OrderDemands) -> str:
    said = _qualification(requirement, grade, candidate, order)
    if said or grade is not Grade.LIKELY:
        return said
    return next((task.quote for task in candidate.tasks if task.task in tasks_showing(requirement.key)), "")


def _worked(requirement: Requirement, candidate: CandidateProfile, order: OrderDemands, least: float) -> str:
    """The first job near enough to tell of the training or authorisation that is required."""
    return next((job.quote for job in candidate.history if order.is_about(requirement.key, job, least)), "")


def _holding(
    requirement: Requirement, held: Iterable[Qualification], *, any_kind: bool = False
) -> Qualification | None:
    for found in held:
        if (any_kind or found.kind == requirement.kind) and requirement.key in includes(found.kind, found.key):
            return found
    return None


Wording = Callable[[Requirement, Grade, CandidateProfile, OrderDemands], str]
WORDS: Mapping[RequirementKind, Wording] = {
    RequirementKind.DRIVING_LICENCE: _listed,
    RequirementKind.LANGUAGE: _language,
    RequirementKind.EDUCATION: _education,
    RequirementKind.AUTHORISATION: _authorisation,
    RequirementKind.EXPERIENCE: _experience,
    RequirementKind.SKILL: _skill,
}
