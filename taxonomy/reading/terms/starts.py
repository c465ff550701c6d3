"""When a job starts: a date, "hurtigst muligt", or the text's own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

AS_SOON_AS_POSSIBLE = "hurtigst muligt"
_SOON = word_set("starts", "soon")
_STARTING = word_set("starts", "starting")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januar january", "feb februar february", "mar marts march", "apr april", "maj may", "jun juni june",
         "jul juli july", "aug august", "sep sept september", "okt oktober october oct", "nov november",
         "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_WARDS = ("afdeling", "medicin", "modtag", "afsnit", "stue", "erf", "patient", "pleje", "syg", "omraad")
_OF_A_WARD = frozenset({"fra", "paa", "i", "med", "inden", "indenfor", "erfaring", "for"})
_REACH = 4  # words from "start" to its date


def start_of(words: Sequence[Word]) -> str | None:
    """An ISO date where the year is said, else the day as written, else "hurtigst muligt"; None where silent."""
    for index, word in enumerate(words):
        if word.key in _STARTING and (found := _date_after(words, index)):
            return found
    soon = any(_means_soon(words, index) for index in range(len(words)))
    return AS_SOON_AS_POSSIBLE if soon else None


def _means_soon(words: Sequence[Word], index: int) -> bool:
    key = words[index].key
    if key in {"hurtig", "soon"}:
        return _near_start(words, index)
    before, after = words[max(0, index - 4) : index], words[index + 1 : index + 3]
    if key in {"nu", "samme"}:
        return any(word.key in {"start", "starte", "opstart", "det"} for word in before[-2:]) and key != "samme"
    if key not in _SOON:
        return False
    if key == "akut" and before and before[-1].key in _OF_A_WARD:
        return False  # "2 års erfaring fra akut, intensiv"
    # "Søg hurtigst muligt" and "akutmodtagelse" are about something else.
    return not any(word.key in {"soeg", "ansoegning", "ansoeg", "ring", "kontakt", "send"} for word in before) and not (
        key in {"straks", "akut"} and any(word.key.startswith(_WARDS) for word in after)
    )


def _near_start(words: Sequence[Word], index: int) -> bool:
    """ "Hurtig start" and "start as soon as possible"."""
    near = words[max(0, index - 3) : index + 3]
    return any(word.key in _STARTING for word in near)


def _date_after(words: Sequence[Word], index: int) -> str | None:
    for place in range(index + 1, min(index + 1 + _REACH, len(words))):
        if words[place].sentence != words[index].sentence:
            return None
        if found := _date_at(words, place):
            return found
    return None


def _date_at(words: Sequence[Word], place: int) -> str | None:
    day = words[place].key
    month_word = words[place + 1] if place + 1 < len(words) else None
    if day in _MONTHS and len(day) > 3:
        return _written(words, place, place)
    if "." in day:
        return _from_digits(words, place, *day.split(".", 1))
    if not (day.isdecimal() and 1 <= int(day) <= 31 and month_word):
        return None
    if month_word.key in _MONTHS:
        return _with_year(words, place, int(day), _MONTHS[month_word.key], place + 1)
    if month_word.gap.strip() in {"/", "."}:
        return _from_digits(words, place, day, month_word.key)
    return None


def _from_digits(words: Sequence[Word], place: int, day: str, month: str) -> str | None:
    last = place if "." in words[place].key else place + 1
    month, _, year = month.partition(".")
    if not (day.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    if len(year) == 4 and year.isdecimal():
        return _iso(int(year), int(month), int(day))
    return _with_year(words, place, int(day), int(month), last)


def _with_year(words: Sequence[Word], first: int, day: int, month: int, last: int) -> str | None:
    if last + 1 < len(words) and words[last + 1].key.isdecimal() and words[last + 1].key.isascii():
        year = int(words[last + 1].key)
        # "1/2-27" is a year; "1/2. 42 t" is the start and then the hours.
        if 2000 <= year <= 2100 or (20 <= year <= 60 and words[last + 1].gap in {"/", "-", "."}):
            return _iso(year if year > 100 else 2000 + year, month, day)
    return _written(words, first, last)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _written(words: Sequence[Word], first: int, last: int) -> str:
    """The day as written: without a year, no calendar can place it."""
    return "".join((word.gap if number else "") + word.text for number, word in enumerate(words[first : last + 1]))
