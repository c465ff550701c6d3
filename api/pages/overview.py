"""The front page: what there is, and whether the search is up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import AppComponents
from api.http.search_state import SearchState, search_known
from api.pages.rendering import render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """How many orders and CVs there are, how many orders wait for KVS, and the state of the search."""

    template: ClassVar[str] = "forside.html"
    orders: int
    cvs: int
    waiting: int
    search: SearchState


@router.get("/")
def show_overview(components: AppComponents, request: Request) -> HTMLResponse:
    """Ways to every page, with numbers and the state of the search."""
    with components.database.reading() as record:
        orders, cvs = record.job_orders.count(), record.cvs.count()
        waiting = record.routes.owners.count_awaiting()
    return render(request, FrontPage(orders, cvs, waiting, search_known(components)))
