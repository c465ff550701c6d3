"""What a developer elsewhere meets: parameters refused by name, problems told apart, open jobs for other sites."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.problems import ANSWERS, problem_type
from tests.api.serving import ORDER

PROBLEM = "urn:jobformidling:problem:"
# A program that tells problems by these must not meet others tomorrow: names are added, never changed.
TYPES = {
    "already-proposed",
    "body-too-large",
    "cursor-ahead",
    "cursor-too-old",
    "day-to-come",
    "foreign-request",
    "idempotency-key-reused",
    "if-match-missing",
    "intake",
    "job-not-open",
    "list-not-found",
    "move-not-allowed",
    "not-json",
    "order-closed",
    "order-not-then",
    "query",
    "record-not-found",
    "record-unavailable",
    "revision-conflict",
    "ruled-out",
    "schema-not-at-head",
    "search-unavailable",
    "unsound-address",
    "unsound-body",
}


@pytest.mark.parametrize(
    ("address", "fix"),
    [
        ("/api/v1/job-orders/S-101/candidates?tp=5", "Mente du top?"),
        ("/api/v1/job-orders/S-101/replay?as_off=2026-11-24", "Mente du as_of?"),
        ("/api/v1/jobs/stream?since=0", "Brug after."),
        ("/api/v1/job-orders/S-101?fields=id", "Fjern den."),
        ("/api/v1/jobs/search?querry=lager", "Brug q, trade,"),
    ],
)
def test_a_parameter_that_an_operation_does_not_take_is_refused_by_name(
    client: TestClient, address: str, fix: str
) -> None:
    refused = client.get(address)
    assert refused.status_code == 422
    assert refused.json()["type"] == f"{PROBLEM}query"
    (problem,) = refused.json()["errors"]
    assert problem["field"] == address.partition("?")[2].partition("=")[0]
    assert problem["problem"] == "Parameteren kendes ikke."
    assert problem["fix"].startswith(fix)


def test_nothing_is_kept_of_a_request_with_a_parameter_unknown(client: TestClient) -> None:
    sent = client.post("/api/v1/job-orders?dryrun=1", json={**ORDER, "id": "D-1"})
    assert sent.status_code == 422
    assert client.get("/api/v1/job-orders/D-1").status_code == 404


def test_pages_take_what_links_add(client: TestClient) -> None:
    assert client.get("/ordrer?utm_source=mail").status_code == 200


def test_programs_tell_problems_by_a_type_that_stays(client: TestClient) -> None:
    assert {problem_type(kind).removeprefix(PROBLEM) for kind in ANSWERS} == TYPES
    documented = client.get("/openapi.json").json()["components"]["schemas"]["Problem"]["properties"]["type"]["enum"]
    assert set(documented) == {f"{PROBLEM}{one}" for one in TYPES} | {"about:blank"}
    assert client.get("/api/v1/jobs/none").json()["type"] == f"{PROBLEM}job-not-open"
    assert client.get("/api/v1/none").json()["type"] == "about:blank"


@pytest.mark.parametrize(
    ("address", "shared"),
    [
        ("/api/v1/jobs/search?q=lager", True),
        ("/api/v1/jobs/none", True),
        ("/jobs.atom", True),
        ("/api/v1/job-orders/S-101", False),
        ("/api/v1/employers?q=lager", False),
        ("/jobs", False),
    ],
)
def test_pages_of_other_sites_may_read_the_open_jobs_and_nothing_else(
    client: TestClient, address: str, shared: bool
) -> None:
    answer = client.get(address, headers={"Origin": "https://kommune.example"}).headers
    assert answer.get("access-control-allow-origin") == ("*" if shared else None)
    assert answer["cross-origin-resource-policy"] == ("cross-origin" if shared else "same-origin")
