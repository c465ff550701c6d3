"""The front page: what there is, and whether the search is up."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import AppComponents
from api.http.search_state import search_known
from api.pages.rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_overview(components: AppComponents, request: Request) -> HTMLResponse:
    """Ways to every page, with numbers and the state of the search."""
    with components.database.reading() as record:
        orders, cvs = record.job_orders.count(), record.cvs.count()
        waiting = record.routes.owners.count_awaiting()
    return render(request, "forside.html", orders=orders, cvs=cvs, waiting=waiting, search=search_known(components))
