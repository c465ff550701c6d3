"""CVs in the public format."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from indexer.intake import FieldProblem, IntakeError, cv_to_mapping, read_cv
from indexer.intake.cv import Experience, Hours
from indexer.intake.shapes import LANGUAGE_LEVELS
from tests.indexer.samples import CV, cv


def problems_of(**changes: object) -> dict[str, str]:
    """The problems by field of the sample CV with some fields changed."""
    with pytest.raises(IntakeError) as refusal:
        read_cv({**CV, **changes})
    return {problem.field: f"{problem.problem} {problem.fix}" for problem in refusal.value.problems}


def test_every_field_of_the_public_format_is_read() -> None:
    read = cv()

    assert read.experience == (Experience("Lagermedarbejder", "grossist", 6.0),)
    assert read.languages == {"dansk": "modersmål", "engelsk": "B1"}
    assert read.hours is Hours.FULL_TIME
    assert (read.match_category, read.insured, read.cv_approved) == (1, True, True)


def test_six_required_fields_are_enough() -> None:
    needed = ("id", "headline", "text", "postcode", "match_category", "cv_approved")

    assert read_cv({name: CV[name] for name in needed}).insured is None


@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_match_category_outside_the_scale_is_refused(value: int) -> None:
    assert "fra 1 til 5" in problems_of(match_category=value)["match_category"]


@pytest.mark.parametrize("value", ["2", 2.0, True])
def test_a_match_category_is_a_whole_number(value: object) -> None:
    assert "Værdien skal være et heltal" in problems_of(match_category=value)["match_category"]


@pytest.mark.parametrize("value", ["true", 1, 0, "ja"])
def test_approval_is_true_or_false_and_nothing_like_it(value: object) -> None:
    assert "Værdien skal være sand/falsk" in problems_of(cv_approved=value)["cv_approved"]


@pytest.mark.parametrize("level", ["b1", "B3", "flydende", "", 3])
def test_a_language_level_off_the_scale_is_refused(level: object) -> None:
    assert list(problems_of(languages={"dansk": level})) == ["languages.dansk"]


def test_experience_is_refused_by_its_place_and_field() -> None:
    jobs = [{"title": "Kok"}, {"title": "", "years": -1}, {"titel": "Kok"}, "Kok"]

    assert list(problems_of(experience=jobs)) == [
        "experience[1].title",
        "experience[1].years",
        "experience[2].title",
        "experience[2].titel",
        "experience[3]",
    ]


def test_every_known_field_is_checked_against_a_wrong_type() -> None:
    wrong = {name: {"x": object} for name in CV}

    assert {field.split(".")[0] for field in problems_of(**wrong)} == set(CV)


words = some.text(some.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40).filter(
    lambda text: any(letter.isalnum() for letter in text)  # what shows nothing, and dots alone as an id, are refused
)
texts = some.lists(words, max_size=4)
years = some.none() | some.integers(0, 80) | some.floats(0, 80)
cv_mappings = some.fixed_dictionaries(
    {
        "id": words.map(str.strip),
        "headline": words,
        "text": words,
        "postcode": some.sampled_from(["2300", "1050", "8000"]),
        "match_category": some.integers(1, 5),
        "cv_approved": some.booleans(),
    },
    optional={
        "experience": some.lists(some.fixed_dictionaries({"title": words}, optional={"years": years}), max_size=3),
        "education": texts,
        "skills": texts,
        "licences": texts,
        "languages": some.dictionaries(words, some.sampled_from(LANGUAGE_LEVELS), max_size=3),
        "desired_jobs": texts,
        "max_commute_km": some.none() | some.floats(0, 1000),
        "availability": some.none()
        | some.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)).map(lambda day: day.isoformat()),
        "hours": some.sampled_from(["fuldtid", "deltid", "begge", None]),
        "insured": some.none() | some.booleans(),
        "age_group": some.sampled_from(["", "18-29"]),
    },
)


@given(cv_mappings)
def test_a_cv_survives_being_written_as_json_and_read_again(mapping: dict[str, object]) -> None:
    read = read_cv(mapping)

    assert read_cv(json.loads(json.dumps(cv_to_mapping(read)))) == read


json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=10,
)


@given(some.dictionaries(some.sampled_from([*CV, "ukendt"]), json_values))
def test_whatever_json_comes_it_is_read_or_refused_field_by_field(mapping: dict[str, object]) -> None:
    found = _problems({**CV, **mapping})

    assert all(problem.field.split(".")[0].split("[")[0] in mapping for problem in found)
    assert all(problem.problem and problem.fix for problem in found)


def _problems(mapping: dict[str, object]) -> tuple[FieldProblem, ...]:
    try:
        read_cv(mapping)
    except IntakeError as refusal:
        return refusal.problems
    return ()
