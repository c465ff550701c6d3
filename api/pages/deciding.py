"""The page where a KVS coordinator decides which department has an order."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.typed_form import Refusal, Typed, form_page, problems_at, seen_revision, typed_values
from api.wiring import Components, today
from indexer.intake import IntakeError
from indexer.records.errors import RevisionConflictError
from matcher.dispatch.deciding import decide, read_decision

router = APIRouter(include_in_schema=False)
LABELS = {"department": "Afdeling", "trade": "Fagområde", "reason": "Begrundelse"}


@router.get("/ordrer/{order_id}/afgoer")
def show_choice(components: AppComponents, request: Request, order_id: RecordId) -> HTMLResponse:
    """The departments to choose from, the one that has the order chosen; the machine's reasons beside them."""
    with components.database.reading() as record:
        stored, owner = record.job_orders.require(order_id), record.routes.owners.get(order_id)
    typed = {"revision": str(stored.revision), "reason": ""}
    if owner:
        typed |= {"department": owner.department, "trade": owner.trade or ""}
    return _form(components, request, order_id, typed)


@router.post("/ordrer/{order_id}/afgoer")
def take_choice(components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed) -> Response:
    """Keep the decision; errors stand at their fields, and an order changed meanwhile is shown before deciding."""
    typed = typed_values(body)
    plain = {name: typed[name] for name in LABELS if typed.get(name, "").strip()}
    try:
        decision = read_decision(plain, components.catalog, today())
        decide(components.database, order_id, decision, actor=actor, expected_revision=seen_revision(typed))
    except (IntakeError, RevisionConflictError) as error:
        return _form(components, request, order_id, typed, error)
    components.index.notify()
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt=afgjort", HTTPStatus.SEE_OTHER)


def _form(
    components: Components, request: Request, order_id: str, typed: Mapping[str, str], error: Refusal | None = None
) -> HTMLResponse:
    with components.database.reading() as record:
        order, route = record.job_orders.require(order_id).value, record.routes.latest(order_id)
    return form_page(
        request,
        "afgoer.html",
        typed,
        error,
        labels=LABELS,
        problems=problems_at(LABELS, error),
        order=order,
        route=route,
        departments={found.key: f"{found.name} ({found.key})" for found in components.catalog.departments_on(today())},
        trades=labels.trades(components.catalog),
    )
