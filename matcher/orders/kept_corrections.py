"""The corrections that the record keeps, as reading takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from indexer.intake import IntakeError
from indexer.records.ranked_lists import RankedList
from indexer.records.readings import ReadingCorrection
from indexer.records.record import Record
from matcher.orders.correction_format import read_correction
from taxonomy.catalog import Catalog
from taxonomy.reading.orders.correcting import Correction


def kept_corrections(
    record: Record, order_id: str, catalog: Catalog, until: datetime | None = None
) -> tuple[Correction, ...]:
    """The corrections of the order's reading, oldest first; those made by `until`, all where it is None."""
    kept = record.readings.corrections_of_many([order_id]).get(order_id, [])
    return tuple(_readable((one for one in kept if until is None or one.corrected_at <= until), catalog))


def corrections_of_list(record: Record, given: RankedList, at: datetime, catalog: Catalog) -> tuple[Correction, ...]:
    """Those that the list was made with; by its time `at` for lists that did not yet say how many."""
    made_with = given.options.get("corrections")
    if made_with is None:
        return kept_corrections(record, given.order_id, catalog, until=at)
    return kept_corrections(record, given.order_id, catalog)[: int(made_with)]


def kept_corrections_of_many(
    record: Record, order_ids: Sequence[str], catalog: Catalog
) -> Mapping[str, tuple[Correction, ...]]:
    """The same for many orders; those without any are left out."""
    kept = record.readings.corrections_of_many(order_ids)
    return {order_id: tuple(_readable(corrections, catalog)) for order_id, corrections in kept.items()}


def _readable(corrections: Iterable[ReadingCorrection], catalog: Catalog) -> Iterator[Correction]:
    for one in corrections:
        try:
            yield read_correction(dict(one.correction), catalog)
        except IntakeError:
            # It names what a later taxonomy dropped; it stays in the record and in the audit trail.
            continue
