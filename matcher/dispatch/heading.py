"""The part of a heading that says the job: not who asks ("plejehjem søger …") and not where ("… på plejecenter")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OccupationMention
from taxonomy.reading.surroundings import ambiguous_words

_ASKER = re.compile(
    r"""^.{2,60}?\s+
    (?:søger|mangler|ansætter|efterlyser|ønsker|skal\sbruge|har\sbrug\sfor|leder\sefter
      |seeks|is\slooking\sfor|looking\sfor|needs|hiring)\b
    [:\s]*(?:(?:en|et|flere|nye?|dygtige?|a|an|til)\b\s*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = re.compile(r"\s+(?:på|hos|ved|i|til|for|at|in|to)\s+(?=\S)", re.IGNORECASE)
_SHORTEST = 3  # characters that may name a job: SSA


def job_part(title: str, named: Sequence[OccupationMention], catalog: Catalog) -> tuple[int, int]:
    """From where to where in the title the job stands; all of it where the rest would name nothing.

    `named` are the occupations read in the title. What follows a preposition is a place only behind a job that is
    clear without it: a "rengøring på plejecenter" cleans, what a "medhjælper i køkken" does the kitchen tells.
    """
    asker = _ASKER.match(title)
    start = asker.end() if asker and len(title[asker.end() :].strip()) >= _SHORTEST else 0
    place = _PLACE.search(title, start)
    if place is None:
        return start, len(title)
    clear = any(one.quote.start >= start and one.quote.end <= place.start() for one in named)
    if clear and not ambiguous_words(title[start : place.start()], catalog):
        return start, place.start()
    return start, len(title)
