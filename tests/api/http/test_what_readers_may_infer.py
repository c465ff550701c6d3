"""Two people who differ only in what a reader may not know are the same to that reader, to the last digit."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components
from tests.api.serving import CV, ORDER, in_step

ORDERS = "/api/v1/job-orders"
KINDS = ("ordinaer", "fleksjob", "skaanejob", "virksomhedspraktik")
# Each shows in a consultant's list by a condition of its own.
WISHES = {
    "fleksjob": {"text": f"{CV['text']} Søger fleksjob."},
    "bevilget": {"text": f"{CV['text']} Jeg er bevilget fleksjob."},
    "skaanejob": {"desired_jobs": ["lagermedarbejder", "skånejob"]},
    "deltid": {"hours": "deltid"},
    "senere": {"availability": "2099-06-01"},
    "kategori": {"match_category": 3},
    "forsikret": {"insured": True, "age_group": "50+"},
}
TELLING = ("parts", "score", "reasons", "blocked_by", "ask", "rules", "matched")


@pytest.fixture(scope="module")
def asked(client: TestClient, components: Components) -> TestClient:
    """The client, with an order of each kind and somebody with every wish."""
    for kind in KINDS:
        order = {**ORDER, "id": f"I-{kind}", "order_type": kind, "hours_per_week": 37, "start": "2099-01-04"}
        assert client.post(ORDERS, json=order).status_code == 201
    for name, wish in {"none": {}, **WISHES}.items():
        assert client.post("/api/v1/cvs", json={**CV, "id": f"I-{name}", **wish}).status_code == 201
    in_step(components)
    return client


def told(client: TestClient, kind: str, name: str) -> dict[str, Any]:
    """What the coordinator is told of the person besides the id, the place among equals and what the rules say."""
    answer = client.get(f"{ORDERS}/I-{kind}/candidates/I-{name}", params={"role": "kvs"}).json()
    return {key: answer[key] for key in TELLING}


@pytest.mark.parametrize("kind", KINDS)
def test_a_wish_that_may_tell_of_health_or_benefit_changes_nothing(asked: TestClient, kind: str) -> None:
    plain = told(asked, kind, "none")
    assert plain["score"] == pytest.approx(sum(plain["parts"].values()), abs=1e-6)
    assert {name: told(asked, kind, name) for name in WISHES} == dict.fromkeys(WISHES, plain)


@pytest.mark.parametrize("kind", KINDS)
def test_an_employer_reads_the_same_of_all_who_are_listed(asked: TestClient, kind: str) -> None:
    lines = asked.get(f"{ORDERS}/I-{kind}/candidates?role=arbejdsgiver").json()["candidates"]
    said = [line["reasons"] for line in lines if line["cv"].startswith("I-")]
    assert said == [said[0]] * len(said)
    assert len(said) > 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_parts_that_others_see_sum_to_the_score_they_see(asked: TestClient, kind: str) -> None:
    lines = asked.get(f"{ORDERS}/I-{kind}/candidates?role=kvs&eligibility=show").json()["candidates"]
    assert {f"I-{name}" for name in WISHES} <= {line["cv"] for line in lines}
    for line in lines:
        assert sum(line["parts"].values()) == pytest.approx(line["score"], abs=1e-6)


def test_equals_stand_side_by_side_in_the_list_that_others_see(asked: TestClient) -> None:
    lines = asked.get(f"{ORDERS}/I-ordinaer/candidates?role=kvs").json()["candidates"]
    ranks = [line["rank"] for line in lines if line["cv"].startswith("I-")]
    assert max(ranks) - min(ranks) == len(ranks) - 1
    assert [line["score"] for line in lines] == sorted((line["score"] for line in lines), reverse=True)


def test_the_consultant_sees_what_the_wishes_cost(asked: TestClient) -> None:
    own = asked.get(f"{ORDERS}/I-ordinaer/candidates/I-senere").json()
    assert own["parts"]["startdato"] < 0
    assert own["score"] < asked.get(f"{ORDERS}/I-ordinaer/candidates/I-none").json()["score"]


def test_a_list_that_the_coordinator_was_given_is_made_again_as_it_was(asked: TestClient) -> None:
    number = asked.get(f"{ORDERS}/I-ordinaer/candidates?role=kvs").json()["list"]
    assert asked.get(f"/api/v1/lists/{number}/replay").json()["identical"]
