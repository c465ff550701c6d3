"""The page where a person corrects what was read of an order; routing and ranking then use the correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages import reading_form
from api.pages.rendering import render
from api.pages.typed_form import Form, Refusal, Typed, form_after, seen_revision, typed_values
from api.wiring import Components
from indexer.intake import IntakeError
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RevisionConflictError

router = APIRouter(include_in_schema=False)
MOST_DEMANDS = 500  # on one page; the longest text gives fewer


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """The form with every demand that was read, and the ways each can be meant."""

    template: ClassVar[str] = "laesning.html"
    form: Form
    order: JobOrder
    choices: Sequence[reading_form.DemandChoice]
    meant: Mapping[str, str]


@router.get("/ordrer/{order_id}/laesning")
def show_reading_form(components: AppComponents, request: Request, order_id: RecordId) -> HTMLResponse:
    """Every demand that was read, with its words, and how it is meant; the occupations, a line each."""
    with components.database.reading() as record:
        stored = record.job_orders.require(order_id)
        reading = record.readings.latest(order_id)
    read = reading.reading if reading else {}
    typed = {"revision": str(stored.revision), "occupations": reading_form.occupation_lines(read)}
    return _form(components, request, order_id, typed)


@router.post("/ordrer/{order_id}/laesning")
def take_correction(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed
) -> Response:
    """Keep what was changed; nothing changed keeps nothing."""
    typed = typed_values(body, MOST_DEMANDS)
    with components.database.reading() as record:
        reading = record.readings.latest(order_id)
    try:
        plain = reading_form.correction_typed(typed, reading.reading if reading else {}, components.catalog)
        if plain:
            reason = reading_form.reason_typed(typed)
            revision = seen_revision(typed)
            components.reception.correct_reading(order_id, plain, reason, actor=actor, expected_revision=revision)
    except (IntakeError, RevisionConflictError) as error:
        return _form(components, request, order_id, typed, error)
    components.index.notify()
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt=laest", HTTPStatus.SEE_OTHER)


def _form(
    components: Components, request: Request, order_id: str, typed: Mapping[str, str], error: Refusal | None = None
) -> HTMLResponse:
    with components.database.reading() as record:
        order, reading = record.job_orders.require(order_id).value, record.readings.latest(order_id)
    form = form_after(error, reading_form.LABELS, typed)
    choices = reading_form.demand_choices(reading.reading if reading else {})
    return render(request, ReadingPage(form, order, choices, reading_form.MEANT), status=form.status)
