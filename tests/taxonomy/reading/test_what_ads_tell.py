"""What advertisements tell of the work, the team and the house is asked of nobody."""

from __future__ import annotations

import pytest

from tests.taxonomy.reading.small_catalog import demands, read


@pytest.mark.parametrize(
    "text",
    [
        "Du skal udvikle og vedligeholde vores websites med fokus på salg og branding.",
        "I tæt samarbejde med salg og marketing skal du tage hånd om vores kanaler.",
        "Som vidensansvarlig sygeplejerske skal du udvikle området.",
        "Så er jobbet som underviser på mureruddannelsen måske noget for dig.",
        "Vi søger en vejleder til vores elever på erhvervsuddannelserne.",
        "Kan du drive og udvikle et site som skat.dk?",
        "Du bliver en del af et team bestående af 9 erfarne og engagerede medarbejdere.",
        "CO2-kvotelovgivning",
    ],
)
def test_what_an_ad_tells_of_work_and_house_is_no_demand(text: str) -> None:
    assert {one for one in demands(text) if not one.endswith("-")} == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du har erfaring med lejer Gode engelskkundskaber Høj fokus", {"experience lejer!", "language engelsk B2!"}),
        ("Uddannet sygeplejerske til dagvagt på plejehjemmet Poppelbo", {"education sygeplejerske!"}),
        ("Gartnerfaglig baggrund, ikke nødv. udlært.", {"education gartner!", "education erhvervsuddannelse-"}),
        ("Degree in computer science or self-taught, we don't mind.", {"education cand.it.-"}),
        ("You've got a driving licence", {"driving_licence B!"}),
    ],
)
def test_what_it_asks_for_is_read_without_what_stands_beside(text: str, found: set[str]) -> None:
    assert demands(text) == found


def test_hours_may_be_english() -> None:
    assert read("25-30 hrs").terms.hours_per_week == (25.0, 30.0)


def test_a_misspelt_denial_sets_an_age_too() -> None:
    assert demands("ikk under 18") == {"age minimumsalder 18!"}
