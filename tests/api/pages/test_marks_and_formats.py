"""Marks in the text of an order, and how conditions, places, dates and numbers are written."""

from __future__ import annotations

from fastapi.testclient import TestClient

from api.formatting import danish_date, danish_number
from api.pages.filters import place_shown
from api.pages.language import Texts
from api.pages.marks import Finding, MarkedPiece, ToldOnce, findings, pieces, told_once
from api.pages.reading_form import demand_choices
from api.pages.terms import terms_read
from matcher.wording.language import Language
from tests.api.serving import ORDER


def test_overlapping_findings_become_one_mark_that_tells_of_all() -> None:
    found = [
        Finding("krav", "sprog", "dansk", "dansk B1", "text", None, 4, 12),
        Finding("krav", "kompetence", "B1", "B1", "text", None, 10, 12),
        Finding("oenske", "kompetence", "væk", "væk", "text", None, 90, 95),
    ]
    assert pieces("God dansk B1!", found) == (
        MarkedPiece("God "),
        MarkedPiece("dansk B1", "krav", "sprog: dansk; kompetence: B1"),
        MarkedPiece("!"),
    )
    assert findings({}) == []


def test_conditions_dates_and_numbers_are_written_in_danish() -> None:
    read = {"terms": {"hours_per_week": 32.5, "shifts": ["aften"], "start": None, "positions": 2}}
    assert terms_read(read, Texts(Language.DANISH)) == ["32,5 timer om ugen", "aften", "2 stillinger"]
    read = {"terms": {"hours_per_week": 37.0, "shifts": ["nat"], "start": "2027-01-04", "positions": 1}}
    assert terms_read(read, Texts(Language.DANISH)) == [
        "37 timer om ugen",
        "nat",
        "begynder 4. januar 2027",
        "1 stilling",
    ]
    told = ["37 hours a week", "night", "starts 4 January 2027", "1 position"]
    assert terms_read(read, Texts(Language.ENGLISH)) == told
    assert terms_read({"terms": {"start": "hurtigst muligt"}}, Texts(Language.ENGLISH)) == [
        "starts as soon as possible"
    ]
    assert danish_date("2027-01-04") == "4. januar 2027"
    assert [danish_number(1234.5, 1), danish_number(-0.04, 1), danish_number(-7)] == ["1.234,5", "0,0", "−7"]


def test_what_is_read_is_told_once_with_all_its_words_and_as_people_say_it() -> None:
    one = {"hard": True, "field": "text", "start": 0, "end": 1, "level": None}
    age = {**one, "kind": "age", "key": "minimumsalder", "level": "18", "quote": "18+"}
    language = {**one, "kind": "language", "key": "dansk", "level": "B2"}
    said = ("dansk skrift og tale", "Dansk skrift og tale", "godt dansk")
    read = {"requirements": [age, *({**language, "quote": quote} for quote in said)]}
    assert told_once(findings(read)) == [
        ToldOnce("krav", "alder", "fyldt 18 år", ("18+",)),
        ToldOnce("krav", "sprog", "dansk på B2", ("dansk skrift og tale", "godt dansk")),
    ]
    assert [one.label for one in demand_choices(read)] == ["alder: fyldt 18 år", "sprog: dansk på B2"]


def test_alternatives_are_told_as_such() -> None:
    one = {"kind": "driving_licence", "hard": True, "quote": "x", "field": "text", "start": 0, "end": 1, "group": 2}
    read = {"requirements": [{**one, "key": "C"}, {**one, "key": "C/E"}, {**one, "key": "D", "group": 3}]}
    assert [one.meaning for one in findings(read)] == ["C eller C/E", "C/E eller C", "D"]


def test_places_have_names_though_the_caller_said_a_postcode_alone(client: TestClient) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "Ø-1", "postcode": "5000", "deadline": "2020-02-01"})
    assert "<dd>5000 Odense C</dd>" in (html := client.get("/ordrer/%C3%98-1").text)
    assert "Jobbet står ikke længere blandt de ledige." in html
    assert place_shown("2150", "Nordhavn syd") == "2150 Nordhavn syd"
