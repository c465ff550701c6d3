"""Pages for job orders: write one down, correct it, and the board of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.intake import take_order
from api.pages import order_form
from api.pages.board import LABELS, STANDINGS, Board, board
from api.pages.rendering import render
from api.pages.typed_form import Form, Refusal, Typed, form_after, seen_revision, typed_values
from api.wiring import Components, today
from indexer.intake import IntakeError, job_order_to_mapping, read_job_order
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RevisionConflictError
from indexer.records.order_board import BoardQuestion, BoardState

router = APIRouter(include_in_schema=False)
MOST_PAGES = 1_000_000
MOST_WORDS = 100  # characters


@dataclass(frozen=True, slots=True)
class BoardPage:
    """A page of the board, and what it was narrowed to."""

    template: ClassVar[str] = "ordrer.html"
    board: Board
    department: str
    sought: str
    asked: str  # of `standings`; empty for all that are not closed
    departments: Mapping[str, str]
    standings: Mapping[str, BoardState]
    standing_labels: Mapping[BoardState, str]


@dataclass(frozen=True, slots=True)
class OrderFormPage:
    """The form for a new order or for correcting one, with its choices."""

    template: ClassVar[str] = "ordreformular.html"
    form: Form
    order_types: Mapping[str, str]
    shifts: Mapping[str, str]
    correcting: bool


@router.get("/ordrer")
def show_board(
    components: AppComponents,
    request: Request,
    afdeling: str = "",
    status: str = "",
    soeg: Annotated[str, Query(max_length=MOST_WORDS)] = "",
    side: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 1,
) -> HTMLResponse:
    """The board as a coordinator works it: what must be decided first, then what is most urgent; or orders by words."""
    departments = labels.departments(components.catalog, today())
    department = afdeling if afdeling in departments else ""
    page = BoardPage(
        board=board(components, BoardQuestion(today(), department, STANDINGS.get(status), tuple(soeg.split())), side),
        sought=soeg.strip(),
        department=department,
        asked=status if status in STANDINGS else "",
        departments=departments,
        standings=STANDINGS,
        standing_labels=LABELS,
    )
    return render(request, page)


@router.get("/ordrer/ny")
def show_empty_form(components: AppComponents, request: Request, som: str = "") -> HTMLResponse:
    """The call-taker's form, with the company of another order (`som`) where it has several jobs in one call.

    Its id is given now, so that sending it twice makes one order.
    """
    typed = {"order_type": "ordinaer", "id": order_form.new_order_id(datetime.now(UTC))}
    if som:
        with components.database.reading() as record:
            typed |= order_form.same_company(record.job_orders.require(som).value)
    return _form(components, request, typed)


@router.post("/ordrer/ny")
def take_new_order(components: AppComponents, request: Request, actor: Actor, body: Typed) -> Response:
    """Keep the order and show where it went; errors stand at their fields, with what was typed.

    A form that is sent twice makes one order; one that was brought back and changed is no second order, nor lost.
    """
    typed = order_form.with_positions(typed_values(body), components.catalog)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    kept = {"id": typed.get("id", ""), "received_at": now, "source": order_form.SOURCE}
    try:
        order = read_job_order(order_form.to_mapping(typed, kept))
    except IntakeError as error:
        return _form(components, request, typed, error)
    try:
        take_order(components, order, actor, 0)
    except RevisionConflictError as error:
        if not _is_kept(components, order):
            return _form(components, request, typed, error)
    return RedirectResponse(f"/ordrer/{address(order.id)}?gemt=1", HTTPStatus.SEE_OTHER)


def _is_kept(components: Components, order: JobOrder) -> bool:
    """Whether the record holds just this order, whenever it was received."""
    with components.database.reading() as record:
        standing = record.job_orders.require(order.id).value
    return standing == replace(order, received_at=standing.received_at)


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
    typed = {**order_form.with_positions(typed_values(body), components.catalog), "id": order_id}
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


def _form(
    components: Components, request: Request, typed: Mapping[str, str], error: Refusal | None = None
) -> HTMLResponse:
    problems = order_form.form_problems(error.problems, typed) if isinstance(error, IntakeError) else []
    form = form_after(error, order_form.LABELS, typed, problems)
    page = OrderFormPage(form, labels.order_types(components.catalog), labels.SHIFTS, correcting="revision" in typed)
    return render(request, page, status=form.status)
