"""A person's right of access over HTTP: all that is kept, for the consultant to hand over."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components
from tests.api.serving import CV, ORDER, in_step

CVS, ORDERS = "/api/v1/cvs", "/api/v1/job-orders"
BO = {"X-Actor": "bo"}


def test_what_was_done_with_a_cv_over_http_is_all_there(client: TestClient, components: Components) -> None:
    client.post(CVS, json={**CV, "id": "I-C1"}, headers=BO)
    client.post(ORDERS, json={**ORDER, "id": "I-1"}, headers=BO)
    in_step(components)
    client.get(f"{ORDERS}/I-1/candidates", params={"top": "200"}, headers=BO)
    client.get(f"{ORDERS}/I-1/candidates/I-C1", headers=BO)
    client.post(f"{ORDERS}/I-1/proposals", json={"cv": "I-C1"}, headers=BO)
    client.put(f"{CVS}/I-C1/case", json={"away_until": "2027-01-31"}, headers=BO)

    answer = client.get(f"{CVS}/I-C1/insight", headers={"X-Actor": "eva"})

    assert answer.status_code == 200
    told = answer.json()
    assert [one["content"]["text"] for one in told["revisions"]] == [CV["text"]]
    assert [(one["order"], one["rank"] > 0, bool(one["reasons"])) for one in told["lists"]] == [("I-1", True, True)]
    assert [(one["order"], one["state"]) for one in told["proposals"]] == [("I-1", "foreslaaet")]
    assert [one["away_until"] for one in told["cases"]] == ["2027-01-31"]
    assert [one["act"] for one in told["acts"]] == ["look_up_case", "propose", "explain", "created"]
    assert "bo" not in {value for part in told.values() if isinstance(part, list) for one in part for value in one}
    assert '"bo"' not in answer.text


def test_each_insight_is_in_the_audit_trail(client: TestClient, components: Components) -> None:
    client.get(f"{CVS}/P-1003/insight", headers={"X-Actor": "eva"})

    with components.database.reading() as record:
        last = record.audit_trail.of_record("cv", "P-1003")[-1]
    assert (last.actor, last.purpose, last.action) == ("eva", "indsigt", "insight")


@pytest.mark.parametrize("role", ["kvs", "arbejdsgiver"])
def test_only_the_consultant_may_ask_for_it(client: TestClient, role: str) -> None:
    assert client.get(f"{CVS}/P-1001/insight", params={"role": role}).status_code == 422


def test_nobody_is_shown_for_an_id_that_nothing_is_kept_under(client: TestClient) -> None:
    assert client.get(f"{CVS}/ukendt/insight").status_code == 404
