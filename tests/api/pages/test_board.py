"""The board of orders, as a coordinator works it."""

from __future__ import annotations

import re

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
