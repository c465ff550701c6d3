"""Templates to pages: everything a person wrote is escaped, a name that is missing is an error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.pages.wording import address, danish_date, danish_number, danish_time

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
_TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(dato=danish_date, tid=danish_time, tal=danish_number, adresse=address)


def render(
    request: Request,
    template: str,
    more: Mapping[str, object] | None = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> HTMLResponse:
    """The page that the template makes of the values."""
    html = _TEMPLATES.get_template(template).render(here=request.url.path, **(more or {}), **values)
    return HTMLResponse(html, status, headers)
