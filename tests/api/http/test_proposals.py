"""Proposals and looked-up cases over HTTP: made, followed up, refused by name."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.wiring import Components
from tests.api.serving import CV, ORDER, in_step

ORDERS, CVS = "/api/v1/job-orders", "/api/v1/cvs"
BO = {"X-Actor": "bo"}


@pytest.fixture(scope="module")
def order(client: TestClient, components: Components) -> str:
    """An order whom four people fit; its employer has a CVR number."""
    received = client.post(ORDERS, json={**ORDER, "id": "F-1", "cvr": "99999918"})
    assert received.status_code == 201
    for number in range(1, 5):
        assert client.post(CVS, json={**CV, "id": f"F-C{number}"}).status_code == 201
    in_step(components)
    return f"{ORDERS}/F-1"


def propose(client: TestClient, order: str, cv_id: str, **more: str) -> Response:
    return client.post(f"{order}/proposals", json={"cv": cv_id, **more}, headers=BO)


def move(client: TestClient, order: str, cv_id: str, state: str, tag: str, **more: str) -> Response:
    body = {"state": state, **more}
    return client.patch(f"{order}/proposals/{cv_id}", json=body, headers={**BO, "If-Match": tag})


def listed(client: TestClient, order: str, **more: str) -> dict[str, dict[str, object]]:
    found = client.get(f"{order}/candidates", params={"top": "100", **more}).json()
    return {one["cv"]: one for one in found["candidates"]}


def test_a_proposal_is_made_followed_up_and_told_with_every_step(
    client: TestClient, order: str, components: Components
) -> None:
    made = propose(client, order, "F-C1")
    assert (made.status_code, made.headers["etag"]) == (201, '"1"')
    assert made.json() | {"at": ""} == {
        "order": "F-1",
        "cv": "F-C1",
        "state": "foreslaaet",
        "revision": 1,
        "by": "bo",
        "at": "",
        "next": [
            "kontaktet",
            "interesseret",
            "til_samtale",
            "takket_nej",
            "ansat",
            "ikke_ansat",
            "udeblevet",
            "trukket_tilbage",
        ],
    }
    assert move(client, order, "F-C1", "til_samtale", '"1"').json()["revision"] == 2
    rejected = move(client, order, "F-C1", "ikke_ansat", '"2"', reason="En anden blev valgt.")
    assert rejected.json()["next"] == ["foreslaaet"]

    [shown] = [one for one in client.get(f"{order}/proposals").json()["proposals"] if one["cv"] == "F-C1"]
    assert [(step["state"], step["reason"], step["by"]) for step in shown["steps"]] == [
        ("foreslaaet", "", "bo"),
        ("til_samtale", "", "bo"),
        ("ikke_ansat", "En anden blev valgt.", "bo"),
    ]
    one = client.get(f"{order}/proposals/F-C1", headers=BO)
    assert (one.json(), one.headers["etag"]) == (shown, '"3"')
    with components.database.reading() as record:
        acts = [line.action for line in record.audit_trail.of_record("cv", "F-C1") if line.actor == "bo"]
    assert acts == ["propose", "move_proposal", "move_proposal", "look_up"]


def test_who_is_proposed_leaves_the_list_and_how_many_want_a_person_stands_in_it(
    client: TestClient, order: str
) -> None:
    assert {"F-C2", "F-C3"} <= listed(client, order).keys()
    other = {**ORDER, "id": "F-2", "title": "Truckfører"}
    assert client.post(ORDERS, json=other).status_code == 201
    assert propose(client, order, "F-C2").status_code == 201
    assert propose(client, f"{ORDERS}/F-2", "F-C3").status_code == 201

    found = listed(client, order)
    assert "F-C2" not in found
    assert found["F-C3"]["open_proposals"] == 1
    assert listed(client, order, eligibility="show")["F-C2"]["blocked_by"] == [
        "Har allerede været foreslået til ordren."
    ]
    assert "open_proposals" not in listed(client, order, role="kvs")["F-C3"]


def test_what_cannot_be_is_refused_by_name(client: TestClient, order: str) -> None:
    assert propose(client, order, "F-C4").status_code == 201
    again, unknown = propose(client, order, "F-C4"), propose(client, order, "F-C9")
    assert (again.status_code, again.json()["title"]) == (409, "Allerede foreslået")
    assert (unknown.status_code, propose(client, f"{ORDERS}/F-9", "F-C4").status_code) == (404, 404)
    assert move(client, order, "F-C4", "foreslaaet", '"1"').json()["title"] == "Ikke muligt nu"
    assert move(client, order, "F-C9", "kontaktet", '"1"').status_code == 404
    assert move(client, order, "F-C4", "kontaktet", '"7"').status_code == 412
    missing = client.patch(f"{order}/proposals/F-C4", json={"state": "kontaktet"})
    assert missing.status_code == 428


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["cv"]),
        ({"cv": 7, "reason": "x" * 201}, ["reason", "cv"]),
        ({"cv": "F-C1", "begrundelse": ""}, ["begrundelse"]),
        ([], [""]),
    ],
)
def test_an_unsound_proposal_names_its_fields(client: TestClient, order: str, body: object, fields: list[str]) -> None:
    answer = client.post(f"{order}/proposals", json=body)
    assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, fields)


def test_an_outcome_that_the_employer_decides_has_a_reason(client: TestClient, order: str) -> None:
    client.post(CVS, json={**CV, "id": "F-C5"})
    propose(client, order, "F-C5")
    for body, field in (({"state": "ikke_ansat"}, "reason"), ({"state": "hyret"}, "state")):
        answer = client.patch(f"{order}/proposals/F-C5", json=body, headers={"If-Match": '"1"'})
        assert [one["field"] for one in answer.json()["errors"]] == [field]


def test_a_rule_holds_back_until_a_person_says_why_not(client: TestClient, order: str) -> None:
    client.post(CVS, json={**CV, "id": "F-C6", "cv_approved": False})
    refused = propose(client, order, "F-C6")
    assert (refused.status_code, refused.json()["title"]) == (409, "Kan ikke foreslås")
    assert propose(client, order, "F-C6", reason="Godkendes i dag.").status_code == 201


def test_the_same_key_proposes_once(client: TestClient, order: str) -> None:
    client.post(CVS, json={**CV, "id": "F-C7"})
    headers = {**BO, "Idempotency-Key": "en-gang"}
    answers = [client.post(f"{order}/proposals", json={"cv": "F-C7"}, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert {answer.status_code for answer in answers} == {201}


@pytest.mark.parametrize("role", ["kvs", "arbejdsgiver"])
def test_proposals_and_cases_are_the_consultant_s(client: TestClient, order: str, role: str) -> None:
    asked = {"role": role}
    answers = (
        client.get(f"{order}/proposals", params=asked),
        client.post(f"{order}/proposals", params=asked, json={"cv": "F-C1"}),
        client.get(f"{CVS}/F-C1/case", params=asked),
        client.put(f"{CVS}/F-C1/case", params=asked, json={}),
    )
    assert {answer.status_code for answer in answers} == {422}


def test_a_case_is_looked_up_corrected_and_heeded(client: TestClient, order: str) -> None:
    client.post(CVS, json={**CV, "id": "F-C8"})
    address = f"{CVS}/F-C8/case"
    assert client.get(address).status_code == 404
    first = client.put(address, json={"employers": ["99999918"]}, headers=BO)
    assert (first.status_code, first.json()["employers"], first.json()["by"]) == (201, ["99999918"], "bo")
    assert propose(client, order, "F-C8").json()["detail"].startswith("F-C8 kan ikke foreslås: Er allerede ansat")
    assert client.put(address, json={}).status_code == 428
    corrected = client.put(address, json={"away_until": "2027-01-31"}, headers={"If-Match": '"1"'})
    assert (corrected.status_code, corrected.json()["away"], corrected.json()["employers"]) == (200, True, [])
    assert client.put(address, json={}, headers={"If-Match": '"1"'}).status_code == 412
    assert client.get(address).json()["away_until"] == "2027-01-31"
    assert client.put(f"{CVS}/F-C99/case", json={}).status_code == 404


def test_an_unsound_case_names_its_fields(client: TestClient, order: str) -> None:
    body = {"protected": 1, "employers": ["123"], "away_until": "i morgen"}
    answer = client.put(f"{CVS}/F-C1/case", json=body)
    assert [one["field"] for one in answer.json()["errors"]] == ["protected", "employers[0]", "away_until"]
    assert client.put(f"{CVS}/F-C1/case", json={"diagnose": "x"}).json()["errors"][0]["field"] == "diagnose"
