"""Orders that may have come in twice: over the telephone, by web form and from an a-kasse."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from rapidfuzz import fuzz

from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from taxonomy.catalog import Catalog
from taxonomy.language import normalise
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField

WITHIN = timedelta(days=14)  # a company that asks again later means another position
ALIKE_FROM = 85.0  # percent of shared words; "chauffør C/E" and "chauffør C/E til nat" are alike


def possible_duplicates(
    order: JobOrder, earlier: Iterable[Stored[JobOrder]], now: datetime, catalog: Catalog
) -> list[str]:
    """Ids of the same employer's recent orders for the same job at the same postcode, in the order given."""
    return [
        stored.value.id
        for stored in earlier
        if stored.value.id != order.id
        and stored.value.postcode == order.postcode
        and abs(_received(order, now) - _received(stored.value, stored.created_at)) <= WITHIN
        and _alike(order.title, stored.value.title, catalog)
    ]


def _received(order: JobOrder, otherwise: datetime) -> datetime:
    return order.received_at or otherwise


def _alike(title: str, other: str, catalog: Catalog) -> bool:
    """Whether the titles share most words, or name the same jobs by other words: "lagerfolk", "lagermedarbejdere"."""
    if fuzz.token_set_ratio(normalise(title).lower(), normalise(other).lower()) >= ALIKE_FROM:
        return True
    return bool(named := _jobs(title, catalog)) and named == _jobs(other, catalog)


@lru_cache(maxsize=10_000)  # an employer's titles are asked about again with every order, while the record is held
def _jobs(title: str, catalog: Catalog) -> frozenset[str]:
    return frozenset(one.occupation for one in read_order([TextField("title", title)], catalog).occupations)
