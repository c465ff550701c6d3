"""The schemas of the public formats say what intake takes: what they allow is read, a step beyond it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.http.examples import BODIES
from api.http.format_schemas import FORMATS
from indexer.intake import FieldProblem, IntakeError, read_cv, read_job_order

Read = Callable[[object], object]
READERS: Mapping[str, Read] = {"JobOrder": read_job_order, "Cv": read_cv}
# Of other fields than of these the contents decide more than the limits do.
BY_CONTENT = {"postcode", "cvr", "phone", "email"}


def limits(schema: Mapping[str, Any]) -> Iterator[tuple[object, object]]:
    """The last value that the schema allows, and the first that it does not."""
    if most := schema.get("maxLength"):
        yield "a" * most, "a" * (most + 1)
    if schema.get("minLength"):
        yield "a", ""
    if "minimum" in schema:
        yield schema["minimum"], schema["minimum"] - 1
    if "exclusiveMinimum" in schema:
        yield schema["exclusiveMinimum"] + 0.1, schema["exclusiveMinimum"]
    if "maximum" in schema:
        yield schema["maximum"], schema["maximum"] + 1
    if "items" in schema:
        item = {"title": "a"} if "$ref" in schema["items"] else "a"
        yield [item] * schema["maxItems"], [item] * (schema["maxItems"] + 1)
    if schema.get("$ref", "").rpartition("/")[2] in ("OrderType", "Shift", "Hours"):
        for value in FORMATS[schema["$ref"].rpartition("/")[2]]["enum"]:
            yield value, f"{value}x"


BOUNDS = [
    pytest.param(kind, name, allowed, refused, id=f"{kind}.{name}")
    for kind in READERS
    for name, schema in FORMATS[kind]["properties"].items()
    if name not in BY_CONTENT
    for allowed, refused in limits(schema)
]


def problems(kind: str, body: object) -> tuple[FieldProblem, ...]:
    try:
        READERS[kind](body)
    except IntakeError as error:
        return error.problems
    return ()


@pytest.mark.parametrize(("kind", "name", "allowed", "refused"), BOUNDS)
def test_what_a_schema_allows_is_read_and_a_step_beyond_is_refused(
    kind: str, name: str, allowed: object, refused: object
) -> None:
    assert problems(kind, {**BODIES[kind], name: allowed}) == ()
    assert [one.field.partition("[")[0] for one in problems(kind, {**BODIES[kind], name: refused})] == [name]


@pytest.mark.parametrize("kind", READERS)
def test_exactly_the_required_fields_are_missed(kind: str) -> None:
    assert [one.field for one in problems(kind, {})] == FORMATS[kind]["required"]


def test_every_field_is_described_and_named_on_the_page_for_developers(client: TestClient) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    page = unescape(client.get("/docs").text).replace("<code>", "`").replace("</code>", "`")
    for kind in READERS:
        for name, schema in schemas[kind]["properties"].items():
            assert schema["description"] in page, name


def test_clients_made_of_the_description_call_operations_by_short_names(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    search = described["/api/v1/jobs/search"]["get"]
    assert (search["operationId"], search["summary"]) == ("search_jobs", "Search the open jobs")
