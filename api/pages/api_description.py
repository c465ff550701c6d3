"""The page that describes the API to developers, made of `/openapi.json`; nothing of it is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.rendering import render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address: what it does, what it takes (name, where, description), what it answers with."""

    tag: str
    method: str
    path: str
    summary: str
    parameters: tuple[tuple[str, str, str], ...]
    answers: tuple[tuple[str, str], ...]

    @property
    def anchor(self) -> str:
        """The operation's id on the page."""
        return "".join(sign if sign.isalnum() else "-" for sign in f"{self.method}{self.path}")


@dataclass(frozen=True, slots=True)
class ApiPage:
    """What the API is about, in paragraphs, and its operations by tag."""

    template: ClassVar[str] = "api.html"
    by_tag: Mapping[str, Sequence[Operation]]
    about: Sequence[str]
    version: str


@router.get("/docs")
def show_description(request: Request) -> HTMLResponse:
    """Every operation by tag."""
    described = request.app.openapi()
    by_tag: dict[str, list[Operation]] = {}
    for operation in _operations(described):
        by_tag.setdefault(operation.tag, []).append(operation)
    about = [one for one in str(described["info"]["description"]).split("\n\n") if one]
    return render(request, ApiPage(by_tag, about, described["info"]["version"]))


def _operations(described: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            yield Operation(
                tag=next(iter(told.get("tags", ())), "Other"),
                method=method.upper(),
                path=path,
                summary=" ".join(str(told.get("description") or told.get("summary", "")).split()),
                parameters=tuple(
                    (one["name"], one["in"], one.get("description", "")) for one in told.get("parameters", ())
                ),
                answers=tuple((status, _schema(answer)) for status, answer in told["responses"].items()),
            )


def _schema(answer: Mapping[str, Any]) -> str:
    """The name of the schema of what is answered, else what the answer is said to be."""
    for content in answer.get("content", {}).values():
        if name := str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]:
            return name
    return str(answer.get("description", ""))
