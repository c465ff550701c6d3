"""How long and until when, as CVs say it: "i 6 år", "2015-2020", "since 2014", "w latach", "منذ"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from taxonomy.reading.cvs.time_words import MOST_YEARS, TimeSpan, time_numbers, time_words
from taxonomy.reading.cvs.years import is_year, of_years, since_then
from taxonomy.reading.text.words import Word

_HALF = "½"
_YOUNGEST = 13.0  # years of age of anybody who seeks work
_MONTHS_A_YEAR, _MONTH_DECIMALS = 12, 2


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
            span = since_then(words, at, written)
        elif key in time_words("to") and found:
            span = _up_to_now(words, at, found[-1], written)
        else:
            span = of_years(words, at, written) if is_year(key) else _unsaid_unit(words, at, found)
        if span is not None and span.years is None and span.until is not None:
            span = _going_on(words, span, found)
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
    return TimeSpan(at, at, number) if number is not None and 0 < number <= MOST_YEARS else None


def _up_to_now(words: Sequence[Word], at: int, before: TimeSpan, written: date | None) -> TimeSpan | None:
    """ "2012-2020, derefter kranbilchauffør til nu": from the end of what was before."""
    now = at + 1 < len(words) and words[at + 1].key in time_words("now")
    if not now or written is None or before.until is None or words[before.last].sentence != words[at].sentence:
        return None
    years = written.year - before.until
    return TimeSpan(at, at + 1, float(years)) if 0 <= years <= MOST_YEARS else None


def _going_on(words: Sequence[Word], span: TimeSpan, found: Sequence[TimeSpan]) -> TimeSpan:
    """ "2006 til 2019 og derefter på nathold til 2024": from the end of what was before."""
    before = found[-1] if found else None
    if before is None or before.until is None or words[before.last].sentence != words[span.first].sentence:
        return span
    years = (span.until or 0) - before.until
    return replace(span, years=float(years)) if 0 < years <= MOST_YEARS else span


@cache
def _units() -> frozenset[str]:
    return time_words("years") | time_words("years_joined") | time_words("months") | time_words("two_years")


def _counted(words: Sequence[Word], at: int) -> TimeSpan | None:
    """ "6 år", "halvandet år", "9-letnim"; no age, no notice and nothing that was so many years ago."""
    number = _number(words, at - 1) if at and not words[at].gap.startswith(".") else None  # "2. års studerende"
    if number is None or not 0 < number <= MOST_YEARS or _is_age(words, at):
        return None
    behind = words[at + 1].key if at + 1 < len(words) and words[at + 1].sentence == words[at].sentence else ""
    after_next = words[at + 2].key if at + 2 < len(words) else ""
    if behind in time_words("not_of_work") or (behind in time_words("ago") and not is_year(after_next)):
        return None
    in_months = words[at].key in time_words("months")
    return TimeSpan(at - 1, at, round(number / _MONTHS_A_YEAR, _MONTH_DECIMALS) if in_months else number)


def _number(words: Sequence[Word], at: int) -> float | None:
    key = words[at].key.replace(",", ".")
    if key == _HALF and at and words[at - 1].key.isdecimal():  # "1½ år"
        return float(words[at - 1].key) + time_numbers()[key]
    if key in time_numbers():
        return time_numbers()[key]
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
