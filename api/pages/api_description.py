"""The page that describes the API to developers, made of `/openapi.json`; nothing of it is loaded from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.documentation import PROBLEM_ANSWER
from api.http.examples import PROBLEM
from api.pages.rendering import render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address: what it does, takes (name, where, description, a value) and answers with.

    `fields` are those of the body that it takes (name, whether it must be there, description), and `example`
    is such a body.
    """

    tag: str
    method: str
    path: str
    summary: str
    parameters: tuple[tuple[str, str, str, str], ...]
    fields: tuple[tuple[str, bool, str], ...]
    example: str
    answers: tuple[tuple[str, str], ...]

    @property
    def in_short(self) -> str:
        """The first sentence of what it does."""
        return self.summary.partition(". ")[0].rstrip(".")

    @property
    def anchor(self) -> str:
        """The operation's id on the page."""
        return "".join(sign if sign.isalnum() else "-" for sign in f"{self.method}{self.path}")


@dataclass(frozen=True, slots=True)
class ApiPage:
    """What the API is about, in paragraphs, its operations by tag, what the tags are, and how a problem is told."""

    template: ClassVar[str] = "api.html"
    by_tag: Mapping[str, Sequence[Operation]]
    tags: Mapping[str, str]
    problem: str
    problem_is: str
    about: Sequence[str]
    version: str


@router.get("/docs")
def show_description(request: Request) -> HTMLResponse:
    """Every operation by tag."""
    described = request.app.openapi()
    tags = {str(one["name"]): str(one["description"]) for one in described["tags"]}
    by_tag: dict[str, list[Operation]] = {tag: [] for tag in tags}
    for operation in _operations(described):
        by_tag.setdefault(operation.tag, []).append(operation)
    about = [one for one in str(described["info"]["description"]).split("\n\n") if one]
    return render(
        request,
        ApiPage(by_tag, tags, _shown(PROBLEM), str(PROBLEM_ANSWER["description"]), about, described["info"]["version"]),
    )


def _operations(described: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            yield Operation(
                tag=next(iter(told.get("tags", ())), "Other"),
                method=method.upper(),
                path=path,
                summary=" ".join(str(told.get("description") or told.get("summary", "")).split()),
                parameters=tuple(
                    (one["name"], one["in"], one.get("description", ""), str(one.get("example", "")))
                    for one in told.get("parameters", ())
                ),
                fields=tuple(_fields(told, described["components"]["schemas"])),
                example=next(map(_shown, _examples(told)), ""),
                answers=tuple((status, _schema(answer)) for status, answer in told["responses"].items()),
            )


def _examples(told: Mapping[str, Any]) -> Iterator[object]:
    for content in told.get("requestBody", {}).get("content", {}).values():
        if "example" in content:
            yield content["example"]


def _fields(told: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """The fields of the body, where it is one of the public formats."""
    for content in told.get("requestBody", {}).get("content", {}).values():
        schema = schemas.get(str(content["schema"].get("$ref", "")).rpartition("/")[2], {})
        for name, one in schema.get("properties", {}).items():
            yield name, name in schema["required"], one["description"]


def _shown(example: object) -> str:
    return json.dumps(example, ensure_ascii=False, indent=2)


def _schema(answer: Mapping[str, Any]) -> str:
    """The name of the schema of what is answered, else what the answer is said to be."""
    for content in answer.get("content", {}).values():
        if name := str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]:
            return name
    return str(answer.get("description", ""))
