"""Until when a qualification is valid, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_UNTIL = word_set("validity", "until")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_REACH = 8  # words behind the qualification


def valid_to(words: Sequence[Word], thing: Thing) -> date | None:
    """The last day of validity; a bare year counts to its end; None where the text says nothing."""
    behind = [
        word for word in words[thing.last + 1 : thing.last + 1 + _REACH] if word.sentence == words[thing.last].sentence
    ]
    start = next((place for place, word in enumerate(behind) if word.key in _UNTIL), None)
    if start is None:
        return None
    written = "".join(word.gap + word.text for word in behind[start + 1 :])
    if (found := _YEAR_FIRST.search(written)) is not None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if (found := _DAY_FIRST.search(written)) is not None:
        return _day(int(found[3]), int(found[2]), int(found[1]))
    year = re.search(r"\b(20\d\d)\b", written)
    return _day(int(year[1]), 12, 31) if year else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
