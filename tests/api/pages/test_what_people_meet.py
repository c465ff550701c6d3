"""What people meet who come at midnight, search for what nobody offers, or wonder what a number means."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from api.formatting import danish_certainty, danish_date, english_certainty
from api.wiring import Components
from tests.api.serving import CV, ORDER, in_step

ORDERS = "/api/v1/job-orders"


def test_a_moment_just_past_midnight_is_of_the_centres_day() -> None:
    assert danish_date("2026-11-22T23:03:00+00:00") == "23. november 2026"
    assert danish_date("2026-07-01T22:30:00+00:00") == "2. juli 2026"  # in summer two hours ahead
    assert danish_date("2026-11-22") == "22. november 2026"


def test_what_is_not_certain_is_never_told_as_certain() -> None:
    assert [danish_certainty(one) for one in (0.9, 0.9949, 0.9997, 1.0)] == ["90", "over 99", "over 99", "over 99"]
    assert english_certainty(0.9997) == "over 99"


def test_an_order_says_when_it_was_received_and_of_a_correction_when_that_was(client: TestClient) -> None:
    client.post(ORDERS, json={**ORDER, "id": "M-1", "received_at": "2026-11-21T23:30:00+00:00"})
    before = client.get("/ordrer/M-1").text
    assert "modtaget 22. november 2026 kl. 0.30" in before
    assert "rettet" not in before.split("</p>")[0]
    client.patch(f"{ORDERS}/M-1", json={"positions": 3}, headers={"If-Match": "*"})
    assert "udgave 2 · rettet" in client.get("/ordrer/M-1").text


def test_the_machines_certainty_is_not_told_of_what_a_person_decided(client: TestClient) -> None:
    client.post(ORDERS, json={**ORDER, "id": "M-2"})
    assert "sikkerhed" in client.get("/ordrer/M-2").text
    chosen = {"department": "KVS", "reason": "Vi ringer op."}
    client.post(f"{ORDERS}/M-2/route-decisions", json=chosen, headers={"If-Match": "*"})
    assert "sikkerhed" not in client.get("/ordrer/M-2").text


def test_a_search_that_no_job_has_the_words_of_says_so(client: TestClient, components: Components) -> None:
    client.post(ORDERS, json={**ORDER, "id": "M-3"})
    in_step(components)
    near = client.get("/api/v1/jobs/search?q=xyzzy").json()
    assert (near["by_meaning"], near["total"] > 0) == (True, True)
    assert "Ingen job har de ord" in client.get("/jobs?q=xyzzy").text
    assert not client.get("/api/v1/jobs/search?q=truckcertifikat").json()["by_meaning"]
    assert "Ingen job har de ord" not in client.get("/jobs?q=truckcertifikat").text


def test_a_citizen_finds_from_every_page_what_may_be_known_and_asked_for(client: TestClient) -> None:
    for page in ("/jobs", "/", "/nowhere"):
        assert 'href="/rettigheder"' in client.get(page).text
    told = client.get("/rettigheder").text
    for right in ("hvad der ville ændre det", "få rettet", "slettet", "klage til Datatilsynet"):
        assert right in told


def test_who_asks_for_the_state_of_the_service_reads_it_in_words(client: TestClient) -> None:
    assert 'href="/#drift">Driftsstatus' in client.get("/jobs").text
    assert re.search(r'id="drift">.*?Søgningen er', client.get("/").text, re.DOTALL)


def test_sheets_are_asked_for_again_only_when_they_have_changed(client: TestClient) -> None:
    sheet = client.get("/static/style.css")
    assert sheet.headers["cache-control"] == "no-cache"
    again = client.get("/static/style.css", headers={"If-None-Match": sheet.headers["etag"]})
    assert again.status_code == 304
    assert client.get("/").headers["cache-control"] == "no-store"
    icon = re.search(r'rel="icon" href="([^"]+)"', client.get("/").text)
    assert icon
    assert client.get(icon[1]).status_code == 200


@pytest.mark.parametrize("taken", ["ny", "search", "suggest", "stream"])
def test_an_order_cannot_be_called_like_a_page_that_would_stand_before_it(client: TestClient, taken: str) -> None:
    refused = client.post(ORDERS, json={**ORDER, "id": taken})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "id")


def test_a_byte_order_mark_is_no_part_of_the_json(client: TestClient) -> None:
    body = b"\xef\xbb\xbf" + b'{"positions": 4}'
    headers = {"If-Match": "*", "Content-Type": "application/json"}
    client.post(ORDERS, json={**ORDER, "id": "M-4"})
    assert client.patch(f"{ORDERS}/M-4", content=body, headers=headers).status_code == 200


def test_a_list_of_an_absurd_number_is_refused_and_breaks_nothing(client: TestClient) -> None:
    assert client.get(f"/api/v1/lists/{'9' * 30}/replay").status_code == 422


def test_an_order_whose_positions_are_all_filled_says_how_to_close_it(client: TestClient) -> None:
    client.post(ORDERS, json={**ORDER, "id": "M-5", "positions": 1})
    client.post("/api/v1/cvs", json={**CV, "id": "M-C"})
    client.post(f"{ORDERS}/M-5/proposals", json={"cv": "M-C", "reason": "Kender stedet."})
    assert "Der er ansat" not in client.get("/ordrer/M-5").text
    client.patch(f"{ORDERS}/M-5/proposals/M-C", json={"state": "ansat"}, headers={"If-Match": "*"})
    assert 'Der er ansat til alle stillinger. <a href="#tilstand">Luk ordren' in client.get("/ordrer/M-5").text
    client.patch(f"{ORDERS}/M-5/state", json={"state": "besat"}, headers={"If-Match": "*"})
    assert "Der er ansat til alle stillinger.</p>" in client.get("/ordrer/M-5").text


def test_an_order_remembers_the_unit_outside_that_handed_it_in(client: TestClient) -> None:
    client.post(ORDERS, json={**ORDER, "id": "M-20", "source": "sprogskole"})
    client.post(ORDERS, json={**ORDER, "id": "M-21", "source": "call_centre"})
    assert "afleveret af Sprogskole" in client.get("/ordrer/M-20").text
    assert "handed in by language school" in client.get("/ordrer/M-20", headers={"Cookie": "sprog=en"}).text
    assert "afleveret af" not in client.get("/ordrer/M-21").text


def test_words_that_say_nothing_by_themselves_do_not_find_everything_newest_first(client: TestClient) -> None:
    for sort in ("relevance", "published"):
        found = client.get(f"/api/v1/jobs/search?q=IT&sort={sort}").json()
        assert found["by_meaning"]
        scores = [hit["score"] for hit in found["hits"]]
        assert scores == sorted(scores, reverse=True)


def test_a_job_that_nobody_offers_finds_the_related_ones(client: TestClient, components: Components) -> None:
    cleaning = {"title": "Rengøringsassistent", "text": "Gulve og vinduer.", "must_have": []}
    client.post(ORDERS, json={**ORDER, **cleaning, "id": "M-6"})
    in_step(components)
    found = client.get("/api/v1/jobs/search?q=stablerfører").json()
    words = client.get("/api/v1/jobs/search?q=stablerfører aften").json()
    assert found["understood"][0]["id"] == "truckfoerer"
    assert (found["by_meaning"], words["by_meaning"]) == (True, False)
    assert "M-6" not in {hit["id"] for hit in found["hits"]}
    assert ORDER["title"] in {hit["title"] for hit in found["hits"]}


def test_who_has_decided_one_order_is_led_to_the_next_that_waits(client: TestClient) -> None:
    vague = {**ORDER, "title": "Ukendt", "text": "xyz", "must_have": []}
    for order_id in ("M-7", "M-8"):
        client.post(ORDERS, json={**vague, "id": order_id})
    revision = {"revision": "1", "department": "JKM", "reason": "Vi ringede op."}
    first = client.post("/ordrer/M-7/afgoer", data=revision)
    led = client.get(first.headers["location"]).text
    [following] = re.findall(r'href="/ordrer/([^"]+)/afgoer">Næste ordre, der venter', led)
    assert following != "M-7"
    assert re.search(r"\d+ venter på, at KVS afgør", led)
    assert "Næste ordre" not in client.get("/ordrer/M-7").text


def test_a_town_that_was_searched_as_a_place_can_be_taken_as_a_word_instead(client: TestClient) -> None:
    html = client.get("/jobs?q=lagermedarbejder+i+Nordhavn").text
    assert "ved Nordhavn" in html
    assert 'href="/jobs?q=lagermedarbejder+i+Nordhavn&amp;towns=words"' in html
    assert "ved Nordhavn" not in client.get("/jobs?q=lagermedarbejder+i+Nordhavn&towns=words").text
