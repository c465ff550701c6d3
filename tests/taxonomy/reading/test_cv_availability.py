"""From when somebody can begin, and how far they will travel, in words."""

from datetime import date

import pytest

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_cv
from taxonomy.reading.findings import CvReading

WRITTEN = date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def read(catalog: Catalog, text: str, written: date | None = WRITTEN) -> CvReading:
    return read_cv(headline="", text=text, catalog=catalog, written=written)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kan starte 1/2.", date(2027, 2, 1)),
        ("Kan tidligst begynde 15. december.", date(2026, 12, 15)),
        ("Ledig pr. 15.12.2026.", date(2026, 12, 15)),
        ("Opsagt til 31. januar 2027.", date(2027, 2, 1)),
        ("Kan begynde 2027-03-01.", date(2027, 3, 1)),
        ("I can start on 4 January 2027.", date(2027, 1, 4)),
        ("Mogę zacząć od 1 lutego 2027.", date(2027, 2, 1)),
        ("Ich suche eine Stelle, ab März 2027.", date(2027, 3, 1)),
        ("Можу почати з 1 січня 2027.", date(2027, 1, 1)),
        ("يمكنني البدء من 1 فبراير 2027.", date(2027, 2, 1)),
    ],
)
def test_words_say_from_when(catalog: Catalog, text: str, day: date) -> None:
    assert read(catalog, text).available_from == day


@pytest.mark.parametrize("text", ["Startede 1. maj 2019.", "Fra januar 2014 var jeg tjener.", "Kan starte straks.", ""])
def test_what_lies_behind_or_is_not_said_stays_unknown(catalog: Catalog, text: str) -> None:
    assert read(catalog, text).available_from is None


def test_a_day_without_a_year_is_unknown_where_nobody_knows_the_day_of_writing(catalog: Catalog) -> None:
    assert read(catalog, "Kan starte 1/2.", None).available_from is None


@pytest.mark.parametrize(
    ("text", "kilometres"),
    [
        ("Højst 8 km fra Søborg.", 8),
        ("Within 25 km of Fredericia.", 25),
        ("Do 20 km.", 20),
        ("До 15 км.", 15),
        ("Jeg kørte 40 km hver dag.", None),
        ("Kørte op til 600 km om dagen.", None),
    ],
)
def test_only_a_bound_says_how_far_somebody_will_travel(catalog: Catalog, text: str, kilometres: float | None) -> None:
    assert read(catalog, text).max_commute_km == kilometres
