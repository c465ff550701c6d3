"""The page of what is to be followed up, by department and by who noted the last step: a colleague takes over."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, ClassVar
from urllib.parse import unquote

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.formatting import address
from api.http.dependencies import Actor, AppComponents
from api.pages.rendering import render
from api.pages.typed_form import Typed, typed_values
from api.wiring import today
from indexer.intake.job_order import JobOrder
from indexer.records.audit_trail import Act
from indexer.records.owners import OrderOwner
from indexer.records.record import Record
from indexer.records.stored import RecordKind
from matcher.lifecycles.endings import REASONS, Ending
from matcher.proposals.following_up import QUIET_DAYS, FollowUp, OpenProposal, follow_up, withdraw_ended

router = APIRouter(include_in_schema=False)
CHOSEN = "valg."  # a box of the page; its value is the order and the person
MOST = 200  # lines of each part; the rest follows when these are done
LONGEST_QUIET = 365


@dataclass(frozen=True, slots=True)
class FollowUpPage:
    """What waits, narrowed to a department and to a colleague, with what the lines tell of their orders."""

    template: ClassVar[str] = "opfoelgning.html"
    found: FollowUp
    orders: Mapping[str, JobOrder]
    owners: Mapping[str, OrderOwner]
    departments: Mapping[str, str]
    colleagues: Sequence[str]
    department: str
    by: str
    days: int
    usual_days: int
    reasons: Mapping[Ending, str]
    most: int
    saved: int | None


@router.get("/opfoelgning")
def show_follow_up(
    components: AppComponents,
    request: Request,
    actor: Actor,
    afdeling: str = "",
    af: Annotated[str, Query(max_length=200)] = "",
    dage: Annotated[int, Query(ge=1, le=LONGEST_QUIET)] = QUIET_DAYS,
    gemt: str = "",
) -> HTMLResponse:
    """What has ended elsewhere, what lies still, what moves, and the orders that wait; each look-up is audited."""
    departments = labels.departments(components.catalog, today())
    department = afdeling if afdeling in departments else ""
    with components.database.transaction(actor, "se opfølgning") as record:
        found = follow_up(record, today(), datetime.now(UTC), dage)
        order_ids = {*(one.step.order_id for one in _proposals(found)), *found.filled, *found.unanswered}
        owners = record.routes.owners.get_many(list(order_ids))
        here = {one for one in order_ids if not department or (one in owners and owners[one].department == department)}
        colleagues = sorted({one.step.noted_by for one in _proposals(found) if one.step.order_id in here})
        found = _narrowed(found, here, af)
        _note_lookups(record, found)
        orders = record.job_orders.get_many(_orders_shown(found))
    page = FollowUpPage(
        found=found,
        orders={order_id: stored.value for order_id, stored in orders.items()},
        owners=owners,
        departments=departments,
        colleagues=colleagues,
        department=department,
        by=af,
        days=dage,
        usual_days=QUIET_DAYS,
        reasons=REASONS,
        most=MOST,
        saved=int(gemt[:3]) if gemt.isdecimal() else None,
    )
    return render(request, page)


@router.post("/opfoelgning")
def withdraw_chosen(components: AppComponents, actor: Actor, body: Typed) -> Response:
    """Withdraw the chosen proposals that have ended elsewhere, and go back to where they were chosen."""
    typed = typed_values(body, MOST + 2)
    pairs = {_pair(value) for name, value in typed.items() if name.startswith(CHOSEN)}
    count = withdraw_ended(components.database, pairs, actor=actor)
    order_id, department = typed.get("ordre", ""), typed.get("afdeling", "")
    back = f"/ordrer/{address(order_id)}/forslag" if order_id else f"/opfoelgning?afdeling={address(department)}"
    return RedirectResponse(f"{back}{'&' if '?' in back else '?'}gemt={count}", HTTPStatus.SEE_OTHER)


def _pair(value: str) -> tuple[str, str]:
    order_id, _, cv_id = value.partition("/")
    return unquote(order_id), unquote(cv_id)


def _proposals(found: FollowUp) -> list[OpenProposal]:
    return [*found.ended, *found.quiet, *found.moving]


def _narrowed(found: FollowUp, here: Collection[str], by: str) -> FollowUp:
    def mine(proposals: Sequence[OpenProposal]) -> list[OpenProposal]:
        return [one for one in proposals if one.step.order_id in here and by in ("", one.step.noted_by)]

    return FollowUp(
        ended=mine(found.ended),
        quiet=mine(found.quiet),
        moving=mine(found.moving),
        filled=[one for one in found.filled if one in here],
        unanswered=[one for one in found.unanswered if one in here],
    )


def _proposals_shown(found: FollowUp) -> list[OpenProposal]:
    return [*found.ended[:MOST], *found.quiet[:MOST], *found.moving[:MOST]]


def _orders_shown(found: FollowUp) -> list[str]:
    return [*(one.step.order_id for one in _proposals_shown(found)), *found.filled[:MOST], *found.unanswered[:MOST]]


def _note_lookups(record: Record, found: FollowUp) -> None:
    seen = dict.fromkeys(one.step.cv_id for one in _proposals_shown(found))
    record.audit_trail.note_many(Act.LOOKED_UP, RecordKind.CV, [(cv_id, None) for cv_id in seen])
