"""What is compared of a title is what is sought, not the kind of order."""

import pytest

from matcher.orders.bare_title import bare_title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Praktik i webshop: lager og kundemail", "i webshop: lager og kundemail"),
        ("Elev: ernæringsassistent i plejehjemskøkken", "ernæringsassistent i plejehjemskøkken"),
        ("Voksenlærling, tømrer", "tømrer"),
        ("Akademisk medarbejder i løntilskud", "Akademisk medarbejder i"),
        ("Kok", "Kok"),
        ("Elevator- og kranfører", "Elevator- og kranfører"),
        ("Fleksjob i kantine", "Fleksjob i kantine"),
    ],
)
def test_words_for_the_kind_are_left_out(title: str, bare: str) -> None:
    assert bare_title(title) == bare


def test_a_title_that_names_the_kind_alone_stays() -> None:
    assert bare_title("Læreplads") == "Læreplads"
