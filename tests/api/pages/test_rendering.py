"""A page and its template agree: each field is shown, and each name shown is a field."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from dataclasses import fields

import pytest
from jinja2 import Environment, meta

import api.errors
import api.pages
from api.pages.filters import FILTERS
from api.pages.rendering import FOLDER, KNOWN, Page

OF_EVERY_PAGE = {"t", "here", "back", *KNOWN}
PARTS = {"base.html", "parts.html", "cv.html"}  # what templates are made of


def pages() -> list[type[Page]]:
    modules = [importlib.import_module(f"api.pages.{found.name}") for found in pkgutil.iter_modules(api.pages.__path__)]
    classes = {one for module in (*modules, api.errors) for _, one in inspect.getmembers(module, inspect.isclass)}
    found = [one for one in classes if isinstance(getattr(one, "template", None), str)]
    return sorted(found, key=lambda page: page.template)


def names_in(template: str) -> set[str]:
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    source = (FOLDER / "templates" / template).read_text(encoding="utf-8")
    own = set(re.findall(r"\{% (?:set|macro|import \S+ as) (\w+)", source))
    return meta.find_undeclared_variables(environment.parse(source)) - OF_EVERY_PAGE - own


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.__name__)
def test_a_template_shows_every_field_of_its_page_and_nothing_else(page: type[Page]) -> None:
    assert names_in(page.template) == {one.name for one in fields(page)}


def test_every_template_has_one_page() -> None:
    templates = {path.name for path in (FOLDER / "templates").glob("*.html")}
    assert sorted(page.template for page in pages()) == sorted(templates - PARTS)
