"""Who would begin at six in the morning or before, who cannot, and which orders ask for it."""

from __future__ import annotations

import pytest

from taxonomy.reading.terms.early import EARLY, REFUSED, WISHED, begins_early, early_shifts


@pytest.mark.parametrize(
    "text",
    [
        "Rengøring kl. 5-10.30 mandag til fredag",
        "Du møder kl. 5.30 og er færdig kl. 13.30",
        "Bageri, tidlig morgen",
        "man-fre 04.30-09.30",
        "kl 05.30 til man er færdig",
        "Vi starter 6.00",
    ],
)
def test_an_order_for_early_hours_is_told(text: str) -> None:
    assert begins_early(text)


@pytest.mark.parametrize(
    "text",
    [
        "Du møder kl. 6.30",
        "Dagvagt 7-15",
        "3-5-årige børn",
        "Praktik 4-13 uger",
        "fri mødetid, 5-6 timer om dagen",
        "Start 5. januar",
        "De kører ikke tidlig morgen",
        "tidligere erfaring",
        "møder 4 gange om ugen",
    ],
)
def test_other_hours_amounts_and_days_are_none(text: str) -> None:
    assert not begins_early(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Er morgenmenneske og cykler", WISHED),
        ("Møder hellere 5 om morgenen", WISHED),
        ("Kan møde tidligt", WISHED),
        ("I can take early mornings", WISHED),
        ("ikke før klokken 8, for børnene skal afleveres", REFUSED),
        ("kan arbejde fra kl. 8.30 til 14.30", REFUSED),
        ("kan 20 timer mellem 9 og 14", REFUSED),
    ],
)
def test_a_cv_says_who_would_begin_early_and_who_cannot(text: str, meant: str) -> None:
    assert list(early_shifts(text)) == [(EARLY, meant)]


@pytest.mark.parametrize(
    "text", ["Vil væk fra at møde kl. 5.30", "Kan starte 1. februar", "Ikke før 15. marts", "Kan ikke efter kl. 16", ""]
)
def test_what_tells_neither_says_nothing(text: str) -> None:
    assert list(early_shifts(text)) == []
