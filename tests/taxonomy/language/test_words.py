"""Normalising, folding, tokens, compounds and stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.language import (
    Lexicon,
    analyse,
    base_lexicon,
    expand_abbreviation,
    expand_ellipsis,
    fold,
    normalise,
    stem,
    tokens,
)


def test_normalising_drops_what_cannot_be_seen_and_keeps_one_space() -> None:
    assert normalise("  Lager\u200b\u00admand\n\t i\u00a0 nat\u0007 ") == "Lagermand i nat"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gaardmand", "Gårdmand"),
        ("raadhus", "Rådhus"),
        ("Soeren", "Søren"),
        ("kaereste", "Kæreste"),
        ("CAFÉ", "cafe"),
        ("Köchin", "Køchin"),
        ("A\u030alborg", "Aalborg"),
    ],
)
def test_two_spellings_of_a_word_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("chf m. C/E, 37 t", ["chf", "m", "C/E", "37", "t"]),
        ("sosu-hjælper kl. 22:00", ["sosu-hjælper", "kl", "22:00"]),
        ("lager- og truckfolk", ["lager-", "og", "truckfolk"]),
        ("C# og C++", ["C#", "og", "C++"]),
        ("1.500 kr. slut.Start nu", ["1.500", "kr", "slut", "Start", "nu"]),
        ("", []),
        ("—…!", []),
    ],
)
def test_a_text_is_cut_into_its_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("lagermedarbejder", ("lager", "medarbejder")),
        ("ostemester", ("ost", "mester")),
        ("jongleursmed", ("jongleursmed",)),
        ("Lagermedarbejderne", ("lager", "medarbejder")),
        ("aftenvagt", ("aften", "vagt")),
        ("nattevagter", ("natte", "vagt")),
        ("kontormedhjælper", ("kontor", "medhjælper")),
        ("butiksmedarbejder", ("butik", "medarbejder")),
        ("rengøringsassistenter", ("rengøring", "assistent")),
        ("elevatorteknikere", ("elevator", "tekniker")),
        ("elinstallatør", ("el", "installatør")),
        ("kundeservicemedarbejder", ("kundeservice", "medarbejder")),
        ("sosu-hjælper", ("sosu", "hjælper")),
        ("medarbejder", ("medarbejder",)),
        ("sygeplejerske", ("sygeplejerske",)),
        ("kørekort", ("kørekort",)),
        ("tidligere", ("tidligere",)),
        ("udfordringer", ("udfordringer",)),
        ("bogholder", ("bogholder",)),
    ],
)
def test_a_compound_is_split_and_a_plain_word_is_not(word: str, parts: tuple[str, ...]) -> None:
    assert base_lexicon().split(word) == parts


def test_a_lexicon_knows_a_word_with_an_ending() -> None:
    assert Lexicon(["kok"]).base_of("kokkene") == "kok"
    assert Lexicon(["kok"]).base_of("bager") is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("lager- og truckmedarbejder", ["lagermedarbejder"]),
        ("aften- eller nattevagt", ["aftenvagt"]),
        ("dag-, aften- og nattevagter", ["dagvagt", "aftenvagt"]),
        ("lager og truck", []),
        ("lager-", []),
    ],
)
def test_the_shared_end_of_cut_compounds_is_given_back(text: str, meant: list[str]) -> None:
    assert [word for _, _, word in expand_ellipsis(tokens(text))] == meant


def test_an_abbreviation_is_written_out_with_or_without_its_dot() -> None:
    assert expand_abbreviation("Medarb.") == "medarbejder"
    assert expand_abbreviation("tlf") == "telefon"
    assert expand_abbreviation("truck") is None


def test_inflections_share_a_stem() -> None:
    assert stem("Chaufførerne") == stem("chauffoer")
    assert stem("butikker") == stem("butik")


def test_a_query_meets_a_document_that_writes_the_word_otherwise() -> None:
    assert set(analyse("lager medarbejder")) <= set(analyse("Lagermedarbejdere søges"))
    assert set(analyse("sosuhjælper")) <= set(analyse("SOSU-hjælper til plejehjem"))
    assert set(analyse("raadgiver")) <= set(analyse("rådgivere"))
    assert "lagermedarbejd" in analyse("lager- og truckmedarbejder")


def test_stop_words_are_no_index_tokens() -> None:
    assert analyse("og der er en til") == ()


@given(st.text())
def test_any_text_is_cut_at_its_own_places(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
    assert analyse(text) == analyse(text)


@given(st.text(max_size=80))
def test_folding_and_splitting_take_any_word(word: str) -> None:
    assert isinstance(fold(word), str)
    assert base_lexicon().split(word)
