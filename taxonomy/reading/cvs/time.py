"""How long and until when, as CVs say it: "i 6 år", "2015-2020", "since 2014", "w latach", "منذ"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.cvs.availability import month_names
from taxonomy.reading.text.words import Word

_HALF = "½"
_MOST_YEARS = 50.0  # more are something else
_YOUNGEST = 13.0  # years of age of anybody who seeks work
_MONTHS_A_YEAR, _MONTH_DECIMALS = 12, 2
_YEAR_DIGITS, _CENTURIES = 4, ("19", "20")
_FILLERS = 2  # words between "siden" or "fra" and its year: "siden marts 2014", "od 1 marca 2024"
_DASHES = ("-", "–", "—")
_JOINS = (*_DASHES, "/", "->", "→", ">")


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
        elif key in time_words("to") and found:
            span = _up_to_now(words, at, found[-1], written)
        else:
            span = _of_years(words, at, written) if _is_year(key) else _unsaid_unit(words, at, found)
        if span is not None and span.years is None and span.until is not None:
            span = _going_on(words, span, found)
        if span is not None and found and _repeats(words, found[-1], span):
            found[-1] = replace(found[-1], last=span.last, until=span.until)
            continue
        if span is not None:
            found.append(span)
    return found


def _unsaid_unit(words: Sequence[Word], at: int, found: Sequence[TimeSpan]) -> TimeSpan | None:
    """ "Gymnasielærer i 11 år, folkeskolelærer i 4."."""
    if not found or at == 0 or words[at - 1].key not in {"i", "in", "for"} or found[-1].years is None:
        return None
    ends = at + 1 == len(words) or words[at + 1].clause != words[at].clause
    same = words[found[-1].last].sentence == words[at].sentence and words[found[-1].last].key in time_words("years")
    number = _number(words, at) if ends and same else None
    return TimeSpan(at, at, number) if number is not None and 0 < number <= _MOST_YEARS else None


def _up_to_now(words: Sequence[Word], at: int, before: TimeSpan, written: date | None) -> TimeSpan | None:
    """ "2012-2020, derefter kranbilchauffør til nu": from the end of what was before."""
    now = at + 1 < len(words) and words[at + 1].key in time_words("now")
    if not now or written is None or before.until is None or words[before.last].sentence != words[at].sentence:
        return None
    years = written.year - before.until
    return TimeSpan(at, at + 1, float(years)) if 0 <= years <= _MOST_YEARS else None


def _repeats(words: Sequence[Word], before: TimeSpan, span: TimeSpan) -> bool:
    """ "I 21 år (1999-2020)": the bracket tells when it ended."""
    behind = span.first == before.last + 1 and "(" in words[span.first].gap
    return behind and before.years is not None and before.until is None and span.until is not None


def _going_on(words: Sequence[Word], span: TimeSpan, found: Sequence[TimeSpan]) -> TimeSpan:
    """ "2006 til 2019 og derefter på nathold til 2024": from the end of what was before."""
    before = found[-1] if found else None
    if before is None or before.until is None or words[before.last].sentence != words[span.first].sentence:
        return span
    years = (span.until or 0) - before.until
    return replace(span, years=float(years)) if 0 < years <= _MOST_YEARS else span


@cache
def _units() -> frozenset[str]:
    return time_words("years") | time_words("years_joined") | time_words("months") | time_words("two_years")


def _is_year(key: str) -> bool:
    """ "2019", "01.2017"."""
    month, _, year = key.rpartition(".")
    return len(year) == _YEAR_DIGITS and year.isdecimal() and year.startswith(_CENTURIES) and len(month) <= 2


def _of_years(words: Sequence[Word], at: int, written: date | None) -> TimeSpan | None:
    """ "2015-2020", "2015 til nu", "siden 2014", "til 2022"; a year alone tells when something happened."""
    year, month = _year_and_month(words, at)
    if (first := _month_range(words, at)) is not None:
        return first
    if (end := _end(words, at, year)) is not None:
        last, until, until_month = end
        years = None
        if until is not None or written is not None:
            over, over_month = (until, until_month) if until else (_today(written))
            years = _between(year, month, over, over_month)
        return TimeSpan(at, last, years, until) if years is None or 0 <= years <= _MOST_YEARS else None
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
    if behind is not None and behind.gap.startswith("-") and not behind.gap.strip(" -:"):  # "2021- kok"
        return _open(at, at, year, written) if behind.gap != "-" else None
    return None


def _open(first: int, last: int, year: int, written: date | None) -> TimeSpan | None:
    years = None if written is None else float(written.year - year)
    return TimeSpan(first, last, years, open=True) if years is None or 0 <= years <= _MOST_YEARS else None


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


def _month_range(words: Sequence[Word], at: int) -> TimeSpan | None:
    """ "Jan-sep 2025"."""
    if at < 2 or words[at - 2].sentence != words[at].sentence or words[at - 1].gap.strip() not in _JOINS:
        return None
    first, last = (month_names().get(words[place].key) for place in (at - 2, at - 1))
    if first is None or last is None or last < first:
        return None
    year = int(words[at].key.rpartition(".")[2])
    return TimeSpan(at - 2, at, round((last - first + 1) / _MONTHS_A_YEAR, _MONTH_DECIMALS), year)


def _since_then(words: Sequence[Word], at: int, written: date | None) -> TimeSpan | None:
    """ "Blev færdig i 2018 og har siden kørt bus": since the last year that the sentence told."""
    ahead = words[at + 1 : at + 2 + _FILLERS]
    if written is None or any(_is_year(word.key) and word.clause == words[at].clause for word in ahead):
        return None
    told = [
        int(word.key.rpartition(".")[2])
        for word in words[:at]
        if word.sentence == words[at].sentence and _is_year(word.key)
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
        if joined and _is_year(key):
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
    if key == _HALF and at and words[at - 1].key.isdecimal():  # "1½ år"
        return float(words[at - 1].key) + _numbers()[key]
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
