"""Real answers are what `/openapi.json` says that they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.http.answer_schemas import ANSWERED
from api.http.examples import PROBLEM
from api.wiring import Components, today
from tests.api.serving import CV, ORDER, in_step

KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def wrong(value: object, schema: Mapping[str, Any], schemas: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """What in the value is not as the schema says, by its place."""
    if reference := schema.get("$ref"):
        yield from wrong(value, schemas[reference.rpartition("/")[2]], schemas, where)
    elif choices := schema.get("anyOf"):
        if all(list(wrong(value, choice, schemas)) for choice in choices):
            yield f"{where}: none of the choices"
    elif kind := schema.get("type"):
        if not isinstance(value, KINDS[kind]) or (isinstance(value, bool) and kind != "boolean"):
            yield f"{where}: {type(value).__name__} for {kind}"
        elif "enum" in schema and value not in schema["enum"]:
            yield f"{where}: not in the enum"
        elif isinstance(value, dict):
            yield from _wrong_in_object(value, schema, schemas, where)
        elif isinstance(value, list):
            for place, item in enumerate(value):
                yield from wrong(item, schema["items"], schemas, f"{where}[{place}]")


def _wrong_in_object(
    value: Mapping[str, object], schema: Mapping[str, Any], schemas: Mapping[str, Any], where: str
) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (f"{where}.{name}: missing" for name in schema.get("required", ()) if name not in value)
    for name, part in value.items():
        if name in known:
            yield from wrong(part, known[name], schemas, f"{where}.{name}")
        elif others is False:
            yield f"{where}.{name}: unknown"
        elif isinstance(others, dict):
            yield from wrong(part, others, schemas, f"{where}.{name}")


@pytest.fixture(scope="module")
def answers(client: TestClient, components: Components) -> Mapping[tuple[str, str], Any]:
    """One real answer to each operation that is described."""
    orders, cvs, jobs = "/api/v1/job-orders", "/api/v1/cvs", "/api/v1/jobs"
    order = {**ORDER, "id": "D-1", "hours_per_week": 37, "shift": "aften", "start": "2099-01-04", "city": "Nordhavn"}
    received = client.post(orders, json=order)
    client.post(orders, json={**order, "id": "D-2"})
    cv = client.post(cvs, json={**CV, "id": "D-C"})
    in_step(components)
    match = {"If-Match": "*"}
    listed = client.get(f"{orders}/D-1/candidates?eligibility=show")
    day, number = today().isoformat(), listed.json()["list"]
    people = [line["cv"] for line in listed.json()["candidates"]]
    proposed = client.post(f"{orders}/D-1/proposals", json={"cv": people[0], "reason": "Kender stedet."})
    found = {
        (orders, "post"): received,
        (f"{orders}/{{order_id}}", "patch"): client.patch(f"{orders}/D-1", json={"positions": 3}, headers=match),
        (f"{orders}/{{order_id}}/candidates", "get"): listed,
        (f"{orders}/{{order_id}}/candidates/{{cv_id}}", "get"): client.get(f"{orders}/D-1/candidates/{people[1]}"),
        (f"{orders}/{{order_id}}/candidates/{{cv_id}}/changes", "get"): client.get(
            f"{orders}/D-1/candidates/{people[-1]}/changes"
        ),
        (f"{orders}/{{order_id}}/changes", "get"): client.get(f"{orders}/D-1/changes"),
        (f"{orders}/{{order_id}}/compare", "get"): client.get(f"{orders}/D-1/compare?cv={people[0]}&cv={people[1]}"),
        (f"{orders}/{{order_id}}/replay", "get"): client.get(f"{orders}/D-1/replay?as_of={day}"),
        ("/api/v1/lists/{number}/replay", "get"): client.get(f"/api/v1/lists/{number}/replay"),
        (f"{orders}/{{order_id}}/proposals", "post"): proposed,
        (f"{orders}/{{order_id}}/proposals", "get"): client.get(f"{orders}/D-1/proposals"),
        (f"{orders}/{{order_id}}/proposals/{{cv_id}}", "get"): client.get(f"{orders}/D-1/proposals/{people[0]}"),
        (f"{orders}/{{order_id}}/proposals/{{cv_id}}", "patch"): client.patch(
            f"{orders}/D-1/proposals/{people[0]}", json={"state": "kontaktet"}, headers=match
        ),
        (f"{orders}/{{order_id}}/state", "patch"): client.patch(
            f"{orders}/D-2/state", json={"state": "besat"}, headers=match
        ),
        (f"{orders}/{{order_id}}/state", "get"): client.get(f"{orders}/D-2/state"),
        (cvs, "post"): cv,
        (f"{cvs}/{{cv_id}}", "patch"): client.patch(f"{cvs}/D-C", json={"hours": "deltid"}, headers=match),
        (f"{jobs}/search", "get"): client.get(f"{jobs}/search?q=lagermedarbejder"),
        (f"{jobs}/suggest", "get"): client.get(f"{jobs}/suggest?q=lag"),
        (f"{jobs}/stream", "get"): client.get(f"{jobs}/stream"),
        (f"{jobs}/{{job_id}}", "get"): client.get(f"{jobs}/D-1"),
        (f"{jobs}/{{job_id}}/similar", "get"): client.get(f"{jobs}/D-1/similar"),
        ("/health", "get"): client.get("/health"),
    }
    return {operation: answer.json() for operation, answer in found.items() if answer.is_success}


@pytest.mark.parametrize(("path", "method"), ANSWERED)
def test_an_answer_is_as_described(
    client: TestClient, answers: Mapping[tuple[str, str], Any], path: str, method: str
) -> None:
    described = client.get("/openapi.json").json()
    responses = described["paths"][path][method]["responses"]
    schema = responses[min(status for status in responses if status != "default")]["content"]["application/json"]
    assert list(wrong(answers[path, method], schema["schema"], described["components"]["schemas"])) == []


@pytest.mark.parametrize("role", ["konsulent", "kvs", "arbejdsgiver"])
def test_why_is_answered_as_described_to_every_reader(
    client: TestClient, answers: Mapping[tuple[str, str], Any], role: str
) -> None:
    assert answers
    described = client.get("/openapi.json").json()["components"]["schemas"]
    told = client.get(f"/api/v1/job-orders/D-1/candidates/D-C?role={role}").json()
    assert list(wrong(told, described["Why"], described)) == []


@pytest.mark.parametrize("role", ["konsulent", "kvs", "arbejdsgiver"])
def test_a_list_is_as_described_for_every_reader(
    client: TestClient, answers: Mapping[tuple[str, str], Any], role: str
) -> None:
    assert answers
    described = client.get("/openapi.json").json()["components"]["schemas"]
    told = client.get(f"/api/v1/job-orders/D-1/candidates?role={role}").json()
    assert told["candidates"]
    assert list(wrong(told, described["Candidates"], described)) == []


def test_every_parameter_of_the_search_is_described(client: TestClient) -> None:
    search = client.get("/openapi.json").json()["paths"]["/api/v1/jobs/search"]["get"]
    assert [one["name"] for one in search["parameters"] if not one.get("description")] == []


def test_every_example_is_accepted_and_a_problem_is_told_as_shown(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    search = described["paths"]["/api/v1/jobs/search"]["get"]["parameters"]
    for path in ("/api/v1/job-orders", "/api/v1/cvs"):
        body = described["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"]
        assert client.post(path, json=body).is_success, path
    assert client.get("/api/v1/jobs/search", params={one["name"]: one["example"] for one in search}).is_success
    patched = described["paths"]["/api/v1/job-orders/{order_id}"]["patch"]["requestBody"]["content"]
    revision = {"If-Match": client.get("/api/v1/job-orders/X-1001").headers["ETag"]}
    example = patched["application/merge-patch+json"]["example"]
    assert client.patch("/api/v1/job-orders/X-1001", json=example, headers=revision).is_success
    assert client.get("/api/v1/jobs/search?postcode=0000").json() == PROBLEM


def test_every_operation_has_a_subject_that_is_described(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    subjects = {one["name"] for one in described["tags"] if one["description"]}
    operations = [told for methods in described["paths"].values() for told in methods.values()]
    assert {tag for told in operations for tag in told["tags"]} == subjects
    page = client.get("/docs").text
    assert page.index("Open jobs</h2>") < page.index("Job orders</h2>")
    assert "Search the open jobs: hits" in page
    assert "&#34;title&#34;: &#34;Lagermedarbejder til aftenhold&#34;" in page
