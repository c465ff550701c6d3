from __future__ import annotations

from fastapi.testclient import TestClient

from api.wiring import Components
from tests.api.serving import CV, ORDER

ADDRESS = "/api/v1/cvs"


def test_a_cv_is_received_given_back_and_corrected(client: TestClient) -> None:
    assert client.post(ADDRESS, json=CV).status_code == 201
    answer = client.get(f"{ADDRESS}/C-1")
    assert answer.json() == {**CV, "revision": 1, "synthetic": False}
    corrected = client.patch(f"{ADDRESS}/C-1", json={"postcode": "2100"}, headers={"If-Match": answer.headers["etag"]})
    assert (corrected.status_code, corrected.headers["etag"]) == (200, '"2"')
    assert client.get(f"{ADDRESS}/C-1").json()["postcode"] == "2100"


def test_every_look_up_is_written_in_the_audit_trail(client: TestClient, components: Components) -> None:
    client.get(f"{ADDRESS}/P-1001", headers={"X-Actor": "konsulent-3"})
    client.get(f"{ADDRESS}/P-1001")
    with components.database.reading() as record:
        seen = [line for line in record.audit_trail.of_record("cv", "P-1001") if line.action == "look_up"]
    assert [line.actor for line in seen[-2:]] == ["konsulent-3", "anonym"]


def test_the_answer_kept_under_a_key_repeats_nothing_of_the_cv(client: TestClient) -> None:
    key = {"Idempotency-Key": "cv-2"}
    first = client.post(ADDRESS, json={**CV, "id": "C-2"}, headers=key)
    assert first.json() == client.post(ADDRESS, json={**CV, "id": "C-2"}, headers=key).json()
    assert set(first.json()) == {"id", "revision", "change", "search"}


def test_a_key_of_orders_is_another_than_the_same_key_of_cvs(client: TestClient) -> None:
    key = {"Idempotency-Key": "den-samme"}
    assert client.post("/api/v1/job-orders", json={**ORDER, "id": "C-3"}, headers=key).status_code == 201
    assert client.post(ADDRESS, json={**CV, "id": "C-3"}, headers=key).status_code == 201


def test_wrong_fields_and_unknown_cvs_are_refused(client: TestClient) -> None:
    wrong = client.post(ADDRESS, json={**CV, "match_category": 9})
    assert [one["field"] for one in wrong.json()["errors"]] == ["match_category"]
    assert client.get(f"{ADDRESS}/ukendt").status_code == 404
    assert client.patch(f"{ADDRESS}/ukendt", json={}, headers={"If-Match": '"1"'}).status_code == 404
    assert client.patch(f"{ADDRESS}/P-1002", json={}).status_code == 428
