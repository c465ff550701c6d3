"""The reader's role and language: the parameters `role` and `lang`, else the Accept-Language header."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Query

from api.http.dependencies import AppComponents
from api.refusals import QueryError
from indexer.intake import FieldProblem
from matcher.wording.language import Language, accepted
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from matcher.wording.views import View

BY_LANGUAGE = {"Vary": "Accept-Language"}  # the same address answers in two languages


def reader_of(
    components: AppComponents,
    accept_language: Annotated[str, Header(description="`en` gives explanations in English.")] = "",
    lang: Annotated[Language | None, Query(description="`da` or `en`; goes before Accept-Language.")] = None,
    role: Annotated[
        View, Query(description="Who reads: health, benefit and category are told to the consultant alone.")
    ] = View.CONSULTANT,
) -> Reader:
    """The reader of the request; without sign-in the role is not verified."""
    return Reader(wording(lang or accepted(accept_language)), components.catalog, role)


AReader = Annotated[Reader, Depends(reader_of)]


def require_role(reader: Reader, *roles: View) -> None:
    """Refuse readers of other roles; raises QueryError."""
    if reader.view not in roles:
        allowed = " eller ".join(f"role={role.value}" for role in roles)
        raise QueryError((FieldProblem("role", "Rollen ser ikke dette.", f"Brug {allowed}."),))
