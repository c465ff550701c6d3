"""Pages speak Danish, and English to those who choose it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from fastapi.testclient import TestClient

from api import labels
from api.formatting import english_date, english_number
from api.http import search_state
from api.pages import board, candidates, cases, deciding, jobs_found, order_form, order_page, reading_form, under_way
from api.pages.language import english
from api.pages.rendering import FOLDER
from tests.api.pages.outline import PAGES

TEMPLATES = sorted((FOLDER / "templates").glob("*.html"))
TABLES = (
    *(
        labels.SHIFTS,
        labels.CV_HOURS,
        labels.REQUIREMENTS,
        labels.ANSWERS,
        labels.FACETS,
        labels.STATES,
        labels.ORDER_STATES,
    ),
    cases.LABELS,
    *(
        order_form.LABELS,
        deciding.LABELS,
        reading_form.LABELS,
        reading_form.MEANT,
        candidates.MODES,
        order_page.SAVED,
        board.LABELS,
        under_way.ASK,
        jobs_found.PERIODS,
    ),
)
NAMES = {"Jobformidling", "CV", "CVR", "km", "OpenAPI", "JSON"}


def texts_of(template: str) -> Iterator[str]:
    """Every Danish text that the template asks for."""
    for call in re.finditer(r"\bt\(((?:[^()]|\([^()]*\))*)\)", template):
        head = re.split(r", \w+=", call[1])[0]
        yield from (found for found in re.findall(r'"([^"]*)"', re.sub(r'== "[^"]*"', "", head)))


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_text_of_a_template_has_english(path: Path) -> None:
    keys = {"oenske", "fravalg", "krav", "stilling", "i listen"}  # keys of tables, not texts
    asked = set(texts_of(path.read_text(encoding="utf-8"))) - keys
    assert asked <= english().keys()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_says_anything_past_the_table(path: Path) -> None:
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    said = {word for node in re.findall(r">([^<=]*)<", bare) for word in re.findall(r"[^\W\d_]{2,}", node)}
    assert said <= NAMES


def test_every_label_and_state_has_english() -> None:
    said = {text for table in TABLES for text in table.values()}
    said |= {search_state.IN_STEP, search_state.BEHIND, search_state.DOWN}
    assert said <= english().keys()


def test_both_languages_have_the_same_blanks() -> None:
    assert [danish for danish, text in english().items() if blanks(danish) != blanks(text)] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_in_english_says_so_and_leads_back_to_danish(client: TestClient, address: str) -> None:
    html = client.get(address, headers={"Cookie": "sprog=en"}).text
    assert '<html lang="en">' in html
    assert "Skip to content" in html
    assert "Spring til indhold" not in html
    assert 'href="/sprog/da?retur=%2F' in html


def test_explanations_dates_and_numbers_are_english_too(client: TestClient) -> None:
    html = client.get("/ordrer/S-101/kandidater/P-1001", headers={"Cookie": "sprog=en"}).text
    assert "Rules on who may be proposed" in html
    assert "Regler" not in html
    assert english_date("2027-01-04") == "4 January 2027"
    assert [english_number(1234.5, 1), english_number(-0.04, 1)] == ["1,234.5", "0.0"]


@pytest.mark.parametrize("address", ["/ordrer/S-101", "/ordrer/S-101/afgoer"])
def test_why_an_order_went_where_it_did_is_told_in_english_too(client: TestClient, address: str) -> None:
    html = client.get(address, headers={"Cookie": "sprog=en"}).text
    assert '<ul lang="en"><li>The title mentions “' in html
    assert "Titlen nævner" not in html
    assert "Titlen nævner „" in client.get(address, headers={"Cookie": "sprog=da"}).text


def test_the_choice_is_remembered_and_leads_back_to_the_page(client: TestClient) -> None:
    chosen = client.get("/sprog/en", params={"retur": "/jobs?q=lager"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/jobs?q=lager")
    assert chosen.cookies["sprog"] == "en"
    client.cookies.clear()


@pytest.mark.parametrize("foreign", ["//ond.example", "https://ond.example", "/\\ond.example", "ond", "/a\r\nX: y"])
def test_the_choice_never_leads_to_another_site(client: TestClient, foreign: str) -> None:
    assert client.get("/sprog/da", params={"retur": foreign}).headers["location"] == "/"
    client.cookies.clear()
