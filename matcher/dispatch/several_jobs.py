"""Orders that ask for jobs of several trades at once: "bogholder og to lagerfolk" is for KVS to divide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.intake.job_order import JobOrder
from matcher.dispatch.evidence import part_of_job
from matcher.dispatch.helpers import CARE, HIGHER_EDUCATION
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OccupationMention, OrderReading
from taxonomy.reading.job_titles.workplaces import IMPLIED

_NUMBER = r"(?:(?:\d{1,2}|en|et|to|tre|fire|fem|a|an|one|two|three)\b\.?\s*(?:stk\b\.?\s*)?)?"
# A bar joins two names of one job: "klinikassistent/receptionist".
_JOINED = re.compile(rf"\.?\s*(?:[,+&]|\b(?:og|eller|el|samt|plus|and|or)\b\.?)\s*{_NUMBER}", re.IGNORECASE)


def jobs_of_several_trades(
    order: JobOrder, reading: OrderReading, catalog: Catalog
) -> tuple[OccupationMention, OccupationMention] | None:
    """The first two jobs named side by side whose trades differ, in the heading or, where it names none, in the text.

    Care beside a degree is one job that either can fill.
    """
    named = [one for one in reading.occupations if one.score > IMPLIED]
    in_title = [one for one in named if one.quote.field == "title"]
    start, end = part_of_job(order, reading, catalog)
    sought = [one for one in in_title if start <= one.quote.start < end]
    in_text = [one for one in named if one.quote.field == "text"]
    beside = _beside(sought, order.title) if in_title else _beside(in_text, order.text)
    return next((pair for pair in beside if _differ(*pair, catalog)), None)


def _beside(named: Sequence[OccupationMention], text: str) -> list[tuple[OccupationMention, OccupationMention]]:
    in_order = sorted(named, key=lambda one: one.quote.start)
    return [
        (first, second)
        for first, second in pairwise(in_order)
        if _JOINED.fullmatch(text[first.quote.end : second.quote.start])
    ]


def _differ(first: OccupationMention, second: OccupationMention, catalog: Catalog) -> bool:
    trades = {catalog.occupations[one.occupation].trade for one in (first, second)}
    return len(trades) > 1 and trades != {CARE, HIGHER_EDUCATION}
