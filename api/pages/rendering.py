"""Renders pages: what people wrote is escaped, and a missing name is an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields
from pathlib import Path
from typing import Any, ClassVar, Protocol

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api import labels
from api.pages.filters import FILTERS
from api.pages.language import Texts, language_of
from api.synthetic import is_synthetic_cv, is_synthetic_order
from matcher.json_input import LONGEST_REASON

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
# What every template knows beside the fields of its page.
KNOWN: Mapping[str, object] = {
    "states": labels.STATES,
    "order_states": labels.ORDER_STATES,
    "longest_reason": LONGEST_REASON,
    "is_synthetic_order": is_synthetic_order,
    "is_synthetic_cv": is_synthetic_cv,
}
_TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(FILTERS)
_TEMPLATES.globals.update(KNOWN)


class Page(Protocol):
    """What a page shows: a frozen dataclass whose fields are the names in its template."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


def render(
    request: Request, page: Page, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    """The page in the reader's language (`t` in the template)."""
    here = request.url.path
    back = f"{here}?{request.url.query}" if request.url.query else here
    known = {"t": Texts(language_of(request)), "here": here, "back": back if request.method == "GET" else here}
    shown = {one.name: getattr(page, one.name) for one in fields(page)}
    return HTMLResponse(_TEMPLATES.get_template(page.template).render(**known, **shown), status, headers)
