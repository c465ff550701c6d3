"""What a citizen may know and ask for: how somebody is proposed, what is kept, and whom to turn to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import AppComponents
from api.pages.rendering import render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class RightsPage:
    """The rights in plain words, and how the centre is reached where that is known."""

    template: ClassVar[str] = "rettigheder.html"
    contact: str


@router.get("/rettigheder")
def show_rights(components: AppComponents, request: Request) -> HTMLResponse:
    """What somebody whose CV is kept may know and ask for."""
    return render(request, RightsPage(components.settings.contact))
