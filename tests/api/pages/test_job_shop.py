"""The public search for open jobs."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from api.pages.jobs_found import next_page
from api.wiring import Components
from tests.api.serving import ORDER, in_step


def test_the_job_shop_searches_narrows_and_turns_pages(client: TestClient, components: Components) -> None:
    for number in range(22):
        order = {**ORDER, "id": f"T-page-{number:02}", "title": "Fyrtårnspasser", "employer": f"Firma {number}"}
        client.post("/api/v1/job-orders", json=order)
    in_step(components)
    first = client.get("/jobs?q=fyrtårnspasser").text
    assert "22 job med 44 stillinger" in first
    assert 'href="/jobs?q=fyrt%C3%A5rnspasser&amp;offset=20"' in first
    second = client.get("/jobs?q=fyrtårnspasser&offset=20").text
    assert "Viser 21–22" in second
    narrowed = client.get("/jobs?q=fyrtårnspasser&order_type=ordinaer").text
    assert 'href="/jobs?q=fyrt%C3%A5rnspasser" aria-current="true"' in narrowed
    assert '<input type="hidden" name="order_type" value="ordinaer">' in narrowed
    wrong = client.get("/jobs?postcode=0000")
    assert (wrong.status_code, "Postnummeret findes ikke." in wrong.text) == (422, True)
    assert "Ingen job passer." in client.get("/jobs?published_after=2100-01-01").text


def test_a_slip_in_the_search_keeps_what_it_was_narrowed_to_and_names_the_field(client: TestClient) -> None:
    wrong = client.get("/jobs?q=lager&postcode=0000&order_type=ordinaer").text
    assert '<input type="hidden" name="order_type" value="ordinaer">' in wrong
    assert re.search(r"<li>Postnummer: .*Postnummeret findes ikke.", wrong)
    assert "<title>Fejl: lager – Ledige job" in wrong
    assert 'value="astronaut"' not in client.get("/jobs?trade=astronaut").text


def test_no_page_is_offered_that_cannot_be_shown() -> None:
    assert next_page([("q", "å")], 20, 41) == "/jobs?q=%C3%A5&offset=40"
    assert next_page([], 20, 40) == ""
    assert next_page([], 9_960, 50_000) == "/jobs?offset=9980"
    assert next_page([], 9_980, 50_000) == ""
