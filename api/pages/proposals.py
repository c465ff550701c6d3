"""Pages for the consultant: people of a list are proposed, and what becomes of each proposal is noted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import labels
from api.formatting import address
from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.order_standing import OrderStanding, order_standing
from api.pages.picked import picked_people
from api.pages.rendering import render
from api.pages.typed_form import NOTHING, Typed, seen_revision, told, typed_values
from api.problems import problem_of
from api.wiring import Components
from indexer.intake import FieldProblem, IntakeError
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RecordNotFoundError, RevisionConflictError
from indexer.records.proposals import ProposalStep
from matcher.lifecycles.endings import ending_of
from matcher.lifecycles.orders import OrderClosedError
from matcher.lifecycles.proposals import NEXT, OPEN, PROPOSALS, ProposalState
from matcher.lifecycles.table import MoveNotAllowedError
from matcher.proposals.following_up import is_filled, still_open
from matcher.proposals.proposal_format import read_proposal
from matcher.proposals.proposing import AlreadyProposedError, RuledOutError

router = APIRouter(include_in_schema=False)
MOST_PEOPLE = 500  # as many as a list shows
REFUSALS = (
    IntakeError,
    RevisionConflictError,
    RecordNotFoundError,
    OrderClosedError,
    AlreadyProposedError,
    RuledOutError,
)
NOBODY = FieldProblem("cv", "Ingen er valgt.", "Sæt hak ved dem, der skal foreslås, i listen over kandidater.")


@dataclass(frozen=True, slots=True)
class ProposalsPage:
    """Everybody proposed for an order with every step, how many want each, and what could not be kept."""

    template: ClassVar[str] = "forslag.html"
    order: JobOrder
    standing: OrderStanding
    proposals: Sequence[Sequence[ProposalStep]]
    open_counts: Mapping[str, int]
    hired: Collection[str]  # for whatever order
    filled: bool
    ended: Sequence[ProposalStep]  # open for nothing: the order is closed, or the person hired elsewhere
    elsewhere: Mapping[str, Sequence[ProposalStep]]  # what those hired here still have open for other orders
    following: Mapping[ProposalState, Sequence[ProposalState]]
    needing_reason: Sequence[str]
    problems: Sequence[str]
    ruled_out: Sequence[str]  # whom a rule holds back until somebody gives a reason
    saved: int
    kept: Mapping[str, str]  # what was typed with a problem: the person, the state and the reason


@router.get("/ordrer/{order_id}/forslag")
def show_proposals(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, gemt: str = ""
) -> HTMLResponse:
    """Everybody proposed for the order: how it stands, each step, and what it can become."""
    return _page(components, request, actor, order_id, saved=int(gemt[:3]) if gemt.isdecimal() else 0)


@router.post("/ordrer/{order_id}/forslag")
def propose_picked(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, body: Typed
) -> Response:
    """Propose everybody who was picked in the list, or one by name with a reason; who cannot be is told."""
    typed = typed_values(body, MOST_PEOPLE)
    picked = picked_people(typed.items())
    if not picked:
        return _page(components, request, actor, order_id, problems=[IntakeError((NOBODY,))])
    refused: list[Exception] = []
    for cv_id in picked:
        try:
            proposed = read_proposal({"cv": cv_id, "reason": typed.get("reason", "")})
            components.proposing.propose(order_id, proposed, actor=actor)
        except REFUSALS as error:
            refused.append(error)
    if refused:
        return _page(components, request, actor, order_id, problems=refused, saved=len(picked) - len(refused))
    return _again(order_id, len(picked))


@router.post("/ordrer/{order_id}/forslag/{cv_id}")
def note_outcome(
    components: AppComponents, request: Request, actor: Actor, order_id: RecordId, cv_id: RecordId, body: Typed
) -> Response:
    """Note what became of a proposal; what is wrong is told above the list."""
    typed = typed_values(body)
    plain = {name: typed[name] for name in ("state", "reason") if typed.get(name, "").strip()}
    try:
        moved = PROPOSALS.read_move(plain)
        components.proposing.move(order_id, cv_id, moved, actor=actor, expected_revision=seen_revision(typed))
    except (IntakeError, RevisionConflictError, MoveNotAllowedError) as error:
        return _page(components, request, actor, order_id, problems=[error], kept={**plain, "cv": cv_id})
    return _again(order_id, 1)


def _again(order_id: str, saved: int) -> RedirectResponse:
    return RedirectResponse(f"/ordrer/{address(order_id)}/forslag?gemt={saved}", HTTPStatus.SEE_OTHER)


def _page(
    components: Components,
    request: Request,
    actor: str,
    order_id: str,
    *,
    problems: Sequence[Exception] = (),
    saved: int = 0,
    kept: Mapping[str, str] = NOTHING,
) -> HTMLResponse:
    # What is still to be followed up stands first.
    proposals = sorted(components.proposing.of_order(order_id, actor=actor), key=lambda one: one[-1].state not in OPEN)
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
        latest = [steps[-1] for steps in proposals]
        standing = order_standing(record.order_steps.of_order(order_id), latest)
        here = [step.cv_id for step in latest if step.state == ProposalState.HIRED]
        elsewhere = {cv_id: found for cv_id in here if (found := still_open(record, cv_id))}
    hired = components.proposing.hired([step.cv_id for step in latest])
    closed = () if standing.is_open else (order_id,)
    page = ProposalsPage(
        order=order,
        standing=standing,
        proposals=proposals,
        open_counts=components.proposing.open_counts([step.cv_id for step in latest]),
        hired=hired,
        filled=is_filled(latest, order.positions),
        ended=[step for step in latest if step.state in OPEN and ending_of(step, closed, hired)],
        elsewhere=elsewhere,
        following=NEXT,
        needing_reason=[labels.STATES[state] for state in PROPOSALS.needs_reason],
        problems=[told(error) for error in problems],
        ruled_out=[error.cv_id for error in problems if isinstance(error, RuledOutError)],
        saved=saved,
        kept=kept,
    )
    return render(request, page, status=problem_of(problems[0]).status if problems else HTTPStatus.OK)
