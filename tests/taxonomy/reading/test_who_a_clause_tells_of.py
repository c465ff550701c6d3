"""What is told of people who are not sought is nobody's demand; what whoever is sought has, knows or can, is."""

from __future__ import annotations

import pytest

from tests.taxonomy.reading.small_catalog import demands

NOBODYS = [
    "Kontaktperson: Lene, uddannet sygeplejerske",
    "Mvh Pernille, uddannet lærer",
    "Andelsforeningen søger en afløser for vores lagermand, som har været her i 22 år og er udlært tømrer.",
    "Den forrige var udlært bådebygger.",
    "Din kollega Lis er uddannet frisør.",
    "Vi er 5 uddannede pædagoger.",
    "Du bliver del af et team af uddannede jurister.",
    "Du får en kollega, der er uddannet sygeplejerske.",
    "Vores ledere er uddannede jurister.",
    "De andre taler polsk.",
    "Vi er tre læger, som taler dansk, persisk og svensk.",
    "Vi er et lille hold omkring min elektriker, som har truckcertifikat.",
]
THEIRS = [
    (
        "Vi mangler en, der kan fejlfinde på Windows og skrive nyhedsbreve.",
        {"fejlfinding!", "Windows!", "nyhedsbreve!"},
    ),
    ("Jeg søger en hjælper til dagvagter, som har kørekort og kender Excel", {"B!", "Excel!"}),
    ("Vi vil helst have en, der kan SAP", {"SAP?"}),
    ("Vi ønsker os en, der kan SAP", {"SAP?"}),
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_a_contact_or_a_predecessor_is_demands_nothing(text: str) -> None:
    assert demands(text) == set()


@pytest.mark.parametrize(("text", "found"), THEIRS)
def test_what_whoever_is_sought_can_is_demanded_unless_it_is_wished_for(text: str, found: set[str]) -> None:
    assert {one.split(" ", 1)[1] for one in demands(text)} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du skal ikke være yngre end 25", {"age minimumsalder 25!"}),
        ("Har du kran, er det ikke noget, vi får brug for.", {"certificate krancertifikat-"}),
        ("Truckcertifikat, og har du det ikke, kan vi ikke bruge dig", {"certificate truckcertifikat!"}),
        ("Vi har kun brug for dig, hvis du har bil", {"own_car egen bil!"}),
        ("Du har en HD i regnskab", {"education HD!"}),
        ("Dansk, så du kan hjælpe kunderne", {"language dansk!"}),
        ("Forhandlingsengelsk er et krav", {"language engelsk!"}),
        ("En stor hjælp, hvis du kan SAP", {"skill SAP?"}),
    ],
)
def test_what_a_clause_demands_or_denies_by_what_follows_from_it(text: str, found: set[str]) -> None:
    assert demands(text) == found
