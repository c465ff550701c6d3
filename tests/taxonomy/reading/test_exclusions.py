"""What nobody proposed may have already is excluded, or at least never demanded."""

import pytest

from tests.taxonomy.reading.small_catalog import demands, read

EXCLUDED = [
    ("Udlærte tømrere skal vi IKKE have.", {"education tømrerx"}),
    ("Udlærte tømrere ansætter vi ikke.", {"education tømrerx"}),
    ("Vi tager ikke udlærte kokke.", {"education kokx"}),
    ("Ikke til en der er færdiguddannet kok.", {"education kokx"}),
    ("Ikke en erfaren bogholder.", {"experience bogholderx"}),
    ("Du er ikke pædagogisk uddannet.", {"education pædagogfaglig uddannelsex"}),
    ("Må ikke være sundhedsuddannet.", {"education sundhedsfaglig uddannelsex"}),
    ("Ingen kontoruddannelse i forvejen.", {"education kontoruddannelsex"}),
    ("Du er hverken uddannet kok eller tømrer i forvejen.", {"education kokx", "education tømrerx"}),
]


@pytest.mark.parametrize(("text", "expected"), EXCLUDED)
def test_an_education_that_nobody_may_have_already_is_excluded(text: str, expected: set[str]) -> None:
    assert demands(text) == expected


def test_what_is_counted_up_behind_an_exclusion_is_excluded_and_no_alternative() -> None:
    found = read("Ingen pædagogudd. i forvejen (hverken pædagog, PAU eller lærer).").requirements
    assert {(one.key, one.excluded, one.group) for one in found} == {
        ("pædagog", True, None),
        ("pædagogisk assistent", True, None),
        ("lærer", True, None),
    }


def test_no_education_in_a_list_of_demands_excludes_and_in_running_text_waives() -> None:
    assert demands("ingen sundhedsuddannelse", "must_have") == {"education sundhedsfaglig uddannelsex"}
    assert demands("Ingen sundhedsuddannelse nødvendig.") == {"education sundhedsfaglig uddannelse-"}


@pytest.mark.parametrize("field", ["text", "must_have"])
@pytest.mark.parametrize(
    "text",
    [
        "Må ikke have kørekort C i forvejen",
        "Du må ikke have truckcertifikat i forvejen",
        "Pædagoguddannelse ønskes ikke",
        "Du behøver ikke være uddannet kok i forvejen",
        "Hverken krav om truckcertifikat eller krancertifikat i forvejen",
        "Truckcertifikat? Ikke hos os.",
    ],
)
def test_what_may_not_or_need_not_be_there_is_never_demanded(field: str, text: str) -> None:
    assert not [one for one in read(text, field).requirements if not one.excluded]


@pytest.mark.parametrize("text", ["Du må ikke have noget på straffeattesten.", "Må ikke være under 18 år."])
def test_a_denied_bound_stays_a_demand(text: str) -> None:
    assert [one.hard for one in read(text).requirements] == [True]


@pytest.mark.parametrize("text", ["Ikke over 25 år.", "Du må ikke være over 25 år."])
def test_an_age_that_nobody_may_be_over_is_the_highest(text: str) -> None:
    assert demands(text) == {"age maksimumsalder 25!"}


@pytest.mark.parametrize(
    "text",
    [
        "Er du uddannet pædagog, så søg vores anden stilling.",
        "Er du allerede uddannet pædagog, er det ikke elevpladsen for dig.",
        "Er du uddannet pædagog, er jobbet ikke noget for dig.",
        "Er du uddannet pædagog, har vi et andet opslag til dig.",
    ],
)
def test_who_is_turned_away_for_an_education_is_not_asked_for_it(text: str) -> None:
    assert demands(text) == {"education pædagogx"}


def test_a_supposed_education_that_nobody_is_turned_away_for_is_no_exclusion() -> None:
    assert demands("Er du uddannet pædagog, er det en fordel.") == {"education pædagog?"}
    assert not any(
        one.excluded for one in read("Er du uddannet pædagog, er det ikke sikkert, vi svarer i dag.").requirements
    )
