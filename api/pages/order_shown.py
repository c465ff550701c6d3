"""What the page of one job order shows, gathered from the record and the search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from api import labels
from api.http.order_views import KnownOrder, known_order
from api.http.search_state import SearchState, fitting, search_known
from api.pages.language import Texts
from api.pages.marks import MarkedField, ToldOnce, findings, marked_fields, told_once
from api.pages.order_standing import OrderStanding, order_standing
from api.pages.terms import terms_read
from api.pages.typed_form import NOTHING
from api.wiring import Components, today
from indexer.intake.job_order import JobOrder
from indexer.records.proposals import ProposalStep, latest_steps
from indexer.records.record import Record
from indexer.records.routes import RouteDecision
from matcher.open_jobs.faces import is_advertised
from matcher.proposals.following_up import is_filled
from matcher.wording.language import Language


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """What was read of the order, in its words and beside them."""

    fields: Sequence[MarkedField]
    findings: Sequence[ToldOnce]
    terms: Sequence[str]
    contradictions: Sequence[str]


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """How many fit the order, None while the search is down, and how many proposals stand where."""

    fitting: int | None
    search: SearchState
    proposed: Sequence[tuple[str, int]]
    filled: bool


@dataclass(frozen=True, slots=True)
class NextWaiting:
    """The order that waits for KVS first, and how many wait."""

    order_id: str
    count: int


@dataclass(frozen=True, slots=True)
class OrderPage:
    """An order with its owner, its reading and its people; no CV is shown."""

    template: ClassVar[str] = "ordre.html"
    known: KnownOrder
    order: JobOrder
    standing: OrderStanding
    department: str
    trade: str
    decisions: Sequence[RouteDecision]
    read: ReadingShown
    people: PeopleShown
    order_type: str
    shift: str
    handed_in_by: str
    expired: bool
    advertised: bool
    next_waiting: NextWaiting | None
    saved: str
    state_problem: str
    state_typed: Mapping[str, str]


def order_shown(
    components: Components,
    order_id: str,
    t: Texts,
    *,
    saved: str = "",
    decided: bool = False,
    state_problem: str = "",
    state_typed: Mapping[str, str] = NOTHING,
) -> OrderPage:
    """The page of the order; `saved` says what was just kept, `state_problem` why what was typed was not.

    Raises RecordNotFoundError.
    """
    catalog = components.catalog
    with components.database.reading() as record:
        known, decisions = known_order(record, order_id, catalog), record.routes.decisions(order_id)
        latest = latest_steps(record.proposals.of_order(order_id))
        # Who has just decided one order goes on with the next.
        next_waiting = _next_waiting(record) if decided and not sent_back(known) else None
    order, owner = known.stored.value, known.owner
    no_trade = "intet valgt" if owner and owner.decided else "intet fundet"
    return OrderPage(
        known=known,
        order=order,
        standing=order_standing(known.steps, latest),
        department=labels.departments(catalog, today()).get(owner.department, owner.department) if owner else "",
        trade=labels.trades(catalog)[owner.trade] if owner and owner.trade else no_trade,
        decisions=decisions,
        read=_reading(order, known.reading.reading if known.reading else {}, t),
        people=_people(components, order, latest),
        order_type=labels.order_types(catalog)[order.order_type],
        shift=labels.SHIFTS[order.shift] if order.shift else "",
        handed_in_by=_handed_in_by(components, order, t.language),
        expired=not order.is_open(today()),
        advertised=is_advertised(order),
        next_waiting=next_waiting,
        saved=saved,
        state_problem=state_problem,
        state_typed=state_typed,
    )


def _reading(order: JobOrder, read: Mapping[str, Any], t: Texts) -> ReadingShown:
    found = findings(read)
    contradictions = [one["sentence"] for one in read.get("contradictions", ())]
    return ReadingShown(marked_fields(order, found), told_once(found), terms_read(read, t), contradictions)


def _people(components: Components, order: JobOrder, latest: Sequence[ProposalStep]) -> PeopleShown:
    count = Counter(step.state for step in latest)
    return PeopleShown(
        fitting=fitting(components, order),
        search=search_known(components),
        proposed=[(state, count[state]) for state in labels.STATES if count[state]],
        filled=is_filled(latest, order.positions),
    )


def sent_back(known: KnownOrder) -> bool:
    """Whether a person gave the order back to KVS."""
    return known.owner is not None and known.owner.decided and known.owner.awaits_decision


def _next_waiting(record: Record) -> NextWaiting | None:
    first = record.routes.owners.awaiting_decision(limit=1)
    return NextWaiting(first[0].order_id, record.routes.owners.count_awaiting()) if first else None


def _handed_in_by(components: Components, order: JobOrder, language: Language) -> str:
    """The unit outside the departments that could not fill the order, where its source names one."""
    unit = components.catalog.units.get(order.source)
    if unit is None:
        return ""
    return unit.english if language is Language.ENGLISH else unit.name
