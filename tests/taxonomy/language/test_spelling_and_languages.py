"""Likely misspellings, and which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.language import SpellingIndex, is_likely_slip, text_language

KNOWN = SpellingIndex(
    ["chauffør", "lagermedarbejder", "rengøringsassistent", "tømrer", "sygeplejerske", "bogholder", "hygiejnebevis"]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chaffør", "chauffør"),
        ("chauffoer", "chauffør"),
        ("lagermedabejder", "lagermedarbejder"),
        ("rengøringsasistent", "rengøringsassistent"),
        ("tømmrer", "tømrer"),
        ("sygeplejeske", "sygeplejerske"),
        ("boholder", "bogholder"),
        ("hygienebevis", "hygiejnebevis"),
        ("tømrer", "tømrer"),
        ("sygepleje", None),
        ("bogholderi", None),
        ("kok", None),
        ("", None),
    ],
)
def test_a_misspelt_word_finds_the_one_it_stands_for(typed: str, meant: str | None) -> None:
    assert KNOWN.nearest(typed) == meant


def test_two_equally_near_words_give_none() -> None:
    assert SpellingIndex(["maler", "mager"]).nearest("mafer") is None


@pytest.mark.parametrize(("typed", "meant"), [("tænker", "tækker"), ("blanding", "branding"), ("mangler", "mægler")])
def test_another_word_is_no_slip(typed: str, meant: str) -> None:
    assert not is_likely_slip(typed, meant)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jeg har arbejdet på lager i seks år og kører truck", "da"),
        ("I have worked in a warehouse for ten years", "en"),
        ("Szukam pracy jako magazynier, mam prawo jazdy kat. B", "pl"),
        ("أبحث عن عمل في مستودع", "ar"),
        ("Я шукаю роботу на складі, їжджу машиною", "uk"),
        ("Ich bin Koch und suche Arbeit in der Küche", "de"),
        ("Jeg jobbet som sykepleier og har ikke førerkort", "no"),
        ("Jag har arbetat som undersköterska och söker jobb", "sv"),
        ("Junior regnskab. Revisorassistent to år. Moms, Dinero. Fuldtid.", "da"),
        ("SSA-elev. GF2 bestået i juni. Går efter elevplads i en kommune.", "da"),
        ("IT. Drift, servere, printere, brugere.", "da"),
        ("Temizlik değil. Mutfakta çalışmak istiyorum.", "tr"),
        ("Nimefanya kazi katika hoteli miaka mitano, mapokezi na usafi.", "und"),
        ("Nag trabaho ako sa hotel ng limang taon", "und"),
        ("Truck, lager, pluk, pak, reach, stabler", "da"),
        ("Lager", "da"),
        ("", "da"),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: str) -> None:
    assert text_language(text) == language


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert text_language(text)


@given(st.text(max_size=40))
def test_any_word_can_be_looked_up(word: str) -> None:
    found = KNOWN.nearest(word)
    assert found is None or KNOWN.nearest(found) == found
