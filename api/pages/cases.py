"""The page where a consultant notes what a person's case file says, for the rules that need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.order_form import company_number
from api.pages.rendering import render
from api.pages.typed_form import Form, Refusal, Typed, form_after, seen_revision, typed_values
from api.wiring import Components
from indexer.intake import IntakeError
from indexer.intake.job_order import JobOrder
from indexer.records.audit_trail import Act
from indexer.records.case_lookups import CaseLookup
from indexer.records.errors import RevisionConflictError
from indexer.records.stored import RecordKind
from matcher.cases.case_format import read_case

router = APIRouter(include_in_schema=False)
LABELS = {
    "employers": "Ansat hos",
    "away": "Kan ikke foreslås for tiden",
    "away_until": "Til og med",
    "protected": "Navn og adresse er beskyttet",
}


@dataclass(frozen=True, slots=True)
class CasePage:
    """The form for what a person's case tells, and when it was looked up last."""

    template: ClassVar[str] = "sag.html"
    form: Form
    order: JobOrder
    cv_id: str
    last: CaseLookup | None


@router.get("/ordrer/{order_id}/kandidater/{cv_id}/sag")
def show_case_form(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, cv_id: RecordId
) -> HTMLResponse:
    """What the case told last, to be put right."""
    with components.database.transaction(actor, "se sag") as record:
        stored, last = record.cvs.require(cv_id), record.case_lookups.latest(cv_id)
        record.audit_trail.note(Act.LOOKED_UP, RecordKind.CV, cv_id, stored.revision)
    return _form(components, request, order_id, cv_id, _typed(last))


@router.post("/ordrer/{order_id}/kandidater/{cv_id}/sag")
def take_case(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, cv_id: RecordId, body: Typed
) -> Response:
    """Keep what the case tells and go back to why the person stands where they stand."""
    typed = typed_values(body)
    try:
        facts = read_case(_plain(typed))
        with components.database.transaction(actor, "slå sag op") as record:
            record.case_lookups.add(cv_id, facts, expected_revision=seen_revision(typed))
    except (IntakeError, RevisionConflictError) as error:
        return _form(components, request, order_id, cv_id, typed, error)
    return RedirectResponse(f"/ordrer/{address(order_id)}/kandidater/{address(cv_id)}", HTTPStatus.SEE_OTHER)


def _plain(typed: Mapping[str, str]) -> dict[str, object]:
    until = typed.get("away_until", "").strip()
    return {
        "protected": "protected" in typed,
        "away": "away" in typed,
        "employers": _employers(typed.get("employers", "")),
        "away_until": until or None,
    }


def _employers(typed: str) -> list[str]:
    """The CVR numbers between commas or spaces, also where one is written in groups of digits."""
    parts = (part.strip() for part in typed.replace(";", ",").split(","))
    return [one for part in parts for one in ([company_number(part)] if company_number(part) else part.split())]


def _typed(last: CaseLookup | None) -> dict[str, str]:
    if last is None:
        return {"revision": "0"}
    facts = last.facts
    ticked = {name: "1" for name, on in (("protected", facts.protected), ("away", facts.away)) if on}
    until = facts.away_until.isoformat() if facts.away_until else ""
    return {"revision": str(last.revision), "employers": " ".join(facts.employers), "away_until": until, **ticked}


def _form(
    components: Components,
    request: Request,
    order_id: str,
    cv_id: str,
    typed: Mapping[str, str],
    error: Refusal | None = None,
) -> HTMLResponse:
    with components.database.reading() as record:
        order, last = record.job_orders.require(order_id).value, record.case_lookups.latest(cv_id)
    form = form_after(error, LABELS, typed)
    return render(request, CasePage(form, order, cv_id, last), status=form.status)
