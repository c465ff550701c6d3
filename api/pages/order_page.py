"""The page of one job order: where it went, what was read, how many fit, and closing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.errors import problem_of
from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.order_views import department_name, is_synthetic_order, known_order
from api.http.search_state import fitting, search_known
from api.pages.language import Texts, language_of
from api.pages.marks import findings, marked_fields
from api.pages.rendering import render
from api.pages.terms import terms_read
from api.pages.typed_form import Typed, seen_revision, told, typed_values
from api.wiring import Components, today
from indexer.intake import IntakeError
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RevisionConflictError
from indexer.records.proposals import latest_steps
from matcher.orders.closing import move_order, read_order_move, revision_of, state_of
from matcher.orders.lifecycle import CLOSINGS, OrderMoveNotAllowedError, OrderState
from matcher.proposals.json_input import LONGEST_REASON
from matcher.proposals.lifecycle import OPEN
from matcher.wording.language import Language

router = APIRouter(include_in_schema=False)
DECIDED = "afgjort"
SAVED = {
    "1": "Ordren er gemt.",
    DECIDED: "Afgørelsen er gemt.",
    "laest": "Rettelsen er gemt.",
    "lukket": "Ordren er lukket.",
    "aaben": "Ordren er åben igen.",
}


@router.get("/ordrer/{order_id}")
def show_order(components: AppComponents, request: Request, order_id: RecordId, gemt: str = "") -> HTMLResponse:
    """The order with what was read marked in its words, its route and owner, and how many fit; no CV is shown."""
    return _page(components, request, order_id, saved=gemt)


@router.post("/ordrer/{order_id}/tilstand")
def change_state(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed
) -> Response:
    """Close the order or open it again; what is wrong is told at the form."""
    typed = typed_values(body)
    plain = {name: typed[name] for name in ("state", "reason") if typed.get(name, "").strip()}
    try:
        moved = read_order_move(plain)
        move_order(components.database, order_id, moved, actor=actor, expected_revision=seen_revision(typed))
    except (IntakeError, RevisionConflictError, OrderMoveNotAllowedError) as error:
        return _page(components, request, order_id, error=error)
    components.index.notify()
    saved = "aaben" if moved.state is OrderState.OPEN else "lukket"
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt={saved}", HTTPStatus.SEE_OTHER)


def _page(
    components: Components, request: Request, order_id: str, *, saved: str = "", error: Exception | None = None
) -> HTMLResponse:
    with components.database.reading() as record:
        known = known_order(record, order_id)
        decisions = record.routes.decisions(order_id)
        proposed = Counter(step.state for step in latest_steps(record.proposals.of_order(order_id)))
        # Who has just decided one order goes on with the next.
        others = record.routes.owners.awaiting_decision(limit=1) if saved == DECIDED else []
        waiting_count = record.routes.owners.count_awaiting() if others else 0
    order, read = known.stored.value, known.reading.reading if known.reading else {}
    found = findings(read)
    return render(
        request,
        "ordre.html",
        _words(components, order),
        status=problem_of(error).status if error else HTTPStatus.OK,
        state_problem=told(error) if error else "",
        known=known,
        decisions=decisions,
        order=order,
        handed_in_by=_handed_in_by(components, order, language_of(request)),
        fields=marked_fields(order, found),
        findings=found,
        terms=terms_read(read, Texts(language_of(request))),
        department=department_name(components.catalog, known.owner.department) if known.owner else "",
        fitting=fitting(components, order),
        proposed=[(state, proposed[state]) for state in labels.STATES if proposed[state]],
        states=labels.STATES,
        filled=proposed["ansat"] >= order.positions,
        state=state_of(known.steps).value,
        steps=known.steps,
        state_revision=revision_of(known.steps),
        closings=CLOSINGS,
        order_states=labels.ORDER_STATES,
        still_open=sum(proposed[state] for state in OPEN),
        longest_reason=LONGEST_REASON,
        search=search_known(components),
        contradictions=[one["sentence"] for one in read.get("contradictions", ())],
        saved=SAVED.get(saved, ""),
        waiting=others[0].order_id if others else "",
        waiting_count=waiting_count,
        expired=not order.is_open(today()),
        synthetic=is_synthetic_order(order_id),
    )


def _handed_in_by(components: Components, order: JobOrder, language: Language) -> str:
    """The unit outside the departments that could not fill the order, where its source names one."""
    unit = components.catalog.units.get(order.source)
    if unit is None:
        return ""
    return unit.english if language is Language.ENGLISH else unit.name


def _words(components: Components, order: JobOrder) -> Mapping[str, object]:
    return {
        "order_type": labels.order_types(components.catalog)[order.order_type],
        "shift": labels.SHIFTS[order.shift] if order.shift else "",
        "trades": labels.trades(components.catalog),
    }
