"""Job orders as the API shows them: the public format, with reading, route and owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from api.http.search_state import fitting, search_state
from api.synthetic import is_synthetic_order
from api.wiring import Components, today
from indexer.intake import job_order_to_mapping
from indexer.intake.job_order import JobOrder
from indexer.intake.json_form import JsonObject
from indexer.records.order_steps import OrderStep
from indexer.records.owners import OrderOwner
from indexer.records.readings import KeptReading
from indexer.records.record import Record
from indexer.records.routes import KeptRoute
from indexer.records.stored import Stored
from matcher.dispatch.duplicates import possible_duplicates
from matcher.dispatch.reception import Received
from matcher.dispatch.route_format import kept_to_mapping, route_to_mapping
from matcher.orders.closing import state_of
from matcher.orders.reading_format import reading_to_mapping
from taxonomy.catalog import Catalog


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """An order with everything the record has about it."""

    stored: Stored[JobOrder]
    reading: KeptReading | None
    route: KeptRoute | None
    owner: OrderOwner | None
    duplicates: tuple[str, ...]
    steps: tuple[OrderStep, ...]


def known_order(record: Record, order_id: str, catalog: Catalog) -> KnownOrder:
    """The order and everything about it; raises RecordNotFoundError."""
    stored = record.job_orders.require(order_id)
    earlier = record.job_orders.of_same_employer(stored.value)
    return KnownOrder(
        stored=stored,
        reading=record.readings.latest(order_id),
        route=record.routes.latest(order_id),
        owner=record.routes.owners.get(order_id),
        steps=tuple(record.order_steps.of_order(order_id)),
        duplicates=tuple(possible_duplicates(stored.value, earlier, datetime.now(UTC), catalog)),
    )


def order_view(known: KnownOrder, catalog: Catalog) -> JsonObject:
    """The order in the public format, and beside it `revision`, `route`, `owner`, `read`, `duplicates` and `state`."""
    return {
        **job_order_to_mapping(known.stored.value),
        "revision": known.stored.revision,
        "changed_at": known.stored.changed_at.isoformat(),
        "route": kept_to_mapping(known.route) if known.route else None,
        "owner": owner_view(known.owner, catalog) if known.owner else None,
        "read": dict(known.reading.reading) if known.reading else None,
        "duplicates": list(known.duplicates),
        "state": state_of(known.steps).value,
        "synthetic": is_synthetic_order(known.stored.value.id),
    }


def received_view(received: Received, components: Components) -> JsonObject:
    """The answer to an order's sender; `candidates` is null while the search is down."""
    stored = received.outcome.stored
    order = stored.value
    return {
        "id": order.id,
        "revision": stored.revision,
        "change": received.outcome.change.value,
        "route": route_to_mapping(received.route),
        "owner": owner_view(received.owner, components.catalog),
        "read": reading_to_mapping(order.id, received.reading, components.catalog),
        "duplicates": list(received.duplicates),
        "candidates": fitting(components, order),
        "search": search_state(components),
    }


def owner_view(owner: OrderOwner, catalog: Catalog) -> JsonObject:
    """The department that has the order; `decided` when a person chose it."""
    return {
        "department": owner.department,
        "name": department_name(catalog, owner.department),
        "trade": owner.trade,
        "awaits_decision": owner.awaits_decision,
        "decided": owner.decided,
    }


def department_name(catalog: Catalog, key: str) -> str:
    """The department's name today, its key where it is no more."""
    return next((found.name for found in catalog.departments_on(today()) if found.key == key), key)
