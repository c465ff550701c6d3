"""Until when a paper is valid, where the text says so."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from taxonomy.language import fold
from taxonomy.reading.cvs.availability import month_names
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_SAYS, _UNTIL = word_set("validity", "says"), word_set("validity", "until")
_PAPERS = frozenset(
    {RequirementKind.CERTIFICATE, RequirementKind.DRIVING_LICENCE, RequirementKind.AUTHORISATION}
)  # no skill and no training runs out
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"\b(\d{1,2})[./-](20\d\d)\b")
_NAMED_MONTH = re.compile(r"([^\W\d]+)\.? (20\d\d)\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_REACH, _RIGHT_BEHIND = 8, 2  # words behind the paper
_JOINING = frozenset({"og", "and", "samt", "und", "i", "та"})


def valid_to(words: Sequence[Word], thing: Thing, found: Sequence[Thing] = ()) -> date | None:
    """The last day of validity; a bare month or year counts to its end; None where the text says nothing.

    What another of the things `found` stands before is that one's: "truck, ADR (gyldigt til 2027)".
    """
    if thing.kind not in _PAPERS:
        return None
    behind = [
        word for word in words[thing.last + 1 : thing.last + 1 + _REACH] if word.sentence == words[thing.last].sentence
    ]
    start = next((place for place, word in enumerate(behind) if _says(behind, place, word)), None)
    if start is None or any(_stands_between(words, thing, other, thing.last + 1 + start) for other in found):
        return None
    return _day_in("".join(word.gap + word.text for word in behind[start + 1 :]))


def _says(behind: Sequence[Word], place: int, word: Word) -> bool:
    """ "Gyldigt", "udløber"; "til 2027" right behind the paper, for elsewhere it ends something else."""
    return word.key in _SAYS or (word.key in _UNTIL and place < _RIGHT_BEHIND and word.clause == behind[0].clause)


def _stands_between(words: Sequence[Word], thing: Thing, other: Thing, until: int) -> bool:
    """Whether another paper does that is not joined to the thing by a word: "truck og ADR, begge gyldige til 2028"."""
    if other.kind not in _PAPERS or not thing.last < other.first < until:
        return False
    return {word.key for word in words[thing.last + 1 : other.first]}.isdisjoint(_JOINING)


def _day_in(written: str) -> date | None:
    if (found := _YEAR_FIRST.search(written)) is not None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if (found := _DAY_FIRST.search(written)) is not None:
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if (found := _MONTH.search(written)) is not None:
        return _month(int(found[2]), int(found[1]))
    if (found := _NAMED_MONTH.search(written)) is not None and (month := month_names().get(fold(found[1]))):
        return _month(int(found[2]), month)
    year = _YEAR.search(written)
    return _day(int(year[1]), 12, 31) if year else None


def _month(year: int, month: int) -> date | None:
    return _day(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
