"""Reports crowding in the record: today's lists of all open orders, and people's open proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from matcher.evaluation.crowding import SHOWN, Crowding, crowding, most_first
from matcher.evaluation.fairness import OrderList, order_list_of
from matcher.lifecycles.proposals import OPEN
from matcher.lists.matching import Matching
from matcher.retrieval.query import FOUND


@dataclass(frozen=True, slots=True)
class RecordCrowding:
    """How first places gather today, and who has how many open proposals, most first."""

    lists: Crowding
    open_proposals: tuple[tuple[str, int], ...]


def open_orders(matching: Matching) -> list[Stored[JobOrder]]:
    """The orders that nobody has closed and whose deadline has not passed."""
    today = matching.today()
    with matching.database.reading() as record:
        orders = [order for order in record.job_orders.each() if order.value.is_open(today)]
        closed = record.job_orders.closed(order.value.id for order in orders)
    return [order for order in orders if order.value.id not in closed]


def list_of(matching: Matching, order: Stored[JobOrder]) -> OrderList:
    """The order's list as it would be given now, of those the search finds; nothing is kept."""
    engine, generation = matching.engine()
    prepared = matching.preparation.prepare_stored(order, matching.today())
    with matching.database.reading() as record:
        hits = engine.search(prepared.at_depth(FOUND)).hits
        pool = matching.recalled(record, order.value, generation, hits, record.watermarks.now())
    return order_list_of(prepared.brief, pool, matching.scorer, matching.today(), SHOWN)


def record_crowding(matching: Matching, lists: Sequence[OrderList]) -> RecordCrowding:
    """The report on these lists and the record's open proposals."""
    with matching.database.reading() as record:
        counts = record.proposals.counts(OPEN)
    return RecordCrowding(crowding(lists), most_first(counts))
