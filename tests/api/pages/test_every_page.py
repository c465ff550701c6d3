"""Every page can be used without seeing it, keeps what people write as text, and says what is synthetic."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components
from tests.api.pages.outline import PAGES, Outline
from tests.api.pages.typed_order import send
from tests.api.serving import ORDER, in_step

SCRIPT = "<script>alert('å')</script>"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_can_be_used_without_seeing_it(client: TestClient, address: str) -> None:
    html = client.get(address).text
    page = Outline(html)
    assert page.language == "da"
    assert len(page.ids) == len(set(page.ids))
    assert page.described <= set(page.ids)
    assert {control["id"] for control in page.controls} <= page.labels
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert '<a class="skip" href="#indhold">' in html
    assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
    assert "<script>" not in html


def test_what_people_write_stays_text(client: TestClient, components: Components) -> None:
    order = {
        **ORDER,
        "id": f"T-6{SCRIPT}",
        "title": f"Lager {SCRIPT}",
        "text": SCRIPT,
        "employer": SCRIPT,
        "city": "\"'>",
    }
    assert client.post("/api/v1/job-orders", json=order).status_code == 201
    in_step(components)
    address = "T-6%3Cscript%3Ealert%28%27%C3%A5%27%29%3C%2Fscript%3E"
    for page in (f"/ordrer/{address}", f"/ordrer/{address}/ret", f"/ordrer/{address}/kandidater", f"/jobs/{address}"):
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert "&lt;script&gt;" in answer.text
        assert "<script>" not in answer.text
    for page in ("/ordrer", "/jobs?q=lager", f"/jobs?q={SCRIPT}&postcode={SCRIPT}", f"/ordrer?efter={SCRIPT}"):
        assert "<script>" not in client.get(page).text
    assert "<script>" not in client.post("/ordrer/ny", data={"title": SCRIPT, "id": SCRIPT, "positions": SCRIPT}).text


def test_synthetic_examples_are_labelled_and_others_are_not(client: TestClient) -> None:
    for address in (
        "/ordrer",
        "/ordrer/S-101",
        "/ordrer/S-101/kandidater",
        "/jobs?postcode=2630&radius_km=1",
        "/jobs/S-101",
    ):
        assert "syntetisk eksempel" in client.get(address).text
    send(client, id="T-7")
    assert "syntetisk eksempel" not in client.get("/ordrer/T-7").text


def test_an_address_with_no_page_says_so_to_people_and_to_programs(client: TestClient) -> None:
    assert "Der er ingen side på denne adresse." in (html := client.get("/ordre").text)
    assert "openapi" not in html
    assert "/openapi.json" in client.get("/api/v1/job").json()["detail"]
    assert 'href="/jobs">Alle ledige job' in client.get("/jobs/lukket").text
