"""One requirement against everybody's facts, kind by kind: what proves it, what makes it likely, what denies it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from matcher.candidates.crowd import Mask, Profiles, among
from matcher.candidates.facts import KIND_NUMBERS, LEVELS, FactKind, code, codes
from matcher.ranking.grades import (
    ANY_EXPERIENCE,
    EXCLUDED,
    LEVELS_OF_EDUCATIONS,
    LIKELY,
    MISSING,
    PROVED,
    SHORT,
    UNKNOWN,
    GradeIndices,
)
from matcher.ranking.order_demands import AUTHORISED_JOB, TRAINED_JOB, OrderDemands, codes_denying, codes_proving
from matcher.ranking.said import say, tasks_named
from taxonomy.reading.findings import Requirement, RequirementKind
from taxonomy.tasks.vocabulary import tasks_showing

EDUCATION_LEVELS = {
    level: place for place, level in enumerate(("ufaglaert", "faglaert", "kort", "mellemlang", "lang"), start=1)
}
SCHOOL = "folkeskolens afgangseksamen"  # whoever has begun any further education has left school
# What somebody can do the work without: "fire år i butik" is no training.
PAPERS = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION, RequirementKind.CERTIFICATE})
DONE_FROM = 0.5  # share from which a task is done often enough to be experience (matcher/candidates/tasks.py)
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


def grade_requirement(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    """The grade of the requirement for everybody. Shape (n,)."""
    if requirement.excluded:
        return _excluded(requirement, people, order)
    return GRADERS.get(requirement.kind, _by_qualification)(requirement, people, order)


def _excluded(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    """Completed education counts, wishes and unfinished courses do not; a job held under its title comes near it."""
    has = people.have(FactKind.HELD, codes_proving(requirement))
    if levels := LEVELS_OF_EDUCATIONS.get(requirement.key):
        has |= people.have_key(FactKind.EDUCATION_LEVEL, *levels)
    title = order.title(requirement.key)
    worked = people.have_key(FactKind.HISTORY, *filter(None, (title,)))
    return _first((has, EXCLUDED), (worked, SHORT if requirement.kind in PAPERS else EXCLUDED), default=PROVED)


def _by_qualification(requirement: Requirement, people: Profiles, _: OrderDemands) -> GradeIndices:
    held, denied = (
        people.have(FactKind.HELD, codes_proving(requirement)),
        people.have(FactKind.DENIED, codes_denying(requirement)),
    )
    return _first((held, PROVED), (denied, MISSING))


def _driving_licence(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    # Who lists one licence would have listed a larger one.
    listed = _beside(RequirementKind.DRIVING_LICENCE, people, order)
    return _where_silent(_by_qualification(requirement, people, order), (listed, MISSING))


def _language(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    rows, level = people.rows(FactKind.LANGUAGE), np.zeros(len(people), np.float32)
    named = rows.codes == code(requirement.key)
    level[rows.owner[named]] = rows.amounts[named]
    short_by = LEVELS.get(requirement.level or "A1", 1) - level
    demanded = [key for kind, key in order.demands if kind == RequirementKind.LANGUAGE]
    beside = ~among(rows.codes, np.array([code(key) for key in demanded], np.uint64))
    writes = people.have_key(FactKind.TEXT_LANGUAGE, *filter(None, (LANGUAGE_CODES.get(requirement.key),)))
    silent = level == 0
    return _first(
        (silent & writes, LIKELY),
        (silent & people.owners(rows.owner[beside]), MISSING),
        (silent, UNKNOWN),
        (short_by <= 0, PROVED),
        (short_by == 1, SHORT),
        default=MISSING,
    )


def _education(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    known = _by_qualification(requirement, people, order)
    if wanted := EDUCATION_LEVELS.get(requirement.key):
        levels = [(_at_level(people, *_levels(wanted)), PROVED), (_at_level(people, wanted - 1), SHORT)]
        return _where_silent(known, *levels, (people.have_any(FactKind.EDUCATION_LEVEL), MISSING))
    worked = people.have(FactKind.HISTORY, order.related(requirement.key, TRAINED_JOB))
    listed = _beside(RequirementKind.EDUCATION, people, order)
    return _where_silent(known, (worked, LIKELY), (listed, LIKELY if requirement.key == SCHOOL else MISSING))


def _levels(wanted: int) -> range:
    return range(wanted, len(EDUCATION_LEVELS) + 1)


def _at_level(people: Profiles, *places: int) -> Mask:
    return people.have_key(FactKind.EDUCATION_LEVEL, *(level for level, at in EDUCATION_LEVELS.items() if at in places))


def _authorisation(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    worked = people.have(FactKind.HISTORY, order.related(requirement.key, AUTHORISED_JOB))
    return _where_silent(_by_qualification(requirement, people, order), (worked, LIKELY))


def _experience(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    if requirement.key == ANY_EXPERIENCE and not order.sought:
        return np.full(len(people), UNKNOWN, np.int8)
    rows = people.rows(FactKind.HISTORY)
    about = among(rows.codes, order.related(requirement.key))
    owner, own_years = rows.owner[about], rows.years[about]
    years = np.bincount(owner, np.nan_to_num(own_years), len(people))
    held, known = people.owners(owner), people.owners(owner[~np.isnan(own_years)])
    return _first(
        (held & (years >= float(requirement.level or 0)), PROVED),
        (held & known & (years > 0), SHORT),
        (held, LIKELY),
        (people.have(FactKind.HELD, codes_proving(requirement, any_kind=True)), LIKELY),
        (say(people, requirement.key), LIKELY),
        (_have_done(people, requirement), LIKELY),
        (people.have_any(FactKind.HISTORY), MISSING),
    )


def _have_done(people: Profiles, requirement: Requirement) -> Mask:
    """Who has done, in whatever job, what experience is demanded with; what is wished for is counted as tasks are."""
    if not requirement.hard:
        return people.nobody()
    rows = people.rows(FactKind.TASK)
    surely = (rows.amounts >= DONE_FROM) & among(rows.codes, codes(tasks_named(requirement.key)))
    # A skill that its tasks show is shown by them as experience too: "vant til kundekontakt" may be read as either.
    return people.owners(rows.owner[surely | among(rows.codes, codes(tasks_showing(requirement.key)))])


def _skill(requirement: Requirement, people: Profiles, order: OrderDemands) -> GradeIndices:
    known = _by_qualification(requirement, people, order)
    done = people.have_key(FactKind.TASK, *tasks_showing(requirement.key))
    return _where_silent(known, (say(people, requirement.key), LIKELY), (done, LIKELY))


def _beside(kind: RequirementKind, people: Profiles, order: OrderDemands) -> Mask:
    """Who holds something of the kind that proves nothing demanded."""
    rows = people.rows(FactKind.HELD)
    of_kind = rows.amounts == KIND_NUMBERS[kind]
    return people.owners(rows.owner[of_kind & ~among(rows.codes, order.demanded(kind))])


def _first(*cases: tuple[Mask, int], default: int = UNKNOWN) -> GradeIndices:
    """For everybody the grade of the first case that holds. Shape (n,)."""
    found = np.full(len(cases[0][0]), default, np.int8)
    for holds, grade in reversed(cases):
        found[holds] = grade
    return found


def _where_silent(known: GradeIndices, *cases: tuple[Mask, int]) -> GradeIndices:
    """The grades known, and where nothing is known those of the first case that holds."""
    return np.where(known == UNKNOWN, _first(*cases), known)


Grader = Callable[[Requirement, Profiles, OrderDemands], GradeIndices]
GRADERS: Mapping[RequirementKind, Grader] = {
    RequirementKind.DRIVING_LICENCE: _driving_licence,
    RequirementKind.LANGUAGE: _language,
    RequirementKind.EDUCATION: _education,
    RequirementKind.AUTHORISATION: _authorisation,
    RequirementKind.EXPERIENCE: _experience,
    RequirementKind.SKILL: _skill,
}
