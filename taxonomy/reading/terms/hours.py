"""Weekly hours that a text says: "30-37 t", "37 timer", "fuldtid"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

FULL_TIME = (37.0, 37.0)  # hours a week, the norm of Danish agreements
PART_TIME = (8.0, 32.0)  # hours a week; Statistics Denmark counts 32 and more as full time
_VEHICLES = ("vogn", "vogne", "bil", "biler", "truck", "kran")
_LEAST_BESIDE_VEHICLE = 10.0
_LEAST, _MOST = 2.0, 60.0  # hours a week; outside it is a notice period or a course
_LONGEST_DAY = 24.0  # hours; "37 t dag" is a week of day shifts
_UNIT = word_set("hours", "unit")
_FULL, _PART = ("fuldtid", "full", "vollzeit"), ("deltid", "halvtid", "teilzeit")
_NOT_WEEKLY_BEFORE = word_set("hours", "not_weekly_before")
_NOT_WEEKLY_AFTER = word_set("hours", "not_weekly_after")
_WEEKLY = word_set("hours", "weekly")
_NEAR = 2  # words behind "deltid" that may deny it
_NOT = word_set("denials", "not")


def hours_per_week(words: Sequence[Word]) -> tuple[float, float] | None:
    """Fewest and most hours a week; numbers win over "fuldtid" and "deltid"; None where the text is silent."""
    return next((hours for _, hours in counted_hours(words)), None) or _by_word(words)


def counted_hours(words: Sequence[Word]) -> Iterator[tuple[int, tuple[float, float]]]:
    """Each number of weekly hours as fewest and most, with the place of its unit."""
    for index, word in enumerate(words):
        if word.key in _UNIT and index and (found := _numbers(words, index)):
            yield index, found


def _numbers(words: Sequence[Word], unit: int) -> tuple[float, float] | None:
    most = _hours(words[unit - 1])
    if most is None or words[unit].gap.strip() or not _weekly(words, unit, most) or _lifted(words, unit):
        return None
    least = most
    if unit >= 2 and words[unit - 1].gap.strip() in {"-", "–", "/", "—"}:
        least = _hours(words[unit - 2]) or most
    elif unit >= 3 and words[unit - 2].key in {"til", "eller", "to"}:
        least = _hours(words[unit - 3]) or most
    return min(least, most), max(least, most)


def _hours(word: Word) -> float | None:
    digits = word.key.replace(",", ".")
    if not digits.replace(".", "", 1).isdecimal() or len(digits) > 5:
        return None
    hours = float(digits)
    return hours if _LEAST <= hours <= _MOST else None


def _weekly(words: Sequence[Word], unit: int, hours: float) -> bool:
    after = words[unit + 1].key if unit + 1 < len(words) and not words[unit + 1].gap.strip() else ""
    if after == "dag" and hours > _LONGEST_DAY:
        return True
    if after == "i":
        return unit + 2 < len(words) and words[unit + 2].key in {"ugen", "ugentligt", "gennemsnit", "snit", "fast"}
    if after in _WEEKLY:
        following = words[unit + 2].key if unit + 2 < len(words) else ""
        return following not in {"dag", "dagen", "doegn", "vagt", "md", "maaned", "maaneden"}
    start = unit - 2
    return after not in _NOT_WEEKLY_AFTER and (start < 0 or words[start].key not in _NOT_WEEKLY_BEFORE)


def _lifted(words: Sequence[Word], unit: int) -> bool:
    """ "Kran over 8 tm", "8 t/m", "varevogn 3,5 t": tonnes."""
    sentence = words[unit].sentence
    carried = words[unit - 2].key if unit >= 2 and words[unit - 2].clause == words[unit].clause else ""
    light = (_hours(words[unit - 1]) or _MOST) < _LEAST_BESIDE_VEHICLE  # "varebil 37 t" is a week
    if words[unit].key == "t" and light and carried.endswith(_VEHICLES):
        return True
    behind = words[unit + 1] if unit + 1 < len(words) else None
    metres = words[unit].key == "t" and behind is not None and behind.gap == "/" and behind.key == "m"
    return (words[unit].key == "tm" or metres) and any(
        "kran" in word.key for word in words[:unit] if word.sentence == sentence
    )


def _by_word(words: Sequence[Word]) -> tuple[float, float] | None:
    full = any(word.key.startswith(_FULL[0]) or word.key == _FULL[2] for word in words) or _english(words, "full")
    part = any(word.key.startswith(_PART) and not _denied(words, at) for at, word in enumerate(words))
    part = part or _english(words, "part")
    if full and part:
        return PART_TIME[0], FULL_TIME[1]
    return FULL_TIME if full else PART_TIME if part else None


def _denied(words: Sequence[Word], at: int) -> bool:
    """ "Ikke deltid", "deltid går ikke"."""
    near = words[max(0, at - 1) : at + 1 + _NEAR]
    return any(word.key in _NOT and word.clause == words[at].clause for word in near)


def _english(words: Sequence[Word], first: str) -> bool:
    return any(word.key == first and after.key == "time" for word, after in itertools.pairwise(words))
