"""Pages for job orders: write one down, correct it, see where it went, and the board of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.intake import take_order
from api.http.order_views import department_name, is_synthetic_order, known_order
from api.http.search_state import fitting, search_known
from api.pages import order_form
from api.pages.board import board
from api.pages.language import Texts, language_of
from api.pages.marks import findings, marked_fields
from api.pages.rendering import render
from api.pages.terms import terms_read
from api.pages.typed_form import Refusal, Typed, form_page, seen_revision, typed_values
from api.wiring import Components, today
from indexer.intake import IntakeError, job_order_to_mapping, read_job_order
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RevisionConflictError
from indexer.records.proposals import latest_steps
from matcher.wording.language import Language

router = APIRouter(include_in_schema=False)
DECIDED = "afgjort"
SAVED = {"1": "Ordren er gemt.", DECIDED: "Afgørelsen er gemt.", "laest": "Rettelsen er gemt."}


@router.get("/ordrer")
def show_board(
    components: AppComponents, request: Request, afdeling: str = "", efter: Annotated[str, Query(max_length=200)] = ""
) -> HTMLResponse:
    """The board: orders that wait for KVS first, then all by id, a page at a time."""
    departments = [found.key for found in components.catalog.departments_on(today())]
    shown = board(components, afdeling if afdeling in departments else "", efter)
    return render(
        request, "ordrer.html", board=shown, departments=departments, trades=labels.trades(components.catalog)
    )


@router.get("/ordrer/ny")
def show_empty_form(components: AppComponents, request: Request) -> HTMLResponse:
    """The call-taker's form; its id is given now, so that sending it twice makes one order."""
    typed = {"order_type": "ordinaer", "positions": "1", "id": order_form.new_order_id(datetime.now(UTC))}
    return _form(components, request, typed)


@router.post("/ordrer/ny")
def take_new_order(components: AppComponents, request: Request, actor: Actor, body: Typed) -> Response:
    """Keep the order and show where it went; errors stand at their fields, with what was typed."""
    typed = typed_values(body)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    kept = {"id": typed.get("id", ""), "received_at": now, "source": order_form.SOURCE}
    try:
        received = take_order(components, read_job_order(order_form.to_mapping(typed, kept)), actor, 0)
    except IntakeError as error:
        return _form(components, request, typed, error)
    except RevisionConflictError as error:  # the form was sent twice: the first time stands
        return RedirectResponse(f"/ordrer/{address(error.record_id)}", HTTPStatus.SEE_OTHER)
    return RedirectResponse(f"/ordrer/{address(received.route.order_id)}?gemt=1", HTTPStatus.SEE_OTHER)


@router.get("/ordrer/{order_id}/ret")
def show_filled_form(components: AppComponents, request: Request, order_id: RecordId) -> HTMLResponse:
    """The form with the order as it stands."""
    with components.database.reading() as record:
        stored = record.job_orders.require(order_id)
    typed = {**order_form.typed_order(stored.value), "id": order_id, "revision": str(stored.revision)}
    return _form(components, request, typed)


@router.post("/ordrer/{order_id}/ret")
def correct_order(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed
) -> Response:
    """Keep the correction unless somebody else corrected the order meanwhile."""
    typed = {**typed_values(body), "id": order_id}
    with components.database.reading() as record:
        standing = job_order_to_mapping(record.job_orders.require(order_id).value)
    shown = {name.partition(".")[0] for name in order_form.LABELS}
    kept = {name: value for name, value in standing.items() if name not in shown}
    try:
        order = read_job_order(order_form.to_mapping(typed, kept))
        take_order(components, order, actor, seen_revision(typed))
    except (IntakeError, RevisionConflictError) as error:
        return _form(components, request, typed, error)
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt=1", HTTPStatus.SEE_OTHER)


@router.get("/ordrer/{order_id}")
def show_order(components: AppComponents, request: Request, order_id: RecordId, gemt: str = "") -> HTMLResponse:
    """The order with what was read marked in its words, its route and owner, and how many fit; no CV is shown."""
    with components.database.reading() as record:
        known = known_order(record, order_id)
        decisions = record.routes.decisions(order_id)
        proposed = Counter(step.state for step in latest_steps(record.proposals.of_order(order_id)))
        # Who has just decided one order goes on with the next.
        others = record.routes.owners.awaiting_decision(limit=1) if gemt == DECIDED else []
        waiting_count = record.routes.owners.count_awaiting() if others else 0
    order, read = known.stored.value, known.reading.reading if known.reading else {}
    found = findings(read)
    return render(
        request,
        "ordre.html",
        _words(components, order),
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
        search=search_known(components),
        contradictions=[one["sentence"] for one in read.get("contradictions", ())],
        saved=SAVED.get(gemt, ""),
        waiting=others[0].order_id if others else "",
        waiting_count=waiting_count,
        closed=not order.is_open(today()),
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


def _form(
    components: Components, request: Request, typed: Mapping[str, str], error: Refusal | None = None
) -> HTMLResponse:
    return form_page(
        request,
        "ordreformular.html",
        typed,
        error,
        labels=order_form.LABELS,
        problems=order_form.form_problems(error.problems, typed) if isinstance(error, IntakeError) else [],
        order_types=labels.order_types(components.catalog),
        shifts=labels.SHIFTS,
        correcting="revision" in typed,
    )
