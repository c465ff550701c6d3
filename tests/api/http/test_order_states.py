"""Orders are closed with what became of them, and opened again."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.wiring import Components
from tests.api.serving import CV, ORDER, in_step

ORDERS, JOBS = "/api/v1/job-orders", "/api/v1/jobs"
ANY = {"If-Match": "*"}


@pytest.fixture
def order_id(client: TestClient, components: Components, request: pytest.FixtureRequest) -> str:
    """An order of the test's own, in the index."""
    found = f"L-{request.node.name}"
    assert client.post(ORDERS, json={**ORDER, "id": found}).status_code == 201
    in_step(components)
    return found


def move(client: TestClient, order_id: str, state: str, match: str = "*", **more: str) -> Response:
    headers = {"If-Match": match, "X-Actor": "bo"}
    answer: Response = client.patch(f"{ORDERS}/{order_id}/state", json={"state": state, **more}, headers=headers)
    return answer


def found(client: TestClient, order_id: str) -> bool:
    """Whether the search for open jobs finds the order."""
    hits: list[dict[str, Any]] = client.get(f"{JOBS}/search?q=lagermedarbejder&limit=100").json()["hits"]
    return order_id in {hit["id"] for hit in hits}


def test_a_closed_order_leaves_the_open_jobs_and_stays_in_the_record(
    client: TestClient, components: Components, order_id: str
) -> None:
    assert found(client, order_id)
    closed = move(client, order_id, "besat").json()
    assert (closed["state"], closed["revision"], closed["next"]) == ("besat", 1, ["aaben"])
    assert not found(client, order_id)  # also while the index has not heard of it
    in_step(components)
    assert not found(client, order_id)
    assert client.get(f"{JOBS}/{order_id}").status_code == 404
    kept = client.get(f"{ORDERS}/{order_id}").json()
    assert (kept["state"], kept["title"]) == ("besat", ORDER["title"])
    assert order_id in client.get(f"{JOBS}/stream?after=0").json()["deletions"]


def test_it_is_not_counted_among_the_open_jobs(client: TestClient, components: Components, order_id: str) -> None:
    before = client.get(f"{JOBS}/search?q=lagermedarbejder").json()["total"]
    move(client, order_id, "trukket_tilbage")
    in_step(components)
    assert client.get(f"{JOBS}/search?q=lagermedarbejder").json()["total"] == before - 1


def test_it_can_be_opened_again_and_every_step_is_kept(
    client: TestClient, components: Components, order_id: str
) -> None:
    move(client, order_id, "ubesat", reason="Ingen med truckcertifikat")
    opened = move(client, order_id, "aaben", match='"1"').json()
    in_step(components)
    assert found(client, order_id)
    assert [(one["state"], one["by"], one["reason"]) for one in opened["steps"]] == [
        ("ubesat", "bo", "Ingen med truckcertifikat"),
        ("aaben", "bo", ""),
    ]
    assert client.get(f"{ORDERS}/{order_id}/state").json() == opened
    with components.database.reading() as record:
        acts = [line.action for line in record.audit_trail.of_record("job_order", order_id)]
    assert acts.count("move_order") == 2


def test_moves_that_the_table_has_not_are_refused(client: TestClient, order_id: str) -> None:
    assert move(client, order_id, "aaben").status_code == 409
    assert move(client, order_id, "besat").status_code == 200
    refused = move(client, order_id, "trukket_tilbage").json()
    assert refused["detail"].startswith("Ordren er besat og kan ikke blive trukket tilbage af virksomheden.")
    assert move(client, order_id, "aaben", match='"0"').status_code == 412
    assert client.patch(f"{ORDERS}/{order_id}/state", json={"state": "aaben"}).status_code == 428
    assert client.get(f"{ORDERS}/ukendt/state").status_code == 404


def test_an_order_is_not_given_up_without_a_reason(client: TestClient, order_id: str) -> None:
    assert move(client, order_id, "ubesat").json()["errors"][0]["field"] == "reason"
    assert move(client, order_id, "lukket").json()["errors"][0]["fix"].startswith("Vælg aaben, besat")


def test_a_correction_of_a_closed_order_leaves_it_closed(client: TestClient, order_id: str) -> None:
    move(client, order_id, "besat")
    assert client.patch(f"{ORDERS}/{order_id}", json={"positions": 4}, headers=ANY).status_code == 200
    assert client.get(f"{ORDERS}/{order_id}").json()["state"] == "besat"


def test_nobody_is_proposed_for_a_closed_order(client: TestClient, order_id: str) -> None:
    client.post("/api/v1/cvs", json={**CV, "id": "L-cv"})
    move(client, order_id, "besat")
    refused = client.post(f"{ORDERS}/{order_id}/proposals", json={"cv": "L-cv"})
    assert (refused.status_code, refused.json()["title"]) == (409, "Ordren er lukket")
    move(client, order_id, "aaben")
    assert client.post(f"{ORDERS}/{order_id}/proposals", json={"cv": "L-cv"}).status_code == 201
