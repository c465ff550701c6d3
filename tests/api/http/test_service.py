from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import labels
from indexer.embedding.cache import CachedEmbedder
from indexer.feeding.synchronise import BATCH
from indexer.intake import read_cv
from matcher.eligibility.rules import RULES
from matcher.wording.tables import wording
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import RequirementKind
from tests.api.serving import CV, ORDER, client_of, fill, in_step, small_components


def test_health_tells_each_part(client: TestClient) -> None:
    for address in ("/health", "/health/ready"):
        answer = client.get(address)
        assert answer.status_code == 200
        found = answer.json()
        assert found["record"]["up"]
        assert found["embedder"]["up"]
        assert found["index"]["generation"]


def test_health_is_degraded_while_the_index_is_more_than_a_batch_behind(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog
) -> None:
    components = small_components(tmp_path, embedder, small_catalog)
    fill(components)
    in_step(components)
    unserved = client_of(components)  # not entered: nothing follows the record
    assert unserved.get("/health").json()["status"] == "up"
    with components.database.transaction("test") as record:
        record.cvs.put_many([read_cv({**CV, "id": f"L-{number}"}) for number in range(BATCH + 1)])
    behind = unserved.get("/health").json()
    assert (behind["status"], behind["index"]["up"], behind["index"]["lag"]) == ("degraded", True, BATCH + 1)
    components.close()


def test_without_search_orders_are_still_received_and_nothing_is_lost(without_search: TestClient) -> None:
    answer = without_search.post("/api/v1/job-orders", json={**ORDER, "id": "A-30"})
    assert answer.status_code == 201
    assert answer.json()["candidates"] is None
    assert not answer.json()["search"]["up"]
    assert "ude af drift" in answer.json()["search"]["message"]
    assert answer.json()["route"]["department"]
    assert without_search.get("/api/v1/job-orders/A-30").status_code == 200
    assert without_search.post("/api/v1/cvs", json=CV).status_code == 201
    assert without_search.get("/ordrer/A-30").status_code == 200
    assert without_search.get("/api/v1/jobs/A-30").status_code == 200
    assert without_search.get("/jobs/A-30").status_code == 200


def test_a_list_says_how_far_behind_the_search_was_when_it_was_made(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog
) -> None:
    made = small_components(tmp_path, embedder, small_catalog)
    fill(made)
    in_step(made)
    serving = client_of(made)  # not started, so that nothing but the test feeds the index
    address = "/api/v1/job-orders/S-101/candidates"
    assert serving.get(address).json()["search"]["lag"] == 0
    with made.database.transaction("test") as record:
        record.cvs.put_many([read_cv(CV)])
    assert serving.get(address).json()["search"]["lag"] == 1
    made.close()


@pytest.mark.parametrize(
    "address", ["/api/v1/jobs/search?q=lager", "/api/v1/job-orders/S-101/candidates", "/api/v1/jobs/suggest?q=l"]
)
def test_without_search_searches_say_when_to_try_again(without_search: TestClient, address: str) -> None:
    answer = without_search.get(address)
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["content-type"] == "application/problem+json"


def test_without_search_the_pages_say_so(without_search: TestClient) -> None:
    assert without_search.get("/").status_code == 200
    assert "Ude af drift" in without_search.get("/").text
    assert without_search.get("/jobs?q=lager").status_code == 503
    assert without_search.get("/ordrer/S-101/kandidater").status_code == 503
    health = without_search.get("/health")
    assert (health.status_code, health.json()["status"], health.json()["index"]["up"]) == (200, "degraded", False)


def test_imported_orders_get_an_owner_at_the_start(without_search: TestClient) -> None:
    assert without_search.get("/api/v1/job-orders/S-101").json()["owner"]["department"]


def test_what_the_client_asks_wrongly_is_told_as_a_problem(client: TestClient) -> None:
    unknown = client.get("/api/v1/noget")
    assert (unknown.status_code, unknown.headers["content-type"]) == (404, "application/problem+json")
    wrong = client.delete("/api/v1/job-orders/S-101")
    assert (wrong.status_code, wrong.json()["title"]) == (405, "Metoden bruges ikke her")
    assert "GET" in wrong.headers["allow"]


def test_a_wrong_method_is_told_every_right_one(client: TestClient) -> None:
    assert client.delete("/api/v1/job-orders/S-101").headers["allow"] == "GET, PATCH"
    assert client.put("/ordrer/ny").headers["allow"] == "GET, POST"


def test_head_answers_as_get_does_without_the_content(client: TestClient) -> None:
    for address in ("/health", "/ordrer", "/api/v1/job-orders/S-101", "/static/style.css"):
        asked = client.head(address)
        assert (asked.status_code, asked.headers["content-type"]) == (200, client.get(address).headers["content-type"])
    assert client.head("/api/v1/job-orders").status_code == 405


def test_pages_of_other_sites_and_foreign_names_are_kept_out(client: TestClient) -> None:
    assert client.get("/api/v1/cvs/P-1001", headers={"Host": "evil.example"}).status_code == 403
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post("/ordrer/ny", data={}, headers=headers).status_code == 403
    same = client.post("/ordrer/ny", data={}, headers={"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"})
    assert same.status_code == 422


def test_answers_carry_headers_that_protect_the_reader(client: TestClient) -> None:
    for address in ("/", "/api/v1/cvs/P-1001", "/static/style.css", "/nowhere"):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert client.get("/api/v1/cvs/P-1001").headers["cache-control"] == "no-store"


def test_an_unforeseen_error_is_answered_and_logged_without_anybodys_words(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    components = small_components(tmp_path, embedder, small_catalog)
    with client_of(components) as client:
        components.__dict__["jobs"] = None  # as good as any mistake of the program
        with caplog.at_level(logging.DEBUG):
            answer = client.get("/api/v1/jobs/hemmelig-person/similar")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "AttributeError while answering GET /api/v1/jobs/{job_id}/similar" in caplog.text
    assert "hemmelig" not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("api"))


def test_the_log_holds_nothing_that_people_wrote(
    client: TestClient, caplog: pytest.LogCaptureFixture, without_search: TestClient
) -> None:
    with caplog.at_level(logging.DEBUG):
        for serving in (client, without_search):
            serving.post("/api/v1/cvs", json={**CV, "id": "C-31", "text": "Hemmelig Person, 20304050"})
            serving.post("/api/v1/cvs", json={**CV, "id": "C-31", "text": 7, "headline": "Hemmelig Person"})
            serving.get("/api/v1/jobs/search", params={"q": "Hemmelig Person"})
            serving.get("/api/v1/cvs/Hemmelig Person")
    own = [record.getMessage() for record in caplog.records if not record.name.startswith("httpx")]
    assert not any("Hemmelig" in line or "20304050" in line for line in own)


def test_the_documentation_is_sound_and_names_every_address(client: TestClient) -> None:
    found = client.get("/openapi.json").json()
    assert found["openapi"].startswith("3.")
    assert {
        "/api/v1/employers",
        "/api/v1/job-orders",
        "/api/v1/job-orders/{order_id}",
        "/api/v1/job-orders/{order_id}/reading",
        "/api/v1/job-orders/{order_id}/candidates",
        "/api/v1/job-orders/{order_id}/candidates/{cv_id}",
        "/api/v1/job-orders/{order_id}/candidates/{cv_id}/changes",
        "/api/v1/job-orders/{order_id}/changes",
        "/api/v1/job-orders/{order_id}/compare",
        "/api/v1/job-orders/{order_id}/replay",
        "/api/v1/job-orders/{order_id}/route-decisions",
        "/api/v1/job-orders/{order_id}/state",
        "/api/v1/job-orders/{order_id}/proposals",
        "/api/v1/job-orders/{order_id}/proposals/{cv_id}",
        "/api/v1/lists/{number}/replay",
        "/api/v1/cvs",
        "/api/v1/cvs/{cv_id}",
        "/api/v1/cvs/{cv_id}/case",
        "/api/v1/cvs/{cv_id}/insight",
        "/api/v1/jobs/search",
        "/api/v1/jobs/suggest",
        "/api/v1/jobs/stream",
        "/api/v1/jobs/{job_id}",
        "/api/v1/jobs/{job_id}/similar",
        "/health",
    } == set(found["paths"])
    assert "127.0.0.1" in found["info"]["description"]
    schemas = found["components"]["schemas"]
    assert {"title", "order_type"} <= set(schemas["JobOrder"]["properties"])
    for part in json.dumps(found).split('"$ref": "')[1:]:
        assert part.split('"')[0].removeprefix("#/components/schemas/") in schemas
    operations = [(path, name) for path, found in found["paths"].items() for name in found]
    assert len(operations) == len(set(operations)) == 33


def test_every_rule_and_kind_of_requirement_has_a_danish_label() -> None:
    assert {rule.name for rule in RULES} <= set(wording().names["rules"])
    assert {kind.value for kind in RequirementKind} == set(labels.REQUIREMENTS)
