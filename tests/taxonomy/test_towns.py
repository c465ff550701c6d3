"""Towns that texts name, and what lies near them."""

from __future__ import annotations

import pytest

from taxonomy.towns import towns, towns_in, towns_near


@pytest.mark.parametrize(
    ("typed", "town", "left"),
    [
        ("salg i Roskilde", "Roskilde", "salg "),
        ("kok kbh k", "København K", "kok "),
        ("chauffør århus", "Aarhus", "chauffør "),
        ("sosu hjælper Vejle kommune", "Vejle", "sosu hjælper "),
        ("bogholder lyngby", "Kongens Lyngby", "bogholder "),
        ("job i Ringe", "Ringe", "job "),
        ("nykøbing f lager", "Nykøbing F", " lager"),
        ("pædagog Gladsaxe", "Gladsaxe", "pædagog "),
    ],
)
def test_a_town_is_found_with_the_preposition_before_it(typed: str, town: str, left: str) -> None:
    [found] = towns_in(typed, typed=True)
    assert found.town.name == town
    assert typed[: found.start] + typed[found.end :] == left


@pytest.mark.parametrize("typed", ["ringe til kunder", "vejen som arbejdsplads", "nykøbing", "stege og koge", ""])
def test_words_that_are_towns_too_and_names_of_several_towns_stay_words(typed: str) -> None:
    assert towns_in(typed, typed=True) == ()


def test_a_text_names_towns_with_a_capital_letter() -> None:
    said = "Kørsel mellem Roskilde og Aarhus C. Flemming og odense er ingen byer her."
    assert [one.town.name for one in towns_in(said)] == ["Roskilde", "Aarhus C"]


def test_a_postcode_is_near_its_own_town_and_those_around_it() -> None:
    near = towns_near("2630")
    assert {"taastrup", "roskilde", "ishoej"} <= near
    assert "aarhus" not in near
    assert towns_near("0000") == frozenset()
    assert all(found.key in towns() for found in towns().values())  # also under its short forms
