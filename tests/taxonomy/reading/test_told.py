"""What a text only tells of is asked of nobody; what it asks for in the same voice is."""

import pytest

from tests.taxonomy.reading.small_catalog import demands, read
from tests.taxonomy.reading.told_table import ASKED, TOLD

THINGS = {
    "kørekort": "B",
    "truckcertifikat": "truckcertifikat",
    "hygiejnebevis": "hygiejnebevis",
    "svendebrev": "erhvervsuddannelse",
}


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("frame", TOLD)
def test_what_is_only_told_of_is_asked_of_nobody(frame: str, thing: str) -> None:
    found = read(f"Travlt sted. {frame.format(x=thing)}").requirements
    assert not [one for one in found if one.key == THINGS[thing]]


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("frame", ASKED)
def test_what_is_asked_for_in_the_same_voice_is_demanded(frame: str, thing: str) -> None:
    found = read(f"Travlt sted. {frame.format(x=thing)}").requirements
    assert [one.hard for one in found if one.key == THINGS[thing]] == [True]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("krav: C", {"driving_licence C!"}),
        ("C/E kræves ikke, C gør", {"driving_licence C!", "driving_licence C/E-"}),
        ("Tidligere krævede vi C/E, nu er C nok.", {"driving_licence C!", "driving_licence C/E-"}),
        ("B.", {"driving_licence B!"}),
        ("lastbil, altså C og ikke C/E", {"driving_licence C!", "driving_licence C/E-"}),
    ],
)
def test_a_letter_that_is_set_against_another_or_stands_alone_in_a_note_is_a_licence(
    text: str, asked: set[str]
) -> None:
    assert demands(text) == asked


def test_ages_between_which_somebody_is_to_be_are_no_years_of_experience() -> None:
    found = read("Du er mellem 18 og 25 år og har erfaring fra butik.").requirements
    assert {(one.key, one.level) for one in found if one.kind == "age"} == {
        ("minimumsalder", "18"),
        ("maksimumsalder", "25"),
    }
    assert [one.level for one in found if one.kind == "experience"] == [None]


@pytest.mark.parametrize("text", ["klinikassistent uddannet eller oplært", "faglært eller ufaglært tømrer"])
def test_training_beside_which_untrained_people_will_do_is_a_wish(text: str) -> None:
    assert not [one for one in read(text).requirements if one.hard]


@pytest.mark.parametrize("text", ["kok til kantine", "2 kokke fra mandag"])
def test_a_bare_cook_is_the_job_and_no_training(text: str) -> None:
    assert not [one for one in read(text).requirements if one.kind == "education"]


@pytest.mark.parametrize("text", ["ren RKI kræves", "man må ikke stå i RKI", "RKI tjekkes"])
def test_a_register_of_debtors_is_no_skill(text: str) -> None:
    assert demands(text) == set()


def test_what_stands_under_a_heading_about_the_firm_is_demanded_of_nobody() -> None:
    text = "Om os:\nVi er 40 ansatte, som alle taler godt dansk og har kørekort C.\nKrav:\nKørekort B"
    assert {one for one in demands(text) if one.endswith("!")} == {"driving_licence B!"}
    assert "driving_licence B!" in demands("Om virksomheden: Vi kører blomster ud. Du skal have kørekort B.")
