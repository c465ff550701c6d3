"""The language of pages: Danish, or English for those who ask; only what the pages themselves say changes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse

from api.http.dependencies import AppComponents
from matcher.wording.language import Language
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from taxonomy.catalog import load_catalog

COOKIE = "sprog"
A_YEAR = 365 * 24 * 3600  # seconds
ENGLISH = Path(__file__).parent / "data" / "english.toml"

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Texts:
    """The pages' texts in one language; called with the Danish text, whose blanks are filled."""

    language: Language

    def __call__(self, danish: str, **blanks: object) -> str:
        """The text in the language; Danish where the table has no English for it, as for data."""
        text = english().get(danish, danish) if self.language is Language.ENGLISH else danish
        return text.format_map(blanks) if blanks else text

    @property
    def other(self) -> Language:
        """The language to switch to."""
        return Language.DANISH if self.language is Language.ENGLISH else Language.ENGLISH


@cache
def english() -> Mapping[str, str]:
    """English by the Danish text it stands for, the taxonomy's names among them."""
    catalog = load_catalog()
    named = (catalog.occupations, catalog.trades, catalog.order_kinds)
    names = {one.label: one.english for group in named for one in group.values()}
    return names | tomllib.loads(ENGLISH.read_text(encoding="utf-8"))


def language_of(request: Request) -> Language:
    """The language that the reader chose; Danish until then."""
    return Language.ENGLISH if request.cookies.get(COOKIE) == Language.ENGLISH else Language.DANISH


def page_reader(components: AppComponents, request: Request) -> Reader:
    """The consultant who reads the page, in the language of it."""
    return Reader(wording(language_of(request)), components.catalog)


PageReader = Annotated[Reader, Depends(page_reader)]


@router.get("/sprog/{language}")
def choose_language(language: Language, retur: str = "/") -> RedirectResponse:
    """Remember the language and go back to the page; never to another site's."""
    own = retur.startswith("/") and not retur.startswith(("//", "/\\")) and retur.isprintable()
    chosen = RedirectResponse(retur if own else "/", HTTPStatus.SEE_OTHER)
    chosen.set_cookie(COOKIE, language, max_age=A_YEAR, httponly=True, samesite="lax")
    return chosen
