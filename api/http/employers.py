"""`/api/v1/employers`: the companies that orders name, for whoever writes down the next one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from api.http.dependencies import AppComponents
from indexer.intake.json_form import JsonObject
from indexer.records.employers import Employer
from indexer.records.record import Record

router = APIRouter(prefix="/api/v1/employers", tags=["Employers"])
MOST_WORDS = 200  # characters
MOST_HITS = 20


@router.get("")
def find_employers(
    components: AppComponents,
    q: Annotated[str, Query(max_length=MOST_WORDS, description="The beginning of words of the name, or of the CVR.")],
    limit: Annotated[int, Query(ge=1, le=MOST_HITS, description="How many at most.")] = 8,
) -> JSONResponse:
    """The companies that have reported orders, by name, each with what its newest order says of it.

    `employer`, `cvr`, `postcode` and `city` are fields of an order. Persons to talk to are not told: they change.
    """
    with components.database.reading() as record:
        found = [_shown(record, one) for one in record.employers.find(q, limit)]
    return JSONResponse({"employers": found})


def _shown(record: Record, known: Employer) -> JsonObject:
    last = record.job_orders.last_of_employer(known.key)
    place = {"postcode": last.value.postcode, "city": last.value.city} if last else {}
    newest = {"last_order": {"id": last.value.id, "title": last.value.title}} if last else {}
    return {"employer": known.name, "cvr": known.cvr, **place, **newest}
