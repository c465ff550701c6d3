"""CVs in the public format: checked and read, and written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from indexer.intake.checks import choice, identifier, text, truth
from indexer.intake.cv import Cv, Experience, Hours
from indexer.intake.danish_checks import day, postcode
from indexer.intake.json_form import without_defaults
from indexer.intake.number_checks import number, whole_number
from indexer.intake.problems import FieldProblem
from indexer.intake.shapes import ITEM_LIMIT, SHORT_LIMIT, TEXT_LIMIT, Shape, language_levels, list_of
from taxonomy.tables.match_scales import match_categories

LONGEST_CAREER = 80  # years
LONGEST_COMMUTE_KM = 1_000  # farther than from Gedser to Skagen and back


def match_category(field: str, value: object, problems: list[FieldProblem]) -> None:
    """A category of any scale that has been in force: CVs keep the one they came with."""
    known = match_categories()
    whole_number(known[0], known[-1])(field, value, problems)


EXPERIENCE_SHAPE = Shape(
    required={"title": text(ITEM_LIMIT)},
    optional={"employer_kind": text(ITEM_LIMIT, may_be_empty=True), "years": number(0, LONGEST_CAREER)},
)

CV_SHAPE = Shape(
    required={
        "id": identifier(SHORT_LIMIT),
        "headline": text(SHORT_LIMIT),
        "text": text(TEXT_LIMIT),
        "postcode": postcode,
        "match_category": match_category,
        "cv_approved": truth,
    },
    optional={
        "experience": list_of(EXPERIENCE_SHAPE),
        "education": list_of(text(ITEM_LIMIT)),
        "skills": list_of(text(ITEM_LIMIT)),
        "licences": list_of(text(ITEM_LIMIT)),
        "languages": language_levels,
        "desired_jobs": list_of(text(ITEM_LIMIT)),
        "max_commute_km": number(0, LONGEST_COMMUTE_KM),
        "availability": day,
        "hours": choice(Hours),
        "insured": truth,
        "age_group": text(SHORT_LIMIT, may_be_empty=True, one_line=True),
    },
)


def read_cv(mapping: object) -> Cv:
    """The CV that a parsed JSON object describes; raises IntakeError with every problem it has."""
    return cv_from_mapping(CV_SHAPE.refuse_problems(mapping))


def cv_from_mapping(mapping: Mapping[str, Any]) -> Cv:
    """The CV in a mapping that was checked before, such as one from the record."""
    given = {name: value for name, value in mapping.items() if value is not None}
    for name, convert in _CONVERSIONS.items():
        if name in given:
            given[name] = convert(given[name])
    return Cv(**given)


def cv_to_mapping(cv: Cv) -> dict[str, object]:
    """The CV in the public format, ready for JSON; reading it again gives an equal CV."""
    return without_defaults(cv)


def _experiences(values: list[Mapping[str, Any]]) -> tuple[Experience, ...]:
    return tuple(_experience(value) for value in values)


def _experience(value: Mapping[str, Any]) -> Experience:
    years = value.get("years")
    return Experience(value["title"], value.get("employer_kind") or "", None if years is None else float(years))


def _languages(value: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(value))


_CONVERSIONS: dict[str, Callable[[Any], object]] = {
    "experience": _experiences,
    "education": tuple,
    "skills": tuple,
    "licences": tuple,
    "languages": _languages,
    "desired_jobs": tuple,
    "max_commute_km": float,
    "availability": date.fromisoformat,
    "hours": Hours,
}
