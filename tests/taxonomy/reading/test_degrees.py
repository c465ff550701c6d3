"""A degree is read by its field, and each field of a list by the frame before the first."""

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import RequirementKind, TextField

CATALOG = load_catalog()


@pytest.mark.parametrize(
    ("text", "educations"),
    [
        ("You have a degree in nursing.", {"sygeplejerske"}),
        ("Master's degree in economics, statistics or engineering.", {"cand.merc.", "matematiker", "civilingeniør"}),
        ("Bachelor's degree in engineering.", {"diplomingeniør"}),
        ("A bachelor's degree in chemistry.", {"bachelor"}),
        ("Du er kandidat i fysik eller biologi.", {"fysiker", "biolog"}),
        ("A social work degree is required.", {"socialrådgiver"}),
        ("MSc Pharmacy or similar is required.", {"farmaceut"}),
        ("You work in nursing and economics.", set()),
    ],
)
def test_the_field_says_which_education(text: str, educations: set[str]) -> None:
    found = read_order([TextField("text", text)], CATALOG).requirements
    assert {one.key for one in found if one.kind is RequirementKind.EDUCATION} == educations
