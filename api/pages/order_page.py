"""The page of one job order: where it went, what was read, how many fit, and closing it."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.language import Texts, language_of
from api.pages.order_shown import order_shown
from api.pages.rendering import render
from api.pages.typed_form import Typed, seen_revision, told, typed_values
from api.problems import problem_of
from indexer.intake import IntakeError
from indexer.records.errors import RevisionConflictError
from matcher.lifecycles.orders import ORDERS, OrderState
from matcher.lifecycles.table import MoveNotAllowedError
from matcher.orders.closing import move_order

router = APIRouter(include_in_schema=False)
DECIDED = "afgjort"
SAVED = {
    "1": "Ordren er gemt.",
    DECIDED: "Afgørelsen er gemt.",
    "laest": "Rettelsen er gemt.",
    "opslag": "Opslaget er gemt.",
    "lukket": "Ordren er lukket.",
    "aaben": "Ordren er åben igen.",
}


@router.get("/ordrer/{order_id}")
def show_order(components: AppComponents, request: Request, order_id: RecordId, gemt: str = "") -> HTMLResponse:
    """The order with what was read marked in its words, its route and owner, and how many fit; no CV is shown."""
    t, saved = Texts(language_of(request)), SAVED.get(gemt, "")
    return render(request, order_shown(components, order_id, t, saved=saved, decided=gemt == DECIDED))


@router.post("/ordrer/{order_id}/tilstand")
def change_state(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed
) -> Response:
    """Close the order or open it again; what is wrong is told at the form."""
    typed = typed_values(body)
    plain = {name: typed[name] for name in ("state", "reason") if typed.get(name, "").strip()}
    try:
        moved = ORDERS.read_move(plain)
        move_order(components.database, order_id, moved, actor=actor, expected_revision=seen_revision(typed))
    except (IntakeError, RevisionConflictError, MoveNotAllowedError) as error:
        t = Texts(language_of(request))
        page = order_shown(components, order_id, t, state_problem=told(error), state_typed=plain)
        return render(request, page, status=problem_of(error).status)
    components.index.notify()
    saved = "aaben" if moved.state is OrderState.OPEN else "lukket"
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt={saved}", HTTPStatus.SEE_OTHER)
