"""What everybody may read of an order, and how somebody writes a text for everybody."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components
from tests.api.serving import ORDER, in_step

NOTED = "Skal bruge to. Hun var sur over de sidste vi sendte. Truckcertifikat B er et krav."


@pytest.fixture
def noted(client: TestClient, components: Components) -> str:
    order = {**ORDER, "id": "T-opslag", "text": NOTED, "source": "call_centre"}
    client.post("/api/v1/job-orders", json=order)
    client.post("/ordrer/T-opslag/opslag", data={"public_text": "", "revision": revision(client)})
    in_step(components)
    return "T-opslag"


def revision(client: TestClient) -> str:
    return str(client.get("/api/v1/job-orders/T-opslag").json()["revision"])


def test_citizens_read_what_was_read_out_of_a_note_and_the_staff_its_words(client: TestClient, noted: str) -> None:
    pages = (f"/jobs/{noted}", "/jobs?q=sur", "/jobs.atom?q=truckcertifikat", f"/api/v1/jobs/{noted}",
             "/api/v1/jobs/search?q=sur", "/api/v1/jobs/stream")  # fmt: skip
    for page in pages:
        html = client.get(page).text
        assert "sur over" not in html, page
    assert "truckcertifikat B" in client.get(f"/jobs/{noted}").text
    assert "sur over" in client.get(f"/ordrer/{noted}").text
    assert client.get(f"/api/v1/job-orders/{noted}").json()["text"] == NOTED


def test_a_title_that_tells_of_a_person_is_shown_to_the_staff_alone(client: TestClient, components: Components) -> None:
    order = {**ORDER, "id": "T-navn", "title": "Lagermand, afløser for Bent Kvist", "source": "call_centre"}
    client.post("/api/v1/job-orders", json=order)
    in_step(components)
    pages = ("/jobs/T-navn", "/jobs?q=bent", "/jobs.atom?q=lagermand", "/api/v1/jobs/T-navn", "/api/v1/jobs/stream",
             "/api/v1/jobs/search?q=kvist", "/api/v1/jobs/suggest?q=lagermand")  # fmt: skip
    for page in pages:
        assert "Bent Kvist" not in client.get(page).text, page
    assert client.get("/api/v1/jobs/T-navn").json()["title"] == "Lagermedarbejder"
    own = client.get("/ordrer/T-navn/opslag").text
    assert "Bent Kvist" in own
    assert "så borgerne ser stillingen i stedet" in own


def test_somebody_writes_a_text_that_everybody_reads(client: TestClient, components: Components, noted: str) -> None:
    form = client.get(f"/ordrer/{noted}/opslag").text
    assert form.count("Hun var sur over de sidste") == 1  # beside the form, to be written anew
    assert re.search(r"<textarea[^>]*>\s*</textarea>", form)
    said = "Lageret i Nordhavn søger to klokkestøbere. Ring til Bodil Testesen."
    sent = client.post(f"/ordrer/{noted}/opslag", data={"public_text": said, "revision": revision(client)})
    assert sent.headers["location"] == f"/ordrer/{noted}?gemt=opslag"
    in_step(components)
    assert "søger to klokkestøbere. Ring til [skjult]." in client.get(f"/jobs/{noted}").text
    assert f"/jobs/{noted}" in client.get("/jobs?q=klokkestøbere").text
    assert "Teksten er skrevet til alle." in client.get(f"/ordrer/{noted}").text
    assert client.get(f"/api/v1/job-orders/{noted}").json()["text"] == NOTED


def test_correcting_the_order_keeps_the_text_for_everybody(client: TestClient, noted: str) -> None:
    client.post(f"/ordrer/{noted}/opslag", data={"public_text": "Kom til os.", "revision": revision(client)})
    typed = {"title": "Lagermedarbejder", "text": NOTED, "order_type": "ordinaer", "postcode": "2150"}
    client.post(f"/ordrer/{noted}/ret", data={**typed, "positions": "3", "revision": revision(client)})
    assert client.get(f"/api/v1/jobs/{noted}").json()["text"] == "Kom til os."


def test_a_text_that_is_too_long_or_late_is_told_at_its_field_and_kept_in_the_form(
    client: TestClient, noted: str
) -> None:
    now = revision(client)
    long = client.post(f"/ordrer/{noted}/opslag", data={"public_text": "å" * 20_001, "revision": now})
    assert (long.status_code, "Forkort teksten." in long.text, "ååå" in long.text) == (422, True, True)
    late = client.post(f"/ordrer/{noted}/opslag", data={"public_text": "For sent.", "revision": "99"})
    assert (late.status_code, "For sent." in late.text, "ændret imens" in late.text) == (412, True, True)
    assert client.get("/ordrer/findes-ikke/opslag").status_code == 404


def test_a_sender_that_says_nothing_of_the_text_leaves_it_and_an_empty_one_takes_it_away(
    client: TestClient, noted: str
) -> None:
    client.post(f"/ordrer/{noted}/opslag", data={"public_text": "Kom til os.", "revision": revision(client)})
    again = {**ORDER, "id": noted, "text": NOTED, "source": "call_centre"}
    assert client.post("/api/v1/job-orders", json=again).json()["change"] == "unchanged"
    client.post("/api/v1/job-orders", json={**again, "positions": 3})
    assert client.get(f"/api/v1/jobs/{noted}").json()["text"] == "Kom til os."
    client.post("/api/v1/job-orders", json={**again, "public_text": ""})
    assert not client.get(f"/api/v1/jobs/{noted}").json()["advertised"]
