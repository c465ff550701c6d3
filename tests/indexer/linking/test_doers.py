"""What is done, told by who does it."""

from __future__ import annotations

import pytest

from indexer.linking.doers import doers
from indexer.linking.title_variants import title_variants


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Rådgivning inden for landbrug", "rådgiver inden for landbrug"),
        ("Ledelse af salg og marketing", "leder af salg og marketing"),
        ("Musikundervisning", "Musiklærer"),
        ("Forskning og udvikling i fødevarer", "forsker og udvikler i fødevarer"),
        ("Kvægavl", "Kvægavler"),
        ("Betjening af kran", "operatør af kran"),
        ("Arbejde med bi- og silkeavl", "bi- og silkeavler"),
        ("Sygepleje, hospital", "sygeplejerske, hospital"),
    ],
)
def test_who_does_the_work_is_named_beside_the_work(title: str, who: str) -> None:
    assert who in doers(title)
    assert who in title_variants(title)


def test_work_with_something_is_also_that_something() -> None:
    assert doers("Andet manuelt arbejde inden for kemi") == ("kemi",)
    assert doers("Arbejde med kæledyr") == ("kæledyr",)


@pytest.mark.parametrize(
    "title",
    ["", "tømrer", "salgsleder i detailhandel", "Kundebetjening", "registered nurse", "arbejde", "arbejde med x"],
)
def test_a_title_that_names_who_works_stands_alone(title: str) -> None:
    assert doers(title) == ()
