"""The board of orders, as a coordinator works it."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.api.pages.typed_order import FORM
from tests.api.serving import ORDER


def test_the_board_shows_what_waits_first_and_each_department_its_own(client: TestClient) -> None:
    client.post(
        "/api/v1/job-orders", json={**ORDER, "id": "Å-sidst", "title": "Ukendt", "text": "xyz", "must_have": []}
    )
    html = client.get("/ordrer").text
    assert html.index("<caption>Venter på, at KVS afgør") < html.index("<caption>Åbne ordrer")
    assert "Ukendt" in html
    owner = client.get("/api/v1/job-orders/S-101").json()["owner"]["department"]
    assert "S-101" in client.get(f"/ordrer?afdeling={owner}").text
    assert "S-101" not in client.get(f"/ordrer?afdeling={'JSV' if owner != 'JSV' else 'JKM'}").text


def test_who_has_waited_longest_for_a_decision_stands_first(client: TestClient) -> None:
    vague = {**ORDER, "title": "Ukendt", "text": "xyz", "must_have": []}
    client.post("/api/v1/job-orders", json={**vague, "id": "B-nyest", "received_at": "2026-11-20T09:00:00+01:00"})
    older = {"received_at": "2026-11-03T09:05:00+01:00", "deadline": "2026-11-04"}
    client.post("/api/v1/job-orders", json={**vague, "id": "C-aeldst", **older})
    html = client.get("/ordrer").text
    assert html.index("C-aeldst") < html.index("B-nyest")
    assert "3. nov. 2026" in html
    assert re.search(r"4. nov. 2026 <span class=.tag stop.>udløbet", html)
    assert "C-aeldst" not in client.get("/ordrer?status=aaben").text


def test_of_the_open_orders_the_one_with_the_nearest_deadline_or_start_stands_first(client: TestClient) -> None:
    dates = {"D-frist": {"deadline": "2098-05-01"}, "D-start": {"start": "2098-03-01"}, "D-ingen": {}}
    for order_id, date in dates.items():
        client.post("/api/v1/job-orders", json={**ORDER, "id": order_id, **date})
    html = client.get("/ordrer?status=aaben").text
    assert html.index("D-start") < html.index("D-frist") < html.index("D-ingen")


def test_the_board_is_narrowed_by_standing_and_says_how_many_there_are(client: TestClient) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "E-udloebet", "deadline": "2020-01-01"})
    client.post("/api/v1/job-orders", json={**ORDER, "id": "E-lukket"})
    sent = client.post("/ordrer/E-lukket/tilstand", content="state=besat&revision=0", headers=FORM)
    assert sent.headers["location"] == "/ordrer/E-lukket?gemt=lukket"
    assert "E-lukket" not in client.get("/ordrer").text
    closed, expired = client.get("/ordrer?status=lukket").text, client.get("/ordrer?status=udloebet").text
    assert ("E-lukket" in closed, "1 ordre" in closed) == (True, True)
    assert ("E-udloebet" in expired, "E-lukket" in expired) == (True, False)
    assert "Her er ingen ordrer." in client.get("/ordrer?afdeling=JSV&status=lukket").text


def test_a_company_that_calls_again_finds_its_order_by_what_it_says(client: TestClient) -> None:
    contact = {"name": "Åse Testesen", "phone": "21314151", "email": ""}
    order = {**ORDER, "id": "F-1", "title": "Orgelstemmer", "employer": "Østerfælled Orgel ApS", "contact": contact}
    client.post("/api/v1/job-orders", json=order)
    for said in ("østerfælled", "orgelstemmer", "21314151", "åse", "f-1", "Orgel Testesen"):
        html = client.get("/ordrer", params={"soeg": said}).text
        assert ("/ordrer/F-1" in html, "/ordrer/S-101" in html) == (True, False), said
    narrowed = client.get("/ordrer", params={"soeg": "orgel", "status": "lukket"}).text
    assert "Her er ingen ordrer." in narrowed
    assert "soeg=orgel" in narrowed  # the other tabs keep the words
    assert "Her er ingen ordrer." in client.get("/ordrer?soeg=100%25").text  # no sign stands for others


@pytest.mark.parametrize("shown", ["23242526", "+4523242526", "23 24 25 26"])
@pytest.mark.parametrize("written", ["23242526", "23 24 25 26", "2324 2526"])
def test_an_order_is_found_by_the_number_that_the_telephone_shows(client: TestClient, shown: str, written: str) -> None:
    order_id = f"Z-{written}".replace(" ", "-")
    client.post("/api/v1/job-orders", json={**ORDER, "id": order_id, "contact": {"phone": written}})
    assert f"/ordrer/{order_id}" in client.get("/ordrer", params={"soeg": shown}).text
    assert order_id not in client.get("/ordrer?soeg=23242527").text


def test_a_closed_order_is_found_by_its_words_all_the_same(client: TestClient) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "F-2", "title": "Tårnurmager"})
    closed = {"state": "trukket_tilbage", "reason": "Ringede og aflyste."}
    assert client.patch("/api/v1/job-orders/F-2/state", json=closed, headers={"If-Match": '"0"'}).status_code == 200
    assert "/ordrer/F-2" not in client.get("/ordrer").text
    assert "/ordrer/F-2" in client.get("/ordrer?soeg=tårnurmager").text


def test_who_decides_reads_the_orders_own_words_beside_the_choice(client: TestClient) -> None:
    order = {**ORDER, "id": "F-3", "title": "Hjælp", "text": "En til det hele i huset.", "must_have": ["mødestabil"]}
    client.post("/api/v1/job-orders", json=order)
    html = client.get("/ordrer/F-3/afgoer").text
    assert "En til det hele i huset." in html
    assert "mødestabil" in html


def test_a_word_that_is_the_name_of_a_field_finds_only_orders_that_say_it(client: TestClient) -> None:
    silent = {**ORDER, "title": "Tårnurmager", "start": "2098-03-01", "city": "Nordhavn"}
    client.post("/api/v1/job-orders", json={**silent, "id": "F-tavs"})
    client.post("/api/v1/job-orders", json={**silent, "id": "F-siger", "text": 'Start kl. 7. Text, City, "contact".'})
    for word in ("start", "Start", "text", "city", "contact", '"contact"'):
        html = client.get("/ordrer", params={"soeg": f"tårnurmager {word}"}).text
        assert ("/ordrer/F-siger" in html, "/ordrer/F-tavs" in html) == (True, False), word
    assert "/ordrer/F-" not in client.get("/ordrer", params={"soeg": 'tårnurmager "'}).text.replace("F-siger", "")
