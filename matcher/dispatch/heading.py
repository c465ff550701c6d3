"""The part of a heading that says the job: not who asks ("plejehjem søger …") and not where ("… på plejecenter")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from taxonomy.catalog import Catalog
from taxonomy.language import fold
from taxonomy.reading.findings import OccupationMention
from taxonomy.reading.job_titles.title_forms import title_words
from taxonomy.reading.surroundings import ambiguous_words

_ASKER = re.compile(
    r"""^.{2,60}?\s+
    (?:søger|mangler|ansætter|efterlyser|ønsker|skal\sbruge|har\sbrug\sfor|leder\sefter
      |seeks|is\slooking\sfor|looking\sfor|needs|hiring)\b
    [:\s]*(?:(?:en|et|flere|nye?|dygtige?|a|an|til)\b\s*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = re.compile(r"\s+(?:(?:på|hos|ved|i|til|for|at|in|to)\s|[tv]\.|v/)\s*(?=\S)", re.IGNORECASE)
_PLACE_OF = re.compile(r"\s+(?:hos|ved)\s+(?:en\s|vores\s)?(?=\S)", re.IGNORECASE)
# Whose: "Plejehjemmets opvask", "Direktionens sekretær".
_OWNER = re.compile(r"[a-zæøå-]{4,}(?:ens|ets|ernes)\s+(?=\S)", re.IGNORECASE)
# People who employ others: behind a title, with nothing between, they say where ("lægesekretær øjenlæge").
_EMPLOYERS = title_words("employers")
_SHORTEST = 3  # characters that may name a job: SSA
# Right behind a job that is clear without it, such a word says where too: "handyman plejehjem", "kok vuggestue".
_WORKPLACE = re.compile(
    r"""\s+(?=[a-zæøåé]*(?:hjem|hjemmet|center|centret|have|stue|skole|gymnasium|hospital|sygehus|klinik|apotek|butik
    |forretning|hotel|restaurant|fabrik|bolig|boliger|bosted|botilbud|opholdssted|kommune|bank|universitet|institution
    |bibliotek|museum|kirke|svømmehal|lufthavn|supermarked|byggemarked|lægehus|bilhus|møbelhus|rådhus)\b
    (?:\s+søges)?[^a-zæøå]*$)""",
    re.IGNORECASE | re.VERBOSE,
)


def job_part(title: str, named: Sequence[OccupationMention], catalog: Catalog) -> tuple[int, int]:
    """From where to where in the title the job stands; nowhere where it says no more than who asks ("Bageren søger").

    `named` are the occupations read in the title. What follows a preposition, or a workplace at the end, is a place
    only behind a job that is clear without it: a "rengøring på plejecenter" cleans, what a "medhjælper i køkken" does
    the kitchen tells.
    """
    asker = _ASKER.match(title)
    if asker and len(title[asker.end() :].strip()) < _SHORTEST:
        return len(title), len(title)
    start = _behind_owner(title, asker.end() if asker else 0, named, catalog)
    place = _PLACE.search(title, start) or _WORKPLACE.search(title, start)
    if (whose := _at_employer(title, start, named)) is not None:
        return start, whose
    if place is None:
        return start, _employer(title, named) or len(title)
    clear = any(one.quote.start >= start and one.quote.end <= place.start() for one in named)
    if clear and not ambiguous_words(title[start : place.start()], catalog):
        return start, place.start()
    return start, len(title)


def _at_employer(title: str, start: int, named: Sequence[OccupationMention]) -> int | None:
    """Where the job ends that is told by whose place it is at: "forkontoret hos tandlægen", "hjælp ved dyrlæge"."""
    for place in _PLACE_OF.finditer(title, start):
        if any(one.quote.start == place.end() and _is_employer(one.quote.text) for one in named):
            return place.start()
    return None


def _is_employer(said: str) -> bool:
    found = fold(said)
    return any(found.removesuffix(article) in _EMPLOYERS for article in ("", "n", "en"))


def _behind_owner(title: str, start: int, named: Sequence[OccupationMention], catalog: Catalog) -> int:
    """Where the job begins behind whom it belongs to; `start` where it would not be clear without."""
    owner = _OWNER.match(title, start)
    if owner is None or ambiguous_words(title[owner.end() :], catalog):
        return start
    return owner.end() if any(one.quote.start >= owner.end() for one in named) else start


def _employer(title: str, named: Sequence[OccupationMention]) -> int | None:
    """Where the job ends that an employer stands right behind."""
    quotes = sorted({(one.quote.start, one.quote.end) for one in named})
    for (_, before), (start, end) in pairwise(quotes):
        if fold(title[start:end]) in _EMPLOYERS and not title[before:start].strip(" ."):
            return before
    return None
