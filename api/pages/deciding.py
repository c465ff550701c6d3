"""The page where a KVS coordinator decides which department has an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.rendering import render
from api.pages.typed_form import Form, Refusal, Typed, form_after, seen_revision, typed_values
from api.wiring import Components, today
from indexer.intake import IntakeError
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RevisionConflictError
from indexer.records.routes import KeptRoute
from matcher.dispatch.deciding import decide, decisions_seen, read_decision

router = APIRouter(include_in_schema=False)
LABELS = {"department": "Afdeling", "trade": "Fagområde", "reason": "Begrundelse"}


@dataclass(frozen=True, slots=True)
class DecidingPage:
    """The form to choose by, and what the machine proposes."""

    template: ClassVar[str] = "afgoer.html"
    form: Form
    order: JobOrder
    route: KeptRoute | None
    departments: Mapping[str, str]
    trades: Mapping[str, str]


@router.get("/ordrer/{order_id}/afgoer")
def show_choice(components: AppComponents, request: Request, order_id: RecordId) -> HTMLResponse:
    """The departments to choose from, the one that has the order chosen; the machine's reasons beside them."""
    with components.database.reading() as record:
        stored, owner = record.job_orders.require(order_id), record.routes.owners.get(order_id)
        typed = {"revision": str(stored.revision), "seen": decisions_seen(record, order_id), "reason": ""}
    if owner:
        typed |= {"department": owner.department, "trade": owner.trade or ""}
    return _form(components, request, order_id, typed)


@router.post("/ordrer/{order_id}/afgoer")
def take_choice(components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed) -> Response:
    """Keep the decision; errors stand at their fields, and an order changed or decided meanwhile is shown first."""
    typed = typed_values(body)
    plain = {name: typed[name] for name in LABELS if typed.get(name, "").strip()}
    try:
        decision = read_decision(plain, components.catalog, today())
        revision, seen = seen_revision(typed), typed.get("seen", "")
        decide(components.database, order_id, decision, actor=actor, expected_revision=revision, seen=seen)
    except (IntakeError, RevisionConflictError) as error:
        return _form(components, request, order_id, typed, error)
    components.index.notify()
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt=afgjort", HTTPStatus.SEE_OTHER)


def _form(
    components: Components, request: Request, order_id: str, typed: Mapping[str, str], error: Refusal | None = None
) -> HTMLResponse:
    with components.database.reading() as record:
        order, route = record.job_orders.require(order_id).value, record.routes.latest(order_id)
    form = form_after(error, LABELS, typed)
    page = DecidingPage(
        form=form,
        order=order,
        route=route,
        departments=labels.departments(components.catalog, today()),
        trades=labels.trades(components.catalog),
    )
    return render(request, page, status=form.status)
