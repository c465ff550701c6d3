"""Answers of the public search: hits, facets with labels, suggestions, changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.http import labels
from api.http.public_job import public_job
from api.http.refusals import CursorTooOldError
from api.http.search_state import Plain
from api.wiring import House
from indexer.records.stored import RecordKind
from matcher.jobs import JobAnswer
from matcher.orders.plain import occupation_to_mapping
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation
from taxonomy.language import fold

SUGGESTIONS = 10
CHANGES_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet with its label and how many jobs have it."""

    value: str
    label: str
    count: int


def answer_view(found: JobAnswer, catalog: Catalog) -> Plain:
    """The page of hits with totals, facets and what was understood of the words."""
    return {
        "total": found.total,
        "positions": found.positions,
        "hits": [{**public_job(stored, catalog), "score": score} for stored, score in found.hits],
        "facets": {
            facet: [{"value": one.value, "label": one.label, "count": one.count} for one in values]
            for facet, values in facet_values(found.facets, catalog).items()
        },
        "understood": [occupation_to_mapping(mention, catalog) for mention in found.understood],
    }


def facet_values(facets: Mapping[str, Mapping[str, int]], catalog: Catalog) -> dict[str, list[FacetValue]]:
    """The facets' values with labels, most first."""
    found = {}
    for facet, counts in facets.items():
        names = labels.facet_labels(catalog, facet)
        found[facet] = [FacetValue(value, names.get(value, value), count) for value, count in counts.items() if count]
    return found


def suggestions(words: str, counts: Mapping[str, int], catalog: Catalog) -> list[Plain]:
    """Titles that go on as the words begin, one an occupation, those with most open jobs first."""
    begun = fold(words.strip())
    if not begun:
        return []
    ranked = []
    for occupation, count in counts.items():
        if count and (title := _title(catalog.occupations[occupation], begun)):
            ranked.append((not fold(title).startswith(begun), -count, title, occupation))
    return [
        {"text": title, "occupation": occupation, "label": catalog.occupations[occupation].label, "count": -less}
        for _, less, title, occupation in sorted(ranked)[:SUGGESTIONS]
    ]


def _title(occupation: Occupation, begun: str) -> str | None:
    titles = (occupation.label, *occupation.titles)
    whole = (title for title in titles if fold(title).startswith(begun))
    inside = (title for title in titles if any(word.startswith(begun) for word in fold(title).split()))
    return next(whole, None) or next(inside, None)


def changes_since(house: House, after: int) -> Plain:
    """A page of changes to the open jobs since the cursor, each job once, and the cursor to go on from."""
    with house.database.reading() as record:
        queue = record.index_queue
        lowest, highest = queue.lowest(), queue.highest()
        if after < highest and (lowest is None or lowest > after + 1) and after:
            raise CursorTooOldError
        entries = queue.after(after, CHANGES_A_PAGE)
        changed = list(dict.fromkeys(entry.id for entry in entries if entry.kind is RecordKind.JOB_ORDER))
        orders = record.job_orders.get_many(changed)
    is_open = {order_id for order_id, stored in orders.items() if house.jobs.is_open(stored.value)}
    cursor = entries[-1].sequence if entries else max(after, 0)
    return {
        "upserts": [public_job(orders[order_id], house.catalog) for order_id in changed if order_id in is_open],
        "deletions": [order_id for order_id in changed if order_id not in is_open],
        "next": cursor,
        "more": cursor < highest,
    }
