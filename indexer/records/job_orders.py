"""Job orders in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, select, update

from indexer.batches import batches
from indexer.intake import job_order_from_mapping, job_order_to_mapping
from indexer.intake.job_order import JobOrder
from indexer.records.changing_records import ChangingRecords
from indexer.records.employers import Employers, employer_key
from indexer.records.planned_write import PlannedWrite
from indexer.records.proposal_tables import proposal_steps
from indexer.records.ranked_lists import RankedLists
from indexer.records.stored import Change, Put, RecordKind, Stored
from indexer.records.tables import (
    OPEN_STATE,
    job_order_versions,
    job_orders,
    order_owners,
    order_readings,
    order_steps,
    reading_corrections,
    route_decisions,
    routes,
)
from indexer.records.versioned_tables import VersionedTables


class JobOrders(ChangingRecords[JobOrder]):
    """Every order with all its revisions, and with it the employer it names."""

    kind = RecordKind.JOB_ORDER
    tables = VersionedTables(job_orders, job_order_versions)

    def of_same_employer(self, order: JobOrder) -> list[Stored[JobOrder]]:
        """The orders of the order's employer by their ids, itself among them; none where it names no employer."""
        if (key := employer_key(order)) is None:
            return []
        theirs = select(job_orders).where(job_orders.c.employer_key == key)
        return list(self._each(theirs.order_by(job_orders.c.id)))

    def last_of_employer(self, key: str) -> Stored[JobOrder] | None:
        """The company's order that was received last; those without a time of day of receipt come first."""
        theirs = select(job_orders).where(job_orders.c.employer_key == key)
        newest = theirs.order_by(job_orders.c.received_at.desc().nulls_last(), job_orders.c.created_at.desc())
        return next(iter(self._each(newest.order_by(job_orders.c.id).limit(1))), None)

    def closed(self, order_ids: Iterable[str]) -> frozenset[str]:
        """Those of the orders that somebody has closed."""
        table = self.tables.current
        found: set[str] = set()
        for part in batches(list(order_ids)):
            these = select(table.c.id).where(table.c.id.in_(part), table.c.state != OPEN_STATE)
            found.update(self._connection.execute(these).scalars())
        return frozenset(found)

    def set_state(self, order_id: str, state: str) -> None:
        """Note how the order stands; the index hears of it."""
        table = self.tables.current
        self._connection.execute(update(table).where(table.c.id == order_id).values(state=state))
        self.index_again(order_id)

    def erase(self, record_id: str, expected_revision: int | None = None) -> None:
        """Delete the order with all that hangs on it, also an employer that only it named; RecordNotFoundError."""
        super().erase(record_id, expected_revision)
        Employers(self._work).forget_unnamed()

    def put_many(self, values: Sequence[JobOrder]) -> list[Put[JobOrder]]:
        """Create or update all; what somebody wrote for everybody stays where a sender says nothing of it."""
        return super().put_many(self._with_public_texts(values))

    def preview(self, values: Sequence[JobOrder]) -> list[Change]:
        """What put_many would do, without doing it."""
        return super().preview(self._with_public_texts(values))

    def _with_public_texts(self, values: Sequence[JobOrder]) -> list[JobOrder]:
        standing = self.get_many(one.id for one in values if one.public_text is None)
        texts = {order_id: stored.value.public_text for order_id, stored in standing.items()}
        return [replace(one, public_text=texts.get(one.id, one.public_text)) for one in values]

    def _write(self, writes: Sequence[PlannedWrite[JobOrder]]) -> None:
        Employers(self._work).learn_from([write.stored.value for write in writes])
        super()._write(writes)

    def _more_columns(self, value: JobOrder) -> dict[str, object]:
        return {
            "employer_key": employer_key(value),
            "received_at": value.received_at,
            "deadline": value.deadline.isoformat() if value.deadline else None,
            "starts": value.start.isoformat() if value.start else None,
        }

    def _to_mapping(self, value: JobOrder) -> Mapping[str, object]:
        return job_order_to_mapping(value)

    def _from_mapping(self, mapping: Mapping[str, Any]) -> JobOrder:
        return job_order_from_mapping(mapping)

    def _erase_dependents(self, record_id: str) -> None:
        read, routed = (order_readings, reading_corrections), (routes, route_decisions, order_owners)
        for table in (*read, *routed, order_steps, proposal_steps):
            self._connection.execute(delete(table).where(table.c.order_id == record_id))
        RankedLists(self._work).forget_order(record_id)
