"""How well a CV proves what an order demands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from matcher.candidates.crowd import crowd_of
from matcher.candidates.profile import CandidateProfile, Named, TaskShown
from matcher.ranking.demands import Demands
from matcher.ranking.grades import Grade, GradedDemand
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Requirement
from tests.factories import asked, candidate, profile, shown

C = asked("driving_licence", "C")
TRUCK = asked("certificate", "truckcertifikat B")
NURSE = asked("authorisation", "sygeplejerske")
DANISH = asked("language", "dansk", "B2")
CARPENTER = asked("education", "tømrer")
SKILLED = asked("education", "faglaert")
TWO_YEARS = asked("experience", "lagermedarbejder", "2")
CRIMINAL = asked("criminal_record", "straffeattest")


def _worked(occupation: str, years: float | None = None) -> dict[str, Any]:
    return {"history": (Named(occupation, 1.0, occupation, years),)}


def _holds(kind: str, key: str) -> dict[str, Any]:
    return {"held": (shown(kind, key),)}


def grade_demands(
    requirements: Sequence[Requirement], found: CandidateProfile, catalog: Catalog
) -> tuple[GradedDemand, ...]:
    demands = Demands(requirements, catalog)
    return demands.graded_demands(demands.grade(crowd_of([candidate(found)]).profiles), 0, found)


@pytest.mark.parametrize(
    ("requirement", "facts", "grade"),
    [
        (C, _holds("driving_licence", "C"), Grade.PROVED),
        (C, _holds("driving_licence", "C/E"), Grade.PROVED),
        (asked("driving_licence", "B"), _holds("driving_licence", "C/E"), Grade.PROVED),
        (asked("driving_licence", "C/E"), _holds("driving_licence", "C"), Grade.MISSING),
        (C, {}, Grade.UNKNOWN),
        (C, _holds("driving_licence", "B"), Grade.MISSING),
        (C, {"denied": (shown("driving_licence", "C"),)}, Grade.MISSING),
        (C, {"denied": (shown("driving_licence", "B"),)}, Grade.MISSING),
        (asked("driving_licence", "B"), {"denied": (shown("driving_licence", "C"),)}, Grade.UNKNOWN),
        (TRUCK, {"denied": (shown("certificate", "truckcertifikat"),)}, Grade.MISSING),
        (
            asked("certificate", "truckcertifikat"),
            {"denied": (shown("certificate", "truckcertifikat A"),)},
            Grade.UNKNOWN,
        ),
        (TRUCK, _holds("certificate", "truckcertifikat B"), Grade.PROVED),
        (asked("certificate", "truckcertifikat"), _holds("certificate", "truckcertifikat B"), Grade.PROVED),
        (TRUCK, _holds("certificate", "truckcertifikat A"), Grade.UNKNOWN),
        (TRUCK, _holds("skill", "truckcertifikat B"), Grade.UNKNOWN),
        (TRUCK, {}, Grade.UNKNOWN),
        (TRUCK, {"denied": (shown("certificate", "truckcertifikat B"),)}, Grade.MISSING),
        (NURSE, _holds("authorisation", "sygeplejerske"), Grade.PROVED),
        (NURSE, _worked("sygeplejerske"), Grade.LIKELY),
        (asked("authorisation", "social- og sundhedsassistent"), _worked("plejevikar"), Grade.UNKNOWN),
        # Who may work as a nurse is no authorised assistant.
        (asked("authorisation", "social- og sundhedsassistent"), _worked("sygeplejerske"), Grade.UNKNOWN),
        (NURSE, {}, Grade.UNKNOWN),
        (NURSE, {"denied": (shown("authorisation", "sygeplejerske"),)}, Grade.MISSING),
        (DANISH, {"languages": {"dansk": "C1"}}, Grade.PROVED),
        (DANISH, {"languages": {"dansk": "modersmål"}}, Grade.PROVED),
        (DANISH, {"languages": {"dansk": "B1"}}, Grade.SHORT),
        (DANISH, {"languages": {"dansk": "A2"}}, Grade.MISSING),
        (DANISH, {"languages": {"polsk": "modersmål"}}, Grade.MISSING),
        (DANISH, {"text_language": "da"}, Grade.LIKELY),
        (DANISH, {"text_language": "pl"}, Grade.UNKNOWN),
        (CARPENTER, _holds("education", "tømrer"), Grade.PROVED),
        (CARPENTER, _worked("toemrer"), Grade.LIKELY),
        (asked("education", "social- og sundhedsassistent"), _worked("nattevagt_i_plejen"), Grade.UNKNOWN),
        (CARPENTER, _holds("education", "murer"), Grade.MISSING),
        (asked("education", "folkeskolens afgangseksamen"), _holds("education", "murer"), Grade.LIKELY),
        (asked("education", "folkeskolens afgangseksamen"), {}, Grade.UNKNOWN),
        (CARPENTER, {}, Grade.UNKNOWN),
        (SKILLED, {"education_level": "kort"}, Grade.PROVED),
        (SKILLED, {"education_level": "ufaglaert"}, Grade.SHORT),
        (asked("education", "lang"), {"education_level": "faglaert"}, Grade.MISSING),
        (SKILLED, {}, Grade.UNKNOWN),
        (TWO_YEARS, _worked("lagermedarbejder", 2.0), Grade.PROVED),
        (TWO_YEARS, _worked("lagermedarbejder", 1.0), Grade.SHORT),
        (TWO_YEARS, _worked("lagermedarbejder"), Grade.LIKELY),
        (TWO_YEARS, _worked("sygeplejerske", 9.0), Grade.MISSING),
        (TWO_YEARS, {}, Grade.UNKNOWN),
        (CRIMINAL, {}, Grade.UNKNOWN),
        (asked("education", "tømrer", excluded=True), _holds("education", "tømrer"), Grade.EXCLUDED),
        (asked("education", "tømrer", excluded=True), {}, Grade.PROVED),
    ],
)
def test_a_demand_is_graded(requirement: Requirement, facts: dict[str, Any], grade: Grade, catalog: Catalog) -> None:
    (graded,) = grade_demands([requirement], profile(**facts), catalog)

    assert graded.grade is grade


def test_the_cv_s_own_words_are_the_evidence(catalog: Catalog) -> None:
    held, denied = _holds("driving_licence", "C/E"), {"denied": (shown("certificate", "truckcertifikat B"),)}

    graded = grade_demands([C, TRUCK], profile(**held, **denied), catalog)

    assert [found.evidence for found in graded] == ["C/E", "truckcertifikat B"]


def test_a_task_done_makes_the_skill_that_it_takes_likely_and_is_its_evidence(catalog: Catalog) -> None:
    phoned = profile(tasks=(TaskShown("passe telefon", 0.6, "omstilling"),))

    graded = grade_demands([asked("skill", "telefonpasning"), asked("skill", "svejsning")], phoned, catalog)

    assert [(found.grade, found.evidence) for found in graded] == [(Grade.LIKELY, "omstilling"), (Grade.UNKNOWN, "")]


def test_a_task_done_makes_experience_with_it_likely_where_it_is_demanded(catalog: Catalog) -> None:
    done = profile(tasks=(TaskShown("gøre rent", 1.0, "gjort rent"),), history=(Named("kok", 1.0, "Kok", 2.0),))
    demanded = asked("experience", "rengøring")

    def graded(one: Requirement) -> tuple[Grade, str]:
        found = grade_demands([one], done, catalog)[0]
        return found.grade, found.evidence

    assert graded(demanded) == (Grade.LIKELY, "gjort rent")
    served = profile(tasks=(TaskShown("betjene kunder", 0.3, "Kok"),), history=done.history)
    assert grade_demands([asked("experience", "kundeservice")], served, catalog)[0].grade is Grade.LIKELY
    assert graded(replace(demanded, hard=False)) == (Grade.MISSING, "")


def test_one_alternative_is_enough(catalog: Catalog) -> None:
    either = [asked("language", "tysk", "B1", group=0), asked("language", "engelsk", "B1", group=0)]

    (graded,) = grade_demands(either, profile(languages={"engelsk": "C1", "polsk": "modersmål"}), catalog)

    assert (graded.requirement.key, graded.grade) == ("engelsk", Grade.PROVED)


def test_two_groups_of_alternatives_are_two_demands(catalog: Catalog) -> None:
    demands = [
        asked("language", "tysk", group=0),
        asked("language", "engelsk", group=0),
        asked("certificate", "ADR", group=1),
    ]

    graded = grade_demands(demands, profile(languages={"tysk": "B1"}), catalog)

    assert [found.grade for found in graded] == [Grade.PROVED, Grade.UNKNOWN]


def test_what_one_alternative_asks_by_itself_too_is_asked_once(catalog: Catalog) -> None:
    either = [asked("skill", "SD Løn", hard=False, group=0), asked("skill", "Visma Løn", hard=False, group=0)]
    alone = asked("skill", "SD Løn", hard=False)

    graded = grade_demands([*either, alone], profile(), catalog)

    assert [found.requirement.key for found in graded] == ["SD Løn"]
    assert len(grade_demands([*(replace(one, hard=True) for one in either), alone], profile(), catalog)) == 2


def test_age_is_no_demand_of_ranking(catalog: Catalog) -> None:
    assert grade_demands([asked("age", "minimumsalder", "18")], profile(), catalog) == ()


def test_a_demand_said_twice_counts_once_at_its_strictest(catalog: Catalog) -> None:
    twice = [
        asked("language", "dansk", "A2", hard=False),
        asked("language", "dansk", "B2"),
        asked("language", "dansk", "A1"),
    ]

    (graded,) = grade_demands(twice, profile(languages={"dansk": "B1"}), catalog)

    assert (graded.requirement.level, graded.grade) == ("B2", Grade.SHORT)


@pytest.mark.parametrize(
    ("demands", "proof", "other"),
    [
        ([C, asked("driving_licence", "D")], _holds("driving_licence", "D"), "C"),
        ([DANISH, asked("language", "engelsk", "B1")], {"languages": {"engelsk": "B1"}}, "dansk"),
        ([CARPENTER, asked("education", "murer")], _holds("education", "murer"), "tømrer"),
    ],
)
def test_proof_of_one_demand_makes_no_other_missing(
    demands: list[Requirement], proof: dict[str, Any], other: str, catalog: Catalog
) -> None:
    graded = {found.requirement.key: found.grade for found in grade_demands(demands, profile(**proof), catalog)}

    assert graded[other] is Grade.UNKNOWN


@pytest.mark.parametrize(
    ("excluded", "level", "grade"),
    [
        ("videregående uddannelse", "mellemlang", Grade.EXCLUDED),
        ("videregående uddannelse", "faglaert", Grade.PROVED),
        ("erhvervsuddannelse", "faglaert", Grade.EXCLUDED),
        ("erhvervsuddannelse", None, Grade.PROVED),
    ],
)
def test_a_sort_of_education_that_is_excluded_is_known_by_its_level(
    catalog: Catalog, excluded: str, level: str | None, grade: Grade
) -> None:
    requirement = replace(asked("education", excluded), excluded=True)
    (demand,) = grade_demands([requirement], profile(education_level=level), catalog)
    assert demand.grade == grade


@pytest.mark.parametrize(("kind", "grade"), [("education", Grade.SHORT), ("experience", Grade.EXCLUDED)])
def test_a_job_held_comes_near_an_excluded_education_and_is_the_excluded_experience(
    catalog: Catalog, kind: str, grade: Grade
) -> None:
    held = profile(history=(Named("butiksassistent", 1.0, "Butiksassistent", 4.0),))
    (demand,) = grade_demands([replace(asked(kind, "butiksassistent"), excluded=True)], held, catalog)
    assert (demand.grade, demand.evidence) == (grade, "Butiksassistent")


def test_the_words_of_an_excluded_sort_of_education_are_told(catalog: Catalog) -> None:
    requirement = replace(asked("education", "videregående uddannelse"), excluded=True)
    found = profile(education_level="mellemlang", **_holds("education", "pædagog"))
    (demand,) = grade_demands([requirement], found, catalog)
    assert demand.evidence == "pædagog"


def test_a_demand_that_another_includes_is_told_once(catalog: Catalog) -> None:
    general = asked("certificate", "truckcertifikat")
    for requirements in ([general, TRUCK], [TRUCK, general]):
        graded = grade_demands(requirements, profile(**_holds("certificate", "truckcertifikat B")), catalog)
        assert [found.requirement.key for found in graded] == ["truckcertifikat B"]


def test_a_demand_stays_beside_a_wish_that_includes_it(catalog: Catalog) -> None:
    wish = replace(asked("driving_licence", "C/E"), hard=False)
    graded = grade_demands([C, wish], profile(), catalog)
    assert {found.requirement.key for found in graded} == {"C", "C/E"}
