"""Answers of the public search: hits, facets with labels, suggestions, changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from api import labels
from api.http.job_highlights import job_highlights
from api.http.public_job import public_job
from api.refusals import CursorAheadError, CursorTooOldError
from api.wiring import Components
from indexer.intake.json_form import JsonObject
from indexer.records.stored import RecordKind
from matcher.open_jobs.search import JobAnswer
from matcher.open_jobs.suggestions import JobSuggestion
from matcher.orders.reading_format import occupation_to_mapping
from taxonomy.catalog import Catalog

CHANGES_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet with its label and how many jobs have it."""

    value: str
    label: str
    count: int


def answer_view(found: JobAnswer, catalog: Catalog) -> JsonObject:
    """The page of hits with totals, facets and what was understood of the words."""
    return {
        "total": found.total,
        "positions": found.positions,
        "hits": [_hit(public_job(job, catalog), score, found.sought) for job, score in found.hits],
        "facets": {
            facet: [asdict(one) for one in values] for facet, values in facet_values(found.facets, catalog).items()
        },
        "by_meaning": found.by_meaning,
        "understood": [occupation_to_mapping(mention, catalog) for mention in found.understood],
    }


def _hit(job: JsonObject, score: float, sought: Sequence[str]) -> JsonObject:
    return {**job, "score": score, "highlights": [asdict(one) for one in job_highlights(job, sought)]}


def facet_values(facets: Mapping[str, Mapping[str, int]], catalog: Catalog) -> dict[str, list[FacetValue]]:
    """The facets' values with labels, most first."""
    found = {}
    for facet, counts in facets.items():
        names = labels.facet_labels(catalog, facet)
        found[facet] = [FacetValue(value, names.get(value, value), count) for value, count in counts.items() if count]
    return found


def suggestions(found: Sequence[JobSuggestion], catalog: Catalog) -> list[JsonObject]:
    """Words to go on with; `occupation` and its label are null for the title of a job."""
    return [
        {
            "text": one.text,
            "occupation": one.occupation,
            "label": catalog.occupations[one.occupation].label if one.occupation else None,
            "count": one.count,
        }
        for one in found
    ]


def changes_since(components: Components, after: int) -> JsonObject:
    """A page of changes to the open jobs since the cursor, each job once, and the cursor to go on from.

    Raises CursorTooOldError and CursorAheadError where it cannot be told what has changed since.
    """
    with components.database.reading() as record:
        queue = record.index_queue
        lowest, highest = queue.lowest(), queue.highest()
        if after > highest:
            raise CursorAheadError
        if 0 < after < highest and (lowest is None or lowest > after + 1):
            raise CursorTooOldError
        entries = queue.after(after, CHANGES_A_PAGE)
        changed = list(dict.fromkeys(entry.id for entry in entries if entry.kind is RecordKind.JOB_ORDER))
        is_open = components.jobs.open_jobs(record, changed)
    cursor = entries[-1].sequence if entries else after
    return {
        "upserts": [public_job(is_open[order_id], components.catalog) for order_id in changed if order_id in is_open],
        "deletions": [order_id for order_id in changed if order_id not in is_open],
        "next": cursor,
        "more": cursor < highest,
    }
