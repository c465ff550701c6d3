"""What a text says of the person is not compared; what it says of the work is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.neutral.texts import comparable, comparable_list, without_personal_details

PERSONAL = [
    "Jeg hedder Ahmed Hassan.",
    "Mit navn er Mette Sørensen.",
    "Nazywam się Katarzyna Nowak.",
    "Mvh Fatima El-Amin.",
    "Jeg er 57 år gammel.",
    "Født 1968.",
    "010190-1234.",
    "Jeg er en kvinde.",
    "Jeg er født i Somalia.",
    "Født og opvokset i Hvidovre.",
    "Jeg kommer fra Polen.",
    "Jeg er muslim.",
    "Gift.",
    "Mor til to.",
    "Far til tre drenge.",
    "Enlig forsørger.",
    "Jeg har tre børn.",
    "Jeg er gravid.",
    "Jeg har været sygemeldt.",
    "Jeg har diabetes.",
    "Kronisk syg.",
    "Jeg er på kontanthjælp.",
    "Jeg får dagpenge.",
    "Jeg er medlem af en a-kasse.",
    "Matchgruppe 2.",
    "Jeg har været ledig i to år.",
    "Ledig siden marts 2024.",
    "I am 34 years old.",
    "Jeg er 34 år, gift og mor til to.",
    "Min bror er elektriker.",
    "Min kone er sygeplejerske på et hospital.",
    "Min mor arbejder i hjemmeplejen.",
    "My husband works at a hospital.",
    "Mój brat jest elektrykiem.",
]
WORK = [
    "Jeg har 12 års erfaring med demens, misbrug og psykiatri.",
    "17 år i jobcenter med sygedagpenge og kontanthjælp.",
    "Fem år som hjælper hos samme kvinde med muskelsvind.",
    "Kan male, mure og sætte skilte op.",
    "Passede 12 børn i en vuggestue og var med i forældresamarbejdet.",
    "Ikke ryger. Har kørekort B og truckcertifikat B.",
    "Voksne med autisme og børn med handicap er det, jeg kan.",
]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Min far var murer, og jeg har kørt truck", "og jeg har kørt truck"),
        ("Min far var murer og jeg har kørt truck", "og jeg har kørt truck"),
        ("Har hjulpet min bror, der er elektriker, med regnskab", "Har hjulpet"),
        ("Har arbejdet for min bror i hans frisørsalon", "Har arbejdet for min bror i hans frisørsalon"),
        ("Min mand og jeg drev en café", "drev en café"),
    ],
)
def test_what_is_said_of_kin_is_nothing_of_the_writer(text: str, kept: str) -> None:
    left = without_personal_details(text)
    assert len(left) == len(text)
    assert kept in left
    assert not {"murer", "elektriker"} & set(left.replace(",", " ").split())


@pytest.mark.parametrize("sentence", PERSONAL)
def test_a_sentence_about_the_person_is_not_compared(sentence: str) -> None:
    assert comparable(f"Jeg har kørt truck på et stort lager. {sentence}") == "Jeg har kørt truck på et stort lager."
    assert comparable(f"{sentence} Jeg har kørt truck på et stort lager.") == "Jeg har kørt truck på et stort lager."


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Plukker varer. Søger fleksjob.", "Plukker varer."),
        ("Fleksjobber, tidligere murer", "Tidligere murer"),
        ("Vicevært i fleksjob", "Vicevært"),
        ("Jeg er visiteret til et flexjob.", ""),
        ("Gartnermedhjælper (skånejob)", "Gartnermedhjælper"),
    ],
)
def test_a_kind_of_job_granted_for_health_is_a_wish_that_is_read_but_not_compared(text: str, compared: str) -> None:
    assert comparable(text) == compared
    assert without_personal_details(text) == text


@pytest.mark.parametrize("text", WORK)
def test_words_about_work_stay_as_they_are(text: str) -> None:
    assert comparable(text) == text
    assert without_personal_details(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stuepige på hotel", "Stuearbejder på hotel"),
        ("stuepiger", "stuearbejder"),
        ("Lagerkvinde", "Lagermand"),
        ("Kassedame", "Kasseassistent"),
        ("Lærerinde", "Lærer"),
        ("Altmuligkvinde", "Altmuligmand"),
        ("Servitrice", "Servitør"),
        ("Mandlig sygeplejerske", "Sygeplejerske"),
        ("Sygeplejer", "Kvindelig sygeplejerske"),
        ("Ekspeditrice", "Ekspedient"),
        ("Dagplejemor", "Dagplejefar"),
        ("Ung mand med kørekort", "Ældre kvinde med kørekort"),
    ],
)
def test_titles_of_both_sexes_compare_alike(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


def test_what_was_said_already_adds_nothing() -> None:
    said = "Jeg kører truck på lager."

    assert comparable(f"{said} {said}") == said
    assert comparable(f"{said} Truck. Lager lager truck.") == said
    assert comparable("Jeg kører truck truck truck på lager.") == said


def test_a_word_said_a_hundred_thousand_times_is_compared_at_once() -> None:
    # What is left of the repetition is a run of half a million spaces; looked at from each of them it took minutes.
    assert comparable("Lager, " + "truck " * 100_000 + "pluk") == "Lager, truck pluk"


def test_a_list_is_the_same_in_any_order_and_however_often_each_was_said() -> None:
    assert comparable_list(["truck", "Pluk og pak", "truck"]) == comparable_list(["Pluk og pak", "", "truck"])


@given(st.text(max_size=200))
def test_the_rest_of_any_text_keeps_its_place(text: str) -> None:
    bare = without_personal_details(text)

    assert len(bare) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, bare, strict=True))


@given(st.lists(st.sampled_from([*PERSONAL, *WORK]), max_size=5).map(" ".join))
def test_what_is_comparable_once_stays_so(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)
