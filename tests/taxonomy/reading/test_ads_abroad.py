"""Advertisements in English and Spanish: headings with a line of their own, and words that only look like ours."""

from __future__ import annotations

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField
from tests.taxonomy.reading.small_catalog import demands

_SPANISH = "Buscamos una persona para el cuidado de los mayores. Funciones principales: las curas y la higiene."
_ENGLISH = "You will look after a major cloud platform and our principal product."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Benefits\nFree parking. A yearly first aid course.", {"certificate førstehjælpsbevis-"}),
        ("Perks and benefits\nMassage and English classes.", {"skill massage-"}),
        ("What's in it for you\nHealth insurance\n\nAbout us\nWe sell insurance.", {"skill forsikring-"}),
        ("Det tilbyder vi\nFirmabil. Kursus i førstehjælp.", {"certificate førstehjælpsbevis-"}),
        ("Desirable\nDriving licence", {"driving_licence B?"}),
        ("Skills and experience\n* Excel", {"skill Excel!"}),
        ("What we offer\nA salary with yearly bonus and private health insurance.", {"skill forsikring-"}),
    ],
)
def test_a_heading_needs_no_colon(text: str, found: set[str]) -> None:
    assert demands(text) == found


def test_what_a_line_says_of_the_one_above_is_no_heading() -> None:
    assert "language dansk!" in demands("Truck\nIkke nødvendigt\nDansk")


def test_a_list_is_not_cut_from_its_heading() -> None:
    story = "We look after houses in the town and all the people in them. " * 15
    assert demands(f"{story}{story}\n\nDesirable\nDriving licence") == {"driving_licence B?"}


@pytest.mark.parametrize(
    "text",
    [
        "Qualifications:\n- Bachelor's degree in sales, law or finance is a plus.",
        "Din profil:\n- En bachelor i salg, jura eller økonomi er et plus.",
    ],
)
def test_what_a_whole_line_wishes_no_heading_demands(text: str) -> None:
    assert "education bachelor?" in demands(text)


def test_ordinary_words_of_another_language_are_no_titles() -> None:
    for text in (_SPANISH, _ENGLISH, "Principales tareas: atender a los clientes y la caja."):
        assert read_order([TextField("text", text)], load_catalog()).occupations == ()


def test_what_is_one_in_its_own_language_stays_a_title() -> None:
    named = read_order([TextField("text", f"{_SPANISH} Trabajas con un Data Scientist.")], load_catalog()).occupations
    assert [one.occupation for one in named] == ["data_scientist"]
    officer = read_order([TextField("text", "Vi søger en major med erfaring fra hæren.")], load_catalog()).occupations
    assert [one.occupation for one in officer] == ["officer"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You need experience as a data engineer or similar experience.", {"experience data engineer!"}),
        ("Refrigerated trailers are welcome.", set()),
        ("Requirements: Warmth and patience, and you work well in a team.", set()),
        ("Krav: Qortex og truck", {"skill qortex!", "certificate truckcertifikat!"}),
    ],
)
def test_english_words_are_no_names_of_ours(text: str, found: set[str]) -> None:
    assert demands(text) - {"experience erfaring!"} == found
