"""The page where a KVS coordinator decides which department has an order."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.errors import problem_of
from api.http import labels
from api.http.dependencies import Actor, RecordId, TheHouse
from api.pages.order_form import FormProblem, typed_values
from api.pages.orders import SEE_OTHER, Typed
from api.pages.rendering import render
from api.pages.wording import address
from api.wiring import House, today
from indexer.intake import IntakeError
from indexer.records.errors import RevisionConflictError
from matcher.dispatch.deciding import decide, read_decision

router = APIRouter(include_in_schema=False)
LABELS = {"department": "Afdeling", "trade": "Fagområde", "reason": "Begrundelse"}


@router.get("/ordrer/{order_id}/afgoer")
def show_choice(house: TheHouse, request: Request, order_id: RecordId) -> HTMLResponse:
    """The departments to choose from, the one that has the order chosen; the machine's reasons beside them."""
    with house.database.reading() as record:
        stored, owner = record.job_orders.demand(order_id), record.routes.owners.get(order_id)
    typed = {"revision": str(stored.revision), "reason": ""}
    if owner:
        typed |= {"department": owner.department, "trade": owner.trade or ""}
    return _form(house, request, order_id, typed)


@router.post("/ordrer/{order_id}/afgoer")
def take_choice(house: TheHouse, request: Request, actor: Actor, order_id: RecordId, body: Typed) -> Response:
    """Keep the decision; errors stand at their fields, and an order changed meanwhile is shown before deciding."""
    typed = typed_values(body)
    revision = typed.get("revision", "")
    plain = {name: typed[name] for name in LABELS if typed.get(name, "").strip()}
    try:
        decision = read_decision(plain, house.catalog, today())
        seen = int(revision) if revision.isdecimal() else 0
        decide(house.database, order_id, decision, actor=actor, expected_revision=seen)
    except (IntakeError, RevisionConflictError) as error:
        return _form(house, request, order_id, typed, error)
    house.index.notify()
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt=afgjort", SEE_OTHER)


def _form(
    house: House,
    request: Request,
    order_id: str,
    typed: Mapping[str, str],
    error: IntakeError | RevisionConflictError | None = None,
) -> HTMLResponse:
    with house.database.reading() as record:
        order, route = record.job_orders.demand(order_id).value, record.routes.latest(order_id)
    found = error.problems if isinstance(error, IntakeError) else ()
    problems = [FormProblem(one.field, LABELS.get(one.field, ""), f"{one.problem} {one.fix}") for one in found]
    return render(
        request,
        "afgoer.html",
        status=problem_of(error).status if error else 200,
        order=order,
        route=route,
        typed=typed,
        problems=problems,
        by_field={one.field: one for one in problems},
        conflict=str(error) if isinstance(error, RevisionConflictError) else "",
        labels=LABELS,
        departments={found.key: f"{found.name} ({found.key})" for found in house.catalog.departments_on(today())},
        trades=labels.trades(house.catalog),
    )
