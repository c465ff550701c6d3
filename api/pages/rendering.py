"""Renders templates: what people wrote is escaped, and a missing name is an error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.pages.filters import FILTERS
from api.pages.language import Texts, language_of

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
_TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(FILTERS)


def render(
    request: Request,
    template: str,
    more: Mapping[str, object] | None = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> HTMLResponse:
    """The page that the template makes of the values, in the reader's language (`t` in the template)."""
    here = request.url.path
    back = f"{here}?{request.url.query}" if request.url.query else here
    known = {"t": Texts(language_of(request)), "here": here, "back": back if request.method == "GET" else here}
    html = _TEMPLATES.get_template(template).render(**known, **(more or {}), **values)
    return HTMLResponse(html, status, headers)
