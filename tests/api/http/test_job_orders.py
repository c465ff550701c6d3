from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from api.http.answers import forget_old_answers
from api.wiring import Components
from tests.api.serving import ORDER, in_step

ADDRESS = "/api/v1/job-orders"


def test_a_new_order_is_kept_read_routed_and_counted(client: TestClient, components: Components) -> None:
    answer = client.post(ADDRESS, json={**ORDER, "id": "A-10"}, headers={"X-Actor": "kald-7"})
    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    found = answer.json()
    assert (found["id"], found["revision"], found["change"]) == ("A-10", 1, "created")
    assert found["route"]["department"] == found["owner"]["department"]
    assert "truckcertifikat B" in {one["key"] for one in found["read"]["requirements"]}
    assert found["candidates"] >= 1
    assert found["search"]["up"]
    with components.database.reading() as record:
        assert {line.actor for line in record.audit_trail.of_record("job_order", "A-10")} == {"kald-7"}


def test_the_same_order_again_changes_nothing_and_another_content_updates_it(client: TestClient) -> None:
    order = {**ORDER, "id": "A-11"}
    client.post(ADDRESS, json=order)
    again = client.post(ADDRESS, json=order)
    assert (again.status_code, again.json()["change"]) == (200, "unchanged")
    updated = client.post(ADDRESS, json={**order, "positions": 5})
    assert (updated.status_code, updated.json()["change"], updated.headers["etag"]) == (200, "updated", '"2"')


def test_an_order_is_given_back_in_the_public_format(client: TestClient) -> None:
    client.post(ADDRESS, json={**ORDER, "id": "A-12"})
    answer = client.get(f"{ADDRESS}/A-12")
    found = answer.json()
    assert {name: found[name] for name in ORDER if name != "id"} == {
        name: ORDER[name] for name in ORDER if name != "id"
    }
    assert answer.headers["etag"] == '"1"'
    assert found["route"]["id"] == found["read"]["id"] == "A-12"
    assert not found["synthetic"]
    assert client.get(f"{ADDRESS}/S-101").json()["synthetic"]


def test_a_like_order_of_the_same_company_is_named_as_a_possible_duplicate(client: TestClient) -> None:
    order = {**ORDER, "employer": "Dobbelt ApS"}
    client.post(ADDRESS, json={**order, "id": "A-13a"})
    assert client.post(ADDRESS, json={**order, "id": "A-13b"}).json()["duplicates"] == ["A-13a"]


def test_every_wrong_field_is_named_with_its_fix(client: TestClient) -> None:
    answer = client.post(ADDRESS, json={**ORDER, "postcode": "0000", "positions": "to", "tittel": "x"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 422
    assert {one["field"] for one in problem["errors"]} == {"postcode", "positions", "tittel"}
    assert all(one["problem"] and one["fix"] for one in problem["errors"])


@pytest.mark.parametrize("body", [b"", b"{", b'{"id": NaN}', b'{"id": 1, "id": 2}', b"\xff", b"[" * 5000])
def test_what_is_not_sound_json_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post(ADDRESS, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["title"] == "Ugyldig JSON"


def test_a_body_without_the_json_type_is_refused(client: TestClient) -> None:
    assert client.post(ADDRESS, content=b"{}", headers={"Content-Type": "text/plain"}).status_code == 415


def test_a_body_over_the_limit_is_refused(client: TestClient) -> None:
    answer = client.post(ADDRESS, content=b" " * 1_000_001, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_an_unknown_order_is_not_found(client: TestClient) -> None:
    answer = client.get(f"{ADDRESS}/ukendt")
    assert (answer.status_code, answer.json()["title"]) == (404, "Findes ikke")


def test_a_key_gives_the_same_answer_to_the_same_body_and_refuses_another(client: TestClient) -> None:
    order, key = {**ORDER, "id": "A-14"}, {"Idempotency-Key": "n-14"}
    first = client.post(ADDRESS, json=order, headers=key)
    second = client.post(ADDRESS, json=order, headers=key)
    assert (second.status_code, second.json(), second.headers["etag"]) == (201, first.json(), '"1"')
    other = client.post(ADDRESS, json={**order, "positions": 9}, headers=key)
    assert other.status_code == 422
    assert other.json()["errors"][0]["field"] == "Idempotency-Key"
    assert client.get(f"{ADDRESS}/A-14").json()["positions"] == 2


def test_a_refused_order_uses_no_key_up(client: TestClient) -> None:
    key = {"Idempotency-Key": "n-15"}
    assert client.post(ADDRESS, json={"id": "A-15"}, headers=key).status_code == 422
    assert client.post(ADDRESS, json={**ORDER, "id": "A-15"}, headers=key).status_code == 201


def test_a_kept_answer_is_forgotten_after_a_week_though_the_server_never_stops(
    client: TestClient, components: Components
) -> None:
    order, key = {**ORDER, "id": "A-17"}, {"Idempotency-Key": "n-17"}
    changes = []
    for days in (0, 7, 9):
        forget_old_answers(components.database, datetime.now(UTC).date() + timedelta(days))
        changes.append(client.post(ADDRESS, json=order, headers=key).json()["change"])
    assert changes == ["created", "created", "unchanged"]


def test_a_correction_merges_fields_and_routes_again(client: TestClient) -> None:
    client.post(ADDRESS, json={**ORDER, "id": "A-16"})
    patch = {"positions": 4, "employer": None, "contact": {"phone": None}}
    answer = client.patch(f"{ADDRESS}/A-16", json=patch, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.headers["etag"], answer.json()["change"]) == (200, '"2"', "updated")
    found = client.get(f"{ADDRESS}/A-16").json()
    assert found["positions"] == 4
    assert "employer" not in found
    assert found["contact"] == {"name": "Bodil Testesen", "email": "bodil@kajens.example"}


def test_a_correction_is_refused_without_or_with_the_wrong_revision(client: TestClient) -> None:
    client.post(ADDRESS, json={**ORDER, "id": "A-17"})
    assert client.patch(f"{ADDRESS}/A-17", json={"positions": 4}).status_code == 428
    for tag in ('"7"', 'W/"1"', '"noget"', '"99999999999999999999"'):
        late = client.patch(f"{ADDRESS}/A-17", json={"positions": 4}, headers={"If-Match": tag})
        assert (late.status_code, "udgave 0" in late.text) == (412, False)
    assert client.get(f"{ADDRESS}/A-17").json()["revision"] == 1


@pytest.mark.parametrize("patch", [{"title": None}, {"id": "B-1"}, {"positions": 0}, [], {"ukendt": 1}])
def test_a_correction_must_leave_a_sound_order(client: TestClient, patch: object) -> None:
    client.post(ADDRESS, json={**ORDER, "id": "A-18"})
    answer = client.patch(f"{ADDRESS}/A-18", json=patch, headers={"If-Match": '"1"'})
    assert answer.status_code == 422
    assert client.get(f"{ADDRESS}/A-18").json()["revision"] == 1


@pytest.mark.parametrize("order_id", ["A/1", "A/candidates", "Å 1?#%", "A%2F1"])
def test_an_id_may_hold_any_printable_character(client: TestClient, order_id: str) -> None:
    from urllib.parse import quote

    client.post(ADDRESS, json={**ORDER, "id": order_id})
    address = f"{ADDRESS}/{quote(order_id, safe='')}"
    assert client.get(address).json()["id"] == order_id
    assert client.get(f"{address}/candidates").json()["order"] == order_id
    assert client.get(f"/ordrer/{quote(order_id, safe='')}").status_code == 200


def test_a_list_of_candidates_is_ranked_explained_and_kept(client: TestClient, components: Components) -> None:
    in_step(components)
    answer = client.get(f"{ADDRESS}/S-101/candidates", params={"top": 3}, headers={"X-Actor": "konsulent-3"})
    found = answer.json()
    assert answer.status_code == 200
    assert [one["rank"] for one in found["candidates"]] == list(range(1, len(found["candidates"]) + 1))
    first = found["candidates"][0]
    assert first["score"] == pytest.approx(sum(first["parts"].values()))
    assert first["reasons"]
    assert first["synthetic"]
    with components.database.reading() as record:
        kept = record.ranked_lists.get(found["list"])
    assert kept is not None
    assert kept.created_by == "konsulent-3"
    assert [one.cv_id for one in kept.list.candidates] == [one["cv"] for one in found["candidates"]]


def test_those_held_back_are_counted_by_rule_and_shown_when_asked_for(client: TestClient) -> None:
    on = client.get(f"{ADDRESS}/S-101/candidates").json()
    shown = client.get(f"{ADDRESS}/S-101/candidates", params={"eligibility": "show"}).json()
    assert on["fell_for"]
    assert all(one["label"] and one["count"] > 0 for one in on["fell_for"].values())
    assert all(one["eligible"] for one in on["candidates"])
    blocked = [one for one in shown["candidates"] if not one["eligible"]]
    assert len(shown["candidates"]) == len(on["candidates"]) + len(blocked)
    assert all(one["blocked_by"] for one in blocked)


def test_every_place_and_every_absence_can_be_explained(client: TestClient) -> None:
    lines = client.get(f"{ADDRESS}/S-101/candidates", params={"eligibility": "show"}).json()["candidates"]
    assert {line["eligible"] for line in lines} == {True, False}
    for line in lines:
        why = client.get(f"{ADDRESS}/S-101/candidates/{line['cv']}").json()
        assert why["in_list"] == line["eligible"]
        assert why["rules"]
        assert all(rule["label"] and rule["answer"] in {"ja", "spørg", "nej"} for rule in why["rules"])
        assert why["summary"].startswith("Nr. " if line["eligible"] else "Kan ikke foreslås")


@pytest.mark.parametrize(
    ("parameters", "field"),
    [({"top": 0}, "top"), ({"top": "mange"}, "top"), ({"top": 501}, "top"), ({"eligibility": "måske"}, "eligibility")],
)
def test_wrong_parameters_of_a_list_are_named_in_danish(
    client: TestClient, parameters: dict[str, object], field: str
) -> None:
    answer = client.get(f"{ADDRESS}/S-101/candidates", params=parameters)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field
    assert answer.json()["errors"][0]["fix"].startswith(("Skriv", "Brug on, off"))


def test_candidates_of_unknown_orders_and_unknown_cvs_are_not_found(client: TestClient) -> None:
    assert client.get(f"{ADDRESS}/ukendt/candidates").status_code == 404
    assert client.get(f"{ADDRESS}/S-101/candidates/ukendt").status_code == 404
