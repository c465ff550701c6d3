"""What the call-taker sees while the caller talks: what is understood so far. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, ClassVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import AppComponents
from api.http.search_state import fitting
from api.pages import order_form
from api.pages.language import Texts, language_of
from api.pages.marks import ToldOnce, findings, told_once
from api.pages.rendering import render
from api.pages.terms import terms_read
from api.pages.typed_form import Typed, typed_values
from api.wiring import Components, today
from indexer.documents.hidden_contacts import hide_contact
from indexer.embedding.cache import unremembered
from indexer.intake import IntakeError, read_job_order
from indexer.intake.job_order import JobOrder
from matcher.dispatch.duplicates import possible_duplicates
from matcher.dispatch.route import Route
from matcher.orders.profile import understand
from matcher.orders.reading_format import reading_to_mapping
from taxonomy.reading.findings import OrderReading

router = APIRouter(include_in_schema=False)
# In place of what has not been typed yet, so that the rest can be read.
NOT_YET = {"title": "?", "text": "?", "order_type": "ordinaer", "positions": 1, "postcode": "2100"}
ASK: Mapping[str, str] = MappingProxyType(
    {
        "occupation": "hvilket job det er",
        "place": "hvor arbejdet er",
        "hours": "timer om ugen",
        "shift": "hvornår på døgnet",
        "start": "hvornår det begynder",
        "employer": "hvilken virksomhed det er",
        "contact": "hvordan vi ringer tilbage",
    }
)


@dataclass(frozen=True, slots=True)
class UnderWayPage:
    """A piece of a page: where the order will go, what was read, what to ask about, and what it may repeat."""

    template: ClassVar[str] = "undervejs.html"
    route: Route | None = None
    findings: Sequence[ToldOnce] = ()
    terms: Sequence[str] = ()
    ask: Sequence[str] = ()
    contradictions: Sequence[str] = ()
    duplicates: Sequence[str] = ()
    fitting: int | None = None


@router.post("/ordrer/ny/undervejs")
def show_under_way(components: AppComponents, request: Request, body: Typed) -> HTMLResponse:
    """What is understood of the words so far; empty before there are any."""
    typed = order_form.with_positions(typed_values(body), components.catalog)
    order = sketched(typed)
    if not (order.title or order.text):
        return render(request, UnderWayPage())
    with unremembered():
        understood = _understood(components, order, Texts(language_of(request)))
    return render(request, understood)


def sketched(typed: Mapping[str, str]) -> JobOrder:
    """The order as far as it is typed and sound; what is missing or wrong is left out."""
    found = order_form.to_mapping(typed, {"id": "undervejs"})
    try:
        order = read_job_order({**NOT_YET, **found})
    except IntakeError as error:
        wrong = {one.field.partition("[")[0].partition(".")[0] for one in error.problems}
        found = {name: value for name, value in found.items() if name not in wrong}
        order = read_job_order({**NOT_YET, **found})
    return replace(
        order,
        title=order.title if "title" in found else "",
        text=order.text if "text" in found else "",
        postcode=order.postcode if "postcode" in found else "",
    )


def _understood(components: Components, order: JobOrder, t: Texts) -> UnderWayPage:
    reading = understand(order, components.catalog)
    read: Mapping[str, Any] = reading_to_mapping(order.id, reading, components.catalog)
    route = components.router.route(order, reading, today())
    with components.database.reading() as record:
        earlier = record.job_orders.of_same_employer(order)
    return UnderWayPage(
        route=route,
        findings=told_once(findings(read)),
        terms=terms_read(read, t),
        ask=list(_to_ask(order, reading)),
        contradictions=[one["sentence"] for one in read.get("contradictions", ())],
        duplicates=possible_duplicates(order, earlier, datetime.now(UTC), components.catalog),
        fitting=fitting(components, order) if order.postcode and reading.occupations else None,
    )


def _to_ask(order: JobOrder, reading: OrderReading) -> Iterator[str]:
    """What neither the words nor the fields say, in the order in which one asks."""
    terms, contact = reading.terms, order.contact
    known: Mapping[str, object] = {
        "occupation": reading.occupations,
        "place": order.postcode,
        "hours": order.hours_per_week or terms.hours_per_week,
        "shift": order.shift or terms.shifts,
        "start": order.start or terms.start,
        "employer": order.employer,
        "contact": contact.phone or contact.email or hide_contact(order.text, contact) != order.text,
    }
    return (words for name, words in ASK.items() if not known[name])
