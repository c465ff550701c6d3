"""What people write of themselves in passing, and what it does not mean."""

from datetime import date

from taxonomy.catalog import load_catalog
from taxonomy.reading.cvs.cv import read_cv
from taxonomy.reading.findings import CvReading


def _read(text: str, headline: str = "CV") -> CvReading:
    return read_cv(headline=headline, text=text, catalog=load_catalog(), written=date(2026, 11, 1))


def _held(reading: CvReading) -> set[str]:
    return {one.key for one in reading.held}


def test_a_licence_that_was_lost_is_not_held() -> None:
    reading = _read("Mistede kørekortet i 2019 men får det igen til foråret.")
    assert "B" not in _held(reading)
    assert {one.key for one in reading.denied} == {"B"}
    assert "B" in _held(_read("Har kørekort B, mistede jobbet i 2020."))


def test_who_was_something_before_is_not_taken_to_want_it() -> None:
    reading = _read("Omskolet til grafiker, Photoshop og InDesign.", "Tidl. sygeplejerske")
    assert [one.occupation for one in reading.wishes] == ["mediegrafiker"]
    assert reading.history[0].title == "sygeplejerske"


def test_the_basic_course_tells_which_trade_an_apprenticeship_is_sought_in() -> None:
    reading = _read("Jeg har GF2 som elektriker. Søger læreplads. Har knallertkørekort.")
    assert [one.occupation for one in reading.wishes] == ["elektriker"]
    assert "AM" in _held(reading)


def test_who_drove_exports_sold_none() -> None:
    assert _held(_read("Kørt eksport i 12 år")) == {"eksportkørsel"}


def test_evenings_that_are_ok_are_wanted() -> None:
    assert "aften" in _read("Looking for full time, evenings ok.").wanted_shifts
