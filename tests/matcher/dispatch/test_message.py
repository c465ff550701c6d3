"""A message that came in as an order is no order."""

from __future__ import annotations

import pytest

from matcher.dispatch.message import is_message


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Varebil sælges", "god stand, passer til håndværkere"),
        ("Kontor på havnen", "80 kvm udlejes, også til frisør"),
        ("Rengøring", "Vores rengøringsfirma tilbyder faste lave priser"),
        ("Student", "looking for work, I can clean"),
        ("Tømrer", "Jeg søger arbejde fra mandag"),
        ("Klage", "kokken var ikke flink"),
        ("Tjeneren", "mødte ikke op i går"),
        ("Faktura 20391", "Den er dobbelt"),
    ],
)
def test_who_sells_offers_seeks_work_or_complains_orders_nobody(title: str, text: str) -> None:
    assert is_message(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Sælger", "3 stk til salg af hvidevarer"),
        ("Tjener", "Den sidste mødte ikke op, vi mangler en til i aften"),
        ("Telefonsekretær", "ringer til afbud, sender regninger"),
        ("Frisør", "stol udlejes ikke, fast løn"),
        ("Handicaphjælper", "Jeg er 34 og søger en hjælper"),
        ("Kontorleder", "faktura, løn, telefon"),
    ],
)
def test_the_same_words_about_a_job_make_no_message(title: str, text: str) -> None:
    assert not is_message(title, text)


def test_a_long_text_describes_a_job() -> None:
    assert not is_message("Klage", "behandle klager over varer. " * 20)
