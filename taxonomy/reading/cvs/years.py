"""Years and months as the times of CVs: "03/2018 - 08/2020", "2011-13", "siden 2014", "til 2022"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from taxonomy.reading.cvs.availability import month_names
from taxonomy.reading.cvs.time_words import MOST_YEARS, TimeSpan, time_words
from taxonomy.reading.text.words import Word

_MONTHS_A_YEAR, _MONTH_DECIMALS = 12, 2
_YEAR_DIGITS, _CENTURIES = 4, ("19", "20")
_FILLERS = 2  # words between "siden" or "fra" and its year: "siden marts 2014", "od 1 marca 2024"
_DASHES = ("-", "–", "—")
_JOINS = (*_DASHES, "/", "->", "→", ">")


def is_year(key: str) -> bool:
    """Whether a word is a year: "2019", "01.2017"."""
    month, _, year = key.rpartition(".")
    return len(year) == _YEAR_DIGITS and year.isdecimal() and year.startswith(_CENTURIES) and len(month) <= 2


def of_years(words: Sequence[Word], at: int, written: date | None) -> TimeSpan | None:
    """The span that a year begins: "2015-2020", "siden 2014"; None for a year alone, which tells when something was."""
    year, month = _year_and_month(words, at)
    if (end := _end(words, at, year)) is not None:
        last, until, until_month = end
        years = None
        if until is not None or written is not None:
            over, over_month = (until, until_month) if until else (_today(written))
            years = _between(year, month, over, over_month)
        return TimeSpan(at, last, years, until) if years is None or 0 <= years <= MOST_YEARS else None
    return _from_or_until(words, at, year, written)


def _from_or_until(words: Sequence[Word], at: int, year: int, written: date | None) -> TimeSpan | None:
    for before in _before(words, at):
        key = words[before].key
        if key in time_words("since"):
            return _open(before, at, year, written)
        if key in time_words("until"):
            return TimeSpan(before, at, None, year)
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is not None and behind.key in {"ten", "den", "tan", "dan", "beri"}:  # Turkish says since behind the year
        return _open(at, at + 1, year, written)
    return None


def _open(first: int, last: int, year: int, written: date | None) -> TimeSpan | None:
    years = None if written is None else float(written.year - year)
    return TimeSpan(first, last, years, open=True) if years is None or 0 <= years <= MOST_YEARS else None


def _today(written: date | None) -> tuple[int, int | None]:
    return (written.year, written.month) if written else (0, None)


def _between(year: int, month: int | None, until: int, until_month: int | None) -> float:
    """Years from one to the other; by months where both are told: "03/2018 - 08/2020" is two and a half."""
    if month is None or until_month is None:
        return float(until - year)
    return round((12 * (until - year) + until_month - month + 1) / _MONTHS_A_YEAR, _MONTH_DECIMALS)


def _year_and_month(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    """ "2019", "03/2018", "01.2017", "31.7.2020" and "marts 2019"."""
    *months, year = words[at].key.split(".")
    before = words[at - 1] if at and words[at - 1].sentence == words[at].sentence else None
    if not months and before is not None:
        written = words[at].gap in {"/", "-", "."}
        months = before.key.split(".") if written else [str(month_names().get(before.key, ""))]
    month = int(months[-1]) if months and months[-1].isdecimal() and len(months[-1]) <= 2 else None
    return int(year), month if month and month <= _MONTHS_A_YEAR else None


def since_then(words: Sequence[Word], at: int, written: date | None) -> TimeSpan | None:
    """Since the last year that the sentence told: "blev færdig i 2018 og har siden kørt bus"."""
    ahead = words[at + 1 : at + 2 + _FILLERS]
    if written is None or any(is_year(word.key) and word.clause == words[at].clause for word in ahead):
        return None
    told = [
        int(word.key.rpartition(".")[2])
        for word in words[:at]
        if word.sentence == words[at].sentence and is_year(word.key)
    ]
    return TimeSpan(at, at, float(written.year - told[-1]), open=True) if told else None


def _before(words: Sequence[Word], at: int) -> Iterator[int]:
    for before in range(at - 1, max(-1, at - 2 - _FILLERS), -1):
        if words[before].clause != words[at].clause:
            return
        yield before


def _end(words: Sequence[Word], at: int, year: int) -> tuple[int, int | None, int | None] | None:
    """The place, the year and the month of the end behind a first year; the year None for "nu"."""
    joined = False
    for place in range(at + 1, min(at + 3 + _FILLERS, len(words))):
        if words[place].sentence != words[at].sentence:
            return None
        key = words[place].key
        joined = joined or words[place].gap.strip() in _JOINS or key in time_words("to")
        joined = joined or (key in time_words("and") and _is_between(words, at))
        if joined and is_year(key):
            return place, *_year_and_month(words, place)
        if key in (time_words("now") if joined else time_words("onwards")):
            return place, None, None
        if place == at + 1 and words[place].gap in _DASHES and _is_short_year(key, year):  # "2011-13"
            return place, year - year % 100 + int(key), None
    return None


def _is_short_year(key: str, year: int) -> bool:
    return len(key) == 2 and key.isdecimal() and int(key) > year % 100


def _is_between(words: Sequence[Word], at: int) -> bool:
    """ "Mellem 2014 og 2019"; "uddannet 1991 og siden 2004" is no range."""
    return any(words[before].key in time_words("between") for before in _before(words, at))
