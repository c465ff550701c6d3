"""A bare word that names one of our things means it only in its own company: a lift is often an elevator."""

import pytest

from tests.taxonomy.reading.small_catalog import demands

ELSEWHERE = [
    "Der er ingen lift i ejendommen.",
    "Sofaen skal op i lift, der er ingen elevator.",
    "Du skal kunne bruge lift, når borgeren flyttes.",
    "Bil med lift.",
    "Løft m. lift og personlig pleje.",
    "Musik er ok.",
    "You must be able to lift 20 kg.",
    "Our office is in Leeds.",
    "Du skal kunne gå på trapper.",
    "Du skal kunne løfte kasser på 20 kg.",
    "Du skal kunne finde en kran, der drypper i køkkenet.",
    "Du skal kunne skære i pap og bære kasser på trapper.",
    "Du skal have netværk i erhvervslivet.",
    "Du skal være visiteret til fleksjob.",
    "Du skal kunne gå til hånde.",
    "Vi mangler en hjælper.",
    "Du kan bevare roen.",
    "Du skal kunne afdække behov.",
    "Af gode grunde starter vi mandag.",
    "Her kan du udfolde dig.",
    "Du skal gerne få besøg.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_word_in_other_company_asks_for_nothing(text: str) -> None:
    assert demands(text) == set()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Du skal kunne arbejde i lift.", "certificate liftcertifikat!"),
        ("Lift er et plus.", "certificate liftcertifikat?"),
        ("LEED er et plus.", "certificate LEED-certificering?"),
        ("Du skal kunne bygge trapper.", "skill trappebygning!"),
        ("Kran er et krav.", "certificate krancertifikat!"),
        ("Du skal kunne betjene kassen.", "skill kassebetjening!"),
        ("Der er ingen elevator, men liftkort er et krav.", "certificate liftcertifikat!"),
    ],
)
def test_in_its_own_company_it_is_asked_for(text: str, asked: str) -> None:
    assert demands(text) == {asked}


def test_who_can_cycle_is_no_courier() -> None:
    assert demands("Du skal kunne cykle.") == {"skill cykling!"}
    assert demands("Du skal have erfaring som cykelbud.") == {"experience cykelbud!"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Du skal kunne køre en varevogn.", "skill kørsel med varebil!"),
        ("Du skal kunne passe vores webshop.", "skill e-handel!"),
    ],
)
def test_an_article_between_the_words_of_a_skill_does_not_hide_it(text: str, asked: str) -> None:
    assert asked in demands(text)


def test_a_car_of_the_house_is_no_car_of_ones_own() -> None:
    assert demands("Vi har en bil til rådighed.") == {"own_car egen bil-"}


@pytest.mark.parametrize(
    "text",
    [
        "We want to keep it so, it is required that you want it.",
        "Du skal have kemi i bagagen.",
        "Du skal kunne skate.",
        "Du skal have kendskab til studier og være moden.",
    ],
)
def test_a_wording_without_endings_is_not_read_with_one(text: str) -> None:
    skills = {"netværk", "ramparbejde", "skat", "tøj og mode"}
    assert not {found for found in demands(text) if found.split(" ", 1)[1].rstrip("!?-") in skills}


def test_a_wording_without_endings_is_read_as_it_stands() -> None:
    assert "skill skat!" in demands("Du skal have kendskab til skat.")
    assert "skill netværk!" in demands("Du skal have kendskab til WAN.")
