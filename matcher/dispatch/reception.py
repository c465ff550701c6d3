"""Receiving orders: kept, read and routed in one transaction, so that none is ever ownerless."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from indexer.importing import KeepBeside
from indexer.intake.job_order import JobOrder
from indexer.intake.json_form import JsonObject
from indexer.records.database import Database
from indexer.records.errors import RevisionConflictError
from indexer.records.owners import OrderOwner
from indexer.records.record import Record
from indexer.records.stored import Change, Put, Stored
from matcher.dispatch.duplicates import possible_duplicates
from matcher.dispatch.route import Route
from matcher.dispatch.route_format import kept_route
from matcher.dispatch.router import Router
from matcher.orders.correction_format import read_correction
from matcher.orders.kept_corrections import kept_corrections, kept_corrections_of_many
from matcher.orders.profile import understand
from matcher.orders.reading_format import reading_to_mapping
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OrderReading
from taxonomy.reading.orders.correcting import Correction

ORDERS_A_TRANSACTION = 200  # what is read and routed before it is lost where the program ends: a second's work


@dataclass(frozen=True, slots=True)
class Received:
    """An order as it was kept, what was read, where it goes and what it may repeat."""

    outcome: Put[JobOrder]
    reading: OrderReading
    route: Route
    owner: OrderOwner
    duplicates: tuple[str, ...]


class Reception:
    """Takes orders in; works the same whether or not the search index is there.

    `foresee` does what the index will need of an order before it is kept, so that it is searchable at once after.
    """

    def __init__(
        self,
        database: Database,
        catalog: Catalog,
        router: Router,
        today: Callable[[], date],
        foresee: Callable[[JobOrder, OrderReading], None] | None = None,
    ) -> None:
        self._database, self._catalog, self._router, self._today = database, catalog, router, today
        self._foresee = foresee

    def receive(self, order: JobOrder, *, actor: str, expected_revision: int | None = None) -> Received:
        """Keep, read and route the order; raises RevisionConflictError when another revision stands."""
        said = self._corrections([order.id]).get(order.id, ())
        reading, route = self._routed(order, said)
        if self._foresee:
            self._foresee(order, reading)
        with self._database.transaction(actor, "modtag jobordre") as record:
            outcome = record.job_orders.put(order, expected_revision)
            owner = record.routes.owners.get(order.id)
            if owner is None or outcome.change is not Change.UNCHANGED:
                reading, route = self._by_now(record, order, said, (reading, route))
                owner = self._keep(record, outcome.stored, reading, route)
            return Received(outcome, reading, route, owner, tuple(self._duplicates(record, order)))

    def correct_reading(
        self, order_id: str, correction: JsonObject, reason: str, *, actor: str, expected_revision: int
    ) -> Received:
        """Keep a person's correction in its public form, read and route anew; RevisionConflictError, IntakeError."""
        said = read_correction(dict(correction), self._catalog)
        with self._database.reading() as record:
            order = record.job_orders.require(order_id).value
            earlier = kept_corrections(record, order_id, self._catalog)
        reading, route = self._routed(order, (*earlier, said))
        if self._foresee:
            self._foresee(order, reading)
        with self._database.transaction(actor, "ret læsning") as record:
            stored = record.job_orders.require(order_id)
            if stored.revision != expected_revision:
                raise RevisionConflictError(order_id, expected_revision, stored.revision)
            if (others := kept_corrections(record, order_id, self._catalog)) != earlier:
                reading, route = self._routed(stored.value, (*others, said))  # somebody else corrected it meanwhile
            record.readings.correct(order_id, stored.revision, correction, actor, reason)
            owner = self._keep(record, stored, reading, route)
            outcome = Put(Change.UPDATED, record.job_orders.require(order_id))
            return Received(outcome, reading, route, owner, tuple(self._duplicates(record, order)))

    def routed_beforehand(self, orders: Sequence[JobOrder]) -> KeepBeside[JobOrder]:
        """Read and route those of many orders that are new or changed, before the transaction that keeps them.

        What is returned writes readings, routes and owners beside the orders, inside that transaction.
        """
        changing = self._changing(orders)
        said = self._corrections([order.id for order in changing])
        routed = {order.id: self._routed(order, said.get(order.id, ())) for order in changing}

        def keep_beside(record: Record, puts: Sequence[Put[JobOrder]]) -> None:
            for put in puts:
                order = put.stored.value
                if found := routed.get(order.id):
                    found = self._by_now(record, order, said.get(order.id, ()), found)
                    self._keep(record, put.stored, *found)
                elif put.change is not Change.UNCHANGED:  # somebody changed or erased it in between
                    corrections = kept_corrections(record, order.id, self._catalog)
                    self._keep(record, put.stored, *self._routed(order, corrections))

        return keep_beside

    def route_ownerless(self, *, actor: str, progress: Callable[[int], None] | None = None) -> int:
        """Route every order that has no owner, as one that was put into the record by itself; returns how many."""
        routed, after = 0, ""
        while orders := self._ownerless(after):
            said = self._corrections([stored.value.id for stored in orders])
            routes = [(stored, *self._routed(stored.value, said.get(stored.value.id, ()))) for stored in orders]
            with self._database.transaction(actor, "fordel jobordrer") as record:
                owned = record.routes.owners.get_many([stored.value.id for stored in orders])
                for stored, reading, route in routes:
                    if stored.value.id not in owned:  # somebody may have been faster
                        self._keep(record, stored, reading, route)
            routed, after = routed + len(orders), orders[-1].value.id
            if progress:
                progress(routed)
        return routed

    def _changing(self, orders: Sequence[JobOrder]) -> list[JobOrder]:
        with self._database.reading() as record:
            changes = record.job_orders.preview(orders)
            owned = record.routes.owners.get_many([order.id for order in orders])
        return [
            order
            for order, change in zip(orders, changes, strict=True)
            if change is not Change.UNCHANGED or order.id not in owned
        ]

    def _ownerless(self, after: str) -> list[Stored[JobOrder]]:
        with self._database.reading() as record:
            ids = record.routes.owners.ownerless(after, ORDERS_A_TRANSACTION)
            return list(record.job_orders.get_many(ids).values())

    def _corrections(self, order_ids: Sequence[str]) -> Mapping[str, tuple[Correction, ...]]:
        with self._database.reading() as record:
            return kept_corrections_of_many(record, order_ids, self._catalog)

    def _routed(self, order: JobOrder, corrections: Sequence[Correction]) -> tuple[OrderReading, Route]:
        reading = understand(order, self._catalog, corrections)
        return reading, self._router.route(order, reading, self._today())

    def _by_now(
        self, record: Record, order: JobOrder, said: Sequence[Correction], found: tuple[OrderReading, Route]
    ) -> tuple[OrderReading, Route]:
        """What was found by the corrections that stood then; found anew where somebody has corrected it since."""
        by_now = kept_corrections(record, order.id, self._catalog)
        return found if by_now == tuple(said) else self._routed(order, by_now)

    def _keep(self, record: Record, stored: Stored[JobOrder], reading: OrderReading, route: Route) -> OrderOwner:
        order_id, revision = stored.value.id, stored.revision
        plain = reading_to_mapping(order_id, reading, self._catalog)
        record.readings.put(order_id, revision, self._catalog.version, plain)
        return record.routes.put(kept_route(route, revision))

    def _duplicates(self, record: Record, order: JobOrder) -> list[str]:
        earlier = record.job_orders.of_same_employer(order)
        return possible_duplicates(order, earlier, datetime.now(UTC), self._catalog)
