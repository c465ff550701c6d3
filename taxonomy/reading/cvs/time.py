"""How long and until when, as CVs say it: "i 6 år", "2015-2020", "since 2014", "w latach", "منذ"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.text.words import Word

_MOST_YEARS = 50.0  # more are something else
_YOUNGEST = 13.0  # years of age of anybody who seeks work
_MONTHS_A_YEAR, _MONTH_DECIMALS = 12, 2
_YEAR_DIGITS, _CENTURIES = 4, ("19", "20")
_FILLERS = 2  # words between "siden" or "fra" and its year: "siden marts 2014", "od 1 marca 2024"
_JOINS = ("-", "–", "—", "/")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The words first to last say `years`, the year it ended (`until`), or both; `until` is None while it goes on.

    `open` is a beginning alone: "siden 2014", "fra 2021".
    """

    first: int
    last: int
    years: float | None
    until: int | None = None
    open: bool = False


def time_spans(words: Sequence[Word], written: date | None = None) -> list[TimeSpan]:
    """The spans of time that the words tell of, in order; what goes on is counted up to the day it was `written`."""
    found: list[TimeSpan] = []
    units = _units()
    for at, word in enumerate(words):
        if found and at <= found[-1].last:
            continue
        key = word.key
        if key in units:
            span = TimeSpan(at, at, 2.0) if key in time_words("two_years") else _counted(words, at)
        elif key in time_words("since_then"):
            span = _since_then(words, at, written)
        else:
            span = _of_years(words, at, written) if _is_year(key) else None
        if span is not None:
            found.append(span)
    return found


@cache
def _units() -> frozenset[str]:
    return time_words("years") | time_words("years_joined") | time_words("months") | time_words("two_years")


def _is_year(key: str) -> bool:
    return len(key) == _YEAR_DIGITS and key.isdecimal() and key.startswith(_CENTURIES)


def _of_years(words: Sequence[Word], at: int, written: date | None) -> TimeSpan | None:
    """ "2015-2020", "2015 til nu", "siden 2014", "til 2022"; a year alone tells when something happened."""
    year = int(words[at].key)
    if (end := _end(words, at)) is not None:
        last, until = end
        years = None if until is None and written is None else float((until or _year(written)) - year)
        return TimeSpan(at, last, years, until) if years is None or 0 <= years <= _MOST_YEARS else None
    for before in _before(words, at):
        key = words[before].key
        if key in time_words("since"):
            years = None if written is None else float(written.year - year)
            return TimeSpan(before, at, years, open=True) if years is None or 0 <= years <= _MOST_YEARS else None
        if key in time_words("until"):
            return TimeSpan(before, at, None, year)
    behind = words[at + 1].key if at + 1 < len(words) else ""
    if behind in {"ten", "den", "tan", "dan", "beri"}:  # Turkish says since behind the year
        return TimeSpan(at, at + 1, None if written is None else float(written.year - year), open=True)
    return None


def _since_then(words: Sequence[Word], at: int, written: date | None) -> TimeSpan | None:
    """ "Blev færdig i 2018 og har siden kørt bus": since the last year that the sentence told."""
    ahead = words[at + 1 : at + 2 + _FILLERS]
    if written is None or any(_is_year(word.key) and word.clause == words[at].clause for word in ahead):
        return None
    told = [int(word.key) for word in words[:at] if word.sentence == words[at].sentence and _is_year(word.key)]
    return TimeSpan(at, at, float(written.year - told[-1]), open=True) if told else None


def _year(written: date | None) -> int:
    return written.year if written else 0


def _before(words: Sequence[Word], at: int) -> Iterator[int]:
    for before in range(at - 1, max(-1, at - 2 - _FILLERS), -1):
        if words[before].clause != words[at].clause:
            return
        yield before


def _end(words: Sequence[Word], at: int) -> tuple[int, int | None] | None:
    """The place and the year of the end behind a first year; the year None for "nu"."""
    joined = False
    for place in range(at + 1, min(at + 3 + _FILLERS, len(words))):
        if words[place].sentence != words[at].sentence:
            return None
        key = words[place].key
        joined = joined or words[place].gap.strip() in _JOINS or key in time_words("to")
        if joined and _is_year(key):
            return place, int(key)
        if joined and key in time_words("now"):
            return place, None
    return None


def _counted(words: Sequence[Word], at: int) -> TimeSpan | None:
    """ "6 år", "halvandet år", "9-letnim"; no age, no notice and nothing that was so many years ago."""
    number = _number(words, at - 1) if at else None
    if number is None or not 0 < number <= _MOST_YEARS or _is_age(words, at):
        return None
    behind = words[at + 1].key if at + 1 < len(words) and words[at + 1].sentence == words[at].sentence else ""
    after_next = words[at + 2].key if at + 2 < len(words) else ""
    if behind in time_words("not_of_work") or (behind in time_words("ago") and not _is_year(after_next)):
        return None
    in_months = words[at].key in time_words("months")
    return TimeSpan(at - 1, at, round(number / _MONTHS_A_YEAR, _MONTH_DECIMALS) if in_months else number)


def _number(words: Sequence[Word], at: int) -> float | None:
    key = words[at].key.replace(",", ".")
    if key in _numbers():
        return _numbers()[key]
    if key.replace(".", "", 1).isdecimal():
        return float(key)
    return 1.0 if key in time_words("one") else None


def _is_age(words: Sequence[Word], at: int) -> bool:
    before = words[at - 2].key if at > 1 and words[at - 2].clause == words[at].clause else ""
    behind = {word.key for word in words[at + 1 : at + 2] if word.sentence == words[at].sentence}
    return not behind.isdisjoint(time_words("aged")) or before in time_words("being") or _opens_alone(words, at)


def _opens_alone(words: Sequence[Word], at: int) -> bool:
    """ "42 år, butik og lager": as likely an age as a time at work."""
    opens = at == 1 or words[at - 2].sentence != words[at].sentence
    alone = at + 1 >= len(words) or words[at + 1].clause != words[at].clause
    number = _number(words, at - 1)
    return opens and alone and number is not None and number >= _YOUNGEST


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_time.toml")


@cache
def time_words(name: str) -> frozenset[str]:
    """The folded words of one set of cv_time.toml."""
    return frozenset(map(fold, str(_file().content["time"][name]).split()))


@cache
def _numbers() -> dict[str, float]:
    pairs = (entry.split() for entry in comma_list(str(_file().content["numbers"]["words"])))
    return {fold(word): float(number) for number, word in pairs}
