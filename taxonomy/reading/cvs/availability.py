"""From when a CV's writer can begin, in words: "kan starte 1/2", "opsagt til 31. januar", "ab März 2027"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.words import Word

_FROM, _AFTER, _BARE = "from", "after", "bare"
_FURTHEST = 5  # years ahead
_REACH = 5  # words between "kan starte" and its day
_YEARS = range(2000, 2100)
_TWO_FIGURES = range(20, 100)  # "1/2-27"


def available_from(texts: Iterable[Sequence[Word]], written: date | None) -> date | None:
    """The first day, of the first text that tells one; None where all are silent or it lies behind.

    A day without a year is the next one after the CV was `written`; without that, only whole dates count.
    """
    return next((day for words in texts for day in _days(words, written)), None)


def _days(words: Sequence[Word], written: date | None) -> Iterator[date]:
    for match in _index().find(words):
        how = match.payloads[0]
        reach = 1 if how == _BARE else _REACH
        for place in range(match.last + 1, min(match.last + 1 + reach, len(words))):
            if words[place].sentence != words[match.first].sentence or words[place].key in school_words():
                break  # "starter igen på skolen til august"
            day = _day_at(words, place, written, whole=how == _BARE)
            if day is not None:
                if written is None or day > written:
                    yield day + timedelta(days=1) if how == _AFTER else day
                break


def _day_at(words: Sequence[Word], place: int, written: date | None, *, whole: bool) -> date | None:
    """The day that the words from a place on say; `whole` asks for its year, for a month may be any year's."""
    numbers = _numbers(words, place)
    if len(numbers) > 1 and numbers[0] in _YEARS and len(words[place].key) > 2:
        return _date(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 1)
    if len(numbers) > 1:
        day, month, rest = numbers[0], numbers[1], numbers[2:]
    else:
        month_at = place if words[place].key in month_names() else place + 1
        if month_at >= len(words) or words[month_at].key not in month_names():
            return None
        day = numbers[0] if numbers and month_at > place else 1
        month, rest = month_names()[words[month_at].key], _numbers(words, month_at + 1)[:1]
    year = _year(rest[0]) if rest else None
    if year is not None and (written is None or year <= written.year + _FURTHEST):  # "15/1. 60 år"
        return _date(year, month, day)
    return None if whole or written is None else _next(day, month, written)


def _numbers(words: Sequence[Word], place: int) -> list[int]:
    """ "1/2-2027", "15.12.2026" and "2027-02-01" as their numbers; only the first where words stand between."""
    found: list[int] = []
    for at in range(place, min(place + 3, len(words))):
        parts = words[at].key.split(".")
        if not all(part.isdecimal() and part.isascii() for part in parts):
            break
        if at > place and not (words[at].gap in {"/", "-", ".", ". ", "/ ", " - "} and words[at].gap.strip()):
            break
        found.extend(map(int, parts))
    return found[:3]


def _year(number: int) -> int | None:
    return number if number in _YEARS else 2000 + number if number in _TWO_FIGURES else None


def _next(day: int, month: int, written: date) -> date | None:
    this = _date(written.year, month, day)
    return this if this is None or this > written else _date(written.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_availability.toml")


@cache
def _index() -> PhraseIndex[str]:
    words = _file().content["words"]
    phrases = ((wording, how) for how in (_FROM, _AFTER, _BARE) for wording in comma_list(str(words[how])))
    return PhraseIndex(phrases, inflected=False)


@cache
def school_words() -> frozenset[str]:
    """The folded words of schools, whose beginning is not that of work."""
    return frozenset(map(fold, str(_file().content["words"]["school"]).split()))


@cache
def month_names() -> dict[str, int]:
    """The folded names of the months, in the languages of CVs, with their numbers."""
    pairs = (entry.split() for entry in comma_list(str(_file().content["months"]["names"])))
    return {fold(name): int(number) for number, name in pairs}
