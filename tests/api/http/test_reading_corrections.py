"""What was read of an order can be put right by a person, and stays so."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.wiring import Components
from tests.api.serving import CV, ORDER, in_step

ADDRESS = "/api/v1/job-orders"
TRUCK = {"kind": "certificate", "key": "truckcertifikat B"}
REMOVE = {"remove": [TRUCK], "reason": "Firmaet ringede: de oplærer selv."}


def receive(client: TestClient, order_id: str, **fields: object) -> None:
    assert client.post(ADDRESS, json={**ORDER, "id": order_id, **fields}).status_code == 201


def correct(client: TestClient, order_id: str, body: object, tag: str = '"1"') -> Response:
    return client.patch(f"{ADDRESS}/{order_id}/reading", json=body, headers={"If-Match": tag, "X-Actor": "kald-7"})


def demanded(answer: Response) -> dict[str, bool]:
    return {one["key"]: one["hard"] for one in answer.json()["read"]["requirements"]}


def test_a_removed_demand_is_asked_of_nobody_and_stays_away_when_the_order_is_read_again(client: TestClient) -> None:
    receive(client, "K-1")
    assert "truckcertifikat B" not in demanded(correct(client, "K-1", REMOVE))
    patched = client.patch(f"{ADDRESS}/K-1", json={"positions": 4}, headers={"If-Match": '"1"'})
    assert (patched.json()["revision"], "truckcertifikat B" in demanded(patched)) == (2, False)
    assert "truckcertifikat B" not in demanded(client.get(f"{ADDRESS}/K-1"))


def test_a_demand_can_be_added_weakened_and_handed_back_to_the_words(client: TestClient) -> None:
    receive(client, "K-2")
    wanted = {"set": [{**TRUCK, "hard": False}, {"kind": "language", "key": "dansk", "level": "B1"}]}
    found = correct(client, "K-2", wanted)
    assert (demanded(found)["truckcertifikat B"], demanded(found)["dansk"]) == (False, True)
    assert demanded(correct(client, "K-2", {"undo": [TRUCK]}))["truckcertifikat B"]


def test_a_correction_by_a_key_that_was_joined_with_another_holds_for_that(client: TestClient) -> None:
    receive(client, "K-2b", text="Vi søger en kok. Diætkost er et krav.")
    assert "diætkost" not in demanded(correct(client, "K-2b", {"remove": [{"kind": "skill", "key": "diæter"}]}))


def test_who_corrected_what_and_why_is_shown_newest_first(client: TestClient, components: Components) -> None:
    receive(client, "K-3")
    correct(client, "K-3", REMOVE)
    correct(client, "K-3", {"terms": {"hours_per_week": 30, "shifts": ["aften"], "start": None, "positions": 2}})
    shown = client.get(f"{ADDRESS}/K-3/reading")
    newest, oldest = shown.json()["corrections"]
    assert shown.headers["etag"] == '"1"'
    assert (oldest["by"], oldest["reason"], oldest["revision"]) == ("kald-7", REMOVE["reason"], 1)
    assert newest["correction"]["terms"]["hours_per_week"] == 30
    assert shown.json()["read"]["terms"]["hours_per_week"] == 30.0
    with components.database.reading() as record:
        assert "correct_reading" in {line.action for line in record.audit_trail.of_record("job_order", "K-3")}


def test_ranking_goes_by_the_correction(client: TestClient, components: Components) -> None:
    receive(client, "K-4")
    client.post("/api/v1/cvs", json={**CV, "id": "K-CV", "text": "Plukker og pakker. Jeg har intet kørekort."})
    in_step(components)
    before = client.get(f"{ADDRESS}/K-4/candidates/K-CV").json()
    correct(client, "K-4", {"set": [{"kind": "driving_licence", "key": "B"}]})
    in_step(components)
    after = client.get(f"{ADDRESS}/K-4/candidates/K-CV").json()
    assert (before["eligible"], after["eligible"]) == (True, False)


def test_a_corrected_start_is_what_people_must_be_free_for(client: TestClient, components: Components) -> None:
    receive(client, "K-start", start=None)
    client.post("/api/v1/cvs", json={**CV, "id": "K-fri", "availability": "2099-01-04"})
    in_step(components)
    before = client.get(f"{ADDRESS}/K-start/candidates/K-fri").json()
    correct(client, "K-start", {"terms": {"start": "2099-01-04"}})
    in_step(components)
    after = client.get(f"{ADDRESS}/K-start/candidates/K-fri").json()
    answers = [
        next(rule["answer"] for rule in one["rules"] if rule["rule"] == "availability") for one in (before, after)
    ]
    assert answers == ["spørg", "ja"]


def test_a_corrected_occupation_decides_the_route(client: TestClient, components: Components) -> None:
    receive(client, "K-5", title="Hjælp til lidt af hvert")
    other = next(
        one for one in components.catalog.occupations.values() if one.trade != "industri_lager_transport_service"
    )
    route = correct(client, "K-5", {"occupations": [other.id]}).json()["route"]
    assert (route["trade"], route["occupation"]["id"], route["needs_decision"]) == (other.trade, other.id, False)
    assert "rettet af en medarbejder" in route["reasons"][0]


def test_contradictions_are_told_and_go_when_they_are_settled(client: TestClient) -> None:
    receive(client, "K-6", text="Truckcertifikat B er et krav. Det er ikke nødvendigt med truckcertifikat B.")
    assert client.get(f"{ADDRESS}/K-6").json()["read"]["contradictions"][0]["what"] == "waived"
    assert correct(client, "K-6", {"set": [TRUCK]}).json()["read"]["contradictions"] == []


WRONG = [
    ({}, ""),
    ([], ""),
    ({"delete": [TRUCK]}, "delete"),
    ({"remove": [TRUCK], "delete": [TRUCK]}, "delete"),
    ({"set": [{"kind": "certificate", "key": "findes ikke"}]}, "set[0].key"),
    ({"set": [{"kind": "trolddom", "key": "x"}]}, "set[0].kind"),
    ({"set": [{"kind": "language", "key": "dansk", "level": "B9"}]}, "set[0].level"),
    ({"set": [{**TRUCK, "hard": "ja"}]}, "set[0].hard"),
    ({"set": "alt"}, "set"),
    ({"occupations": ["findes ikke"]}, "occupations"),
    ({"terms": {"hours_per_week": 900}}, "terms.hours_per_week"),
    ({"terms": {"shifts": ["midt om natten"]}}, "terms.shifts"),
    ({"terms": {"start": "i morgen"}}, "terms.start"),
    ({"terms": {"start": "20270104"}}, "terms.start"),
    ({"terms": {"loen": 1}}, "terms.loen"),
    ({"remove": [TRUCK], "reason": 5}, "reason"),
]


@pytest.mark.parametrize(("body", "field"), WRONG)
def test_a_wrong_correction_is_refused_by_its_field(client: TestClient, body: object, field: str) -> None:
    client.post(ADDRESS, json={**ORDER, "id": "K-7"})
    answer = correct(client, "K-7", body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    assert client.get(f"{ADDRESS}/K-7/reading").json()["corrections"] == []


def test_a_correction_made_from_another_revision_or_of_no_order_is_refused(client: TestClient) -> None:
    receive(client, "K-8")
    assert correct(client, "K-8", REMOVE, tag='"7"').status_code == 412
    assert client.patch(f"{ADDRESS}/K-8/reading", json=REMOVE).status_code == 428
    assert correct(client, "K-9-findes-ikke", REMOVE).status_code == 404
