"""Characters that no text holds and not every database takes are refused by field, whoever sends them and where."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient

from tests.api.serving import CV, ORDER

ORDERS, CVS = "/api/v1/job-orders", "/api/v1/cvs"
DAMAGED = ["a\x00b", "a\ud800b", "a\x1b[31mb"]
SENT: Mapping[str, tuple[str, str, str]] = {  # name -> method, address, body with the text in place of %s
    "state": ("PATCH", f"{ORDERS}/D-hurt/state", '{"state": "besat", "reason": %s}'),
    "decision": ("POST", f"{ORDERS}/D-hurt/route-decisions", '{"department": "JKM", "reason": %s}'),
    "proposal": ("POST", f"{ORDERS}/D-hurt/proposals", '{"cv": "D-hurt", "reason": %s}'),
    "proposed": ("POST", f"{ORDERS}/D-hurt/proposals", '{"cv": %s}'),
    "reading": ("PATCH", f"{ORDERS}/D-hurt/reading", '{"remove": [{"kind": "skill", "key": "x"}], "reason": %s}'),
    "demand": ("PATCH", f"{ORDERS}/D-hurt/reading", '{"set": [{"kind": "skill", "key": %s}]}'),
    "order": ("PATCH", f"{ORDERS}/D-hurt", '{"contact": {"name": %s}}'),
    "cv": ("PATCH", f"{CVS}/D-hurt", '{"languages": {%s: "B1"}}'),
    "case": ("PUT", f"{CVS}/D-hurt/case", '{"employers": [%s]}'),
}


@pytest.fixture(scope="module")
def asked(client: TestClient) -> TestClient:
    client.post(ORDERS, json={**ORDER, "id": "D-hurt"})
    client.post(CVS, json={**CV, "id": "D-hurt"})
    return client


@pytest.mark.parametrize("text", DAMAGED, ids=["nul", "surrogate", "escape"])
@pytest.mark.parametrize("name", SENT)
def test_a_damaged_text_is_refused_by_its_field(asked: TestClient, name: str, text: str) -> None:
    method, address, body = SENT[name]
    headers = {"Content-Type": "application/json", "If-Match": "*"}
    answer = asked.request(method, address, content=body.replace("%s", json.dumps(text)), headers=headers)
    assert answer.status_code == 422, answer.text
    assert all(one["field"] and one["fix"] for one in answer.json()["errors"])


@pytest.mark.parametrize(
    "address", [f"{CVS}/%00", f"{ORDERS}/A%00B", "/api/v1/employers?q=%00", "/api/v1/jobs/search?q=a%00", "/jobs?q=%00"]
)
def test_an_address_with_a_nul_is_no_address(asked: TestClient, address: str) -> None:
    assert asked.get(address).status_code == 400


def test_an_unknown_field_of_a_correction_is_named(asked: TestClient) -> None:
    sent = asked.patch(f"{ORDERS}/D-hurt/reading", json={"demands": []}, headers={"If-Match": "*"})
    assert [one["field"] for one in sent.json()["errors"]] == ["demands"]
