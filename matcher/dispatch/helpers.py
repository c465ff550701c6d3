"""Who is wished for as well as somebody with a degree: "sygeplejerske/assistent" asks for either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from taxonomy.catalog import Catalog
from taxonomy.language import fold
from taxonomy.reading.findings import OccupationMention, Quote
from taxonomy.reading.job_titles.titles import DEGREES
from taxonomy.reading.job_titles.workplaces import IMPLIED
from taxonomy.reading.reader import reader_of
from taxonomy.reading.surroundings import SETTLED

_HELPER = r"(?P<said>assistent(?:er)?|ass\b|medhjælper(?:e)?|medhj\b|hjælper(?:e)?)(?![a-zæøå])"
_OR = r"\s*(?:[/,&]|-?\b(?:eller|el|og(?:/eller)?)\b\.?)\s*(?:en\s|ufaglært\s)?"
_BEHIND = re.compile(_OR + _HELPER, re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![a-zæøå-]){_HELPER}\.?{_OR}$", re.IGNORECASE)
_JOINED = re.compile(rf"\.?{_OR}(?:en\s)?", re.IGNORECASE)
CARE, HIGHER_EDUCATION = "sosu", "mvu_lvu"  # who asks for either, asks for care, with the other beside it
_ENDS = (("ass", "assistent"), ("med", "medhjaelper"), ("hj", "hjaelper"))  # how a helper begins, and in full


def with_helpers(title: str, mentions: Sequence[OccupationMention], catalog: Catalog) -> tuple[OccupationMention, ...]:
    """The mentions and, behind them, the helpers that the title wishes for beside somebody with a degree."""
    named = [one for one in mentions if one.quote.field == "title" and one.score > IMPLIED]
    return (*mentions, *(helper for one in named for helper in _beside(title, one, named, catalog)))


def wants_either(title: str, mentions: Sequence[OccupationMention], catalog: Catalog) -> bool:
    """Whether the title names somebody with a degree and somebody of care as two ways to fill the one job."""
    named = [one for one in mentions if one.quote.field == "title" and one.score > IMPLIED]
    return any(
        {_trade(first, catalog), _trade(second, catalog)} == {CARE, HIGHER_EDUCATION}
        and bool(_JOINED.fullmatch(title[first.quote.end : second.quote.start]))
        for first in named
        for second in named
        if first.quote.end <= second.quote.start
    )


def _trade(mention: OccupationMention, catalog: Catalog) -> str:
    return catalog.occupations[mention.occupation].trade


def _beside(
    title: str, mention: OccupationMention, named: Sequence[OccupationMention], catalog: Catalog
) -> Iterator[OccupationMention]:
    if catalog.occupations[mention.occupation].level not in DEGREES:
        return
    found = _BEHIND.match(title, mention.quote.end) or _BEFORE.search(title[: mention.quote.start])
    if found is None or any(one.quote.start <= found.start("said") < one.quote.end for one in named):
        return
    start, end = found.span("said")
    for helper in _helpers(catalog.occupations[mention.occupation].label, fold(found["said"]), catalog):
        yield OccupationMention(helper, SETTLED, Quote("title", None, start, end, title[start:end]))


def _helpers(label: str, said: str, catalog: Catalog) -> Iterator[str]:
    """Who helps somebody of that label, by what the label and the helper's word mean in one."""
    word = next(full for begin, full in _ENDS if said.startswith(begin))
    yield from (meant.occupation for meant in reader_of(catalog).titles.alone(fold(label) + word)[:1])
