"""The page where somebody writes what everybody may read of an order, in place of the caller's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.intake import take_order
from api.pages.rendering import render
from api.pages.typed_form import Form, Refusal, Typed, form_after, seen_revision, typed_values
from api.wiring import Components
from indexer.intake import IntakeError, job_order_to_mapping, read_job_order
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RevisionConflictError
from matcher.open_jobs.faces import OpenJob

router = APIRouter(include_in_schema=False)
LABELS = {"public_text": "Opslag"}


@dataclass(frozen=True, slots=True)
class AdvertisingPage:
    """The form with the text so far, beside it the caller's words and what everybody reads now."""

    template: ClassVar[str] = "opslag.html"
    form: Form
    order: JobOrder
    shown: OpenJob


@router.get("/ordrer/{order_id}/opslag")
def show_text(components: AppComponents, request: Request, order_id: RecordId) -> HTMLResponse:
    """The text for everybody, empty where there is none: the caller's words are written anew, not let through."""
    with components.database.reading() as record:
        stored = record.job_orders.require(order_id)
    typed = {"public_text": stored.value.public_text or "", "revision": str(stored.revision)}
    return _form(components, request, order_id, typed)


@router.post("/ordrer/{order_id}/opslag")
def keep_text(components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed) -> Response:
    """Keep the text; an empty one leaves what was read out of the order."""
    typed = typed_values(body)
    with components.database.reading() as record:
        standing = job_order_to_mapping(record.job_orders.require(order_id).value)
    try:
        order = read_job_order({**standing, "public_text": typed.get("public_text", "").strip()})
        take_order(components, order, actor, seen_revision(typed))
    except (IntakeError, RevisionConflictError) as error:
        return _form(components, request, order_id, typed, error)
    return RedirectResponse(f"/ordrer/{address(order_id)}?gemt=opslag", HTTPStatus.SEE_OTHER)


def _form(
    components: Components, request: Request, order_id: str, typed: Mapping[str, str], error: Refusal | None = None
) -> HTMLResponse:
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
    form = form_after(error, LABELS, typed)
    return render(request, AdvertisingPage(form, order, components.jobs.as_shown(order_id)), status=form.status)
