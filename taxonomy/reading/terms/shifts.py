"""Shifts that a text speaks of: dag, aften, nat, weekend, skiftende."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.reading.terms.hours import hours_per_week
from taxonomy.reading.text.phrases import Found, PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

ORDER = ("dag", "aften", "nat", "weekend", "skiftende")
_LEADING = word_set("shifts", "leading")
_JOINING = word_set("shifts", "joining")
_HOURS = word_set("hours", "unit")
_WEEKDAYS = word_set("shifts", "weekdays")
_PERHAPS = frozenset({"maaske", "muligvis"})
_NO_CLOCK = word_set("shifts", "no_clock")


@dataclass(frozen=True, slots=True)
class ShiftWording:
    """A shift by a wording that counts anywhere, or only beside another shift."""

    shift: str
    alone: bool


@dataclass(frozen=True, slots=True)
class ShiftFound:
    """A shift in the text with its words, both ends included."""

    shift: str
    first: int
    last: int


@cache
def _index() -> PhraseIndex[ShiftWording]:
    return PhraseIndex(
        (
            (wording, ShiftWording(shift, column == "alone"))
            for shift, table in TaxonomyFile(DATA / "reading" / "shifts.toml").tables(
                required=frozenset({"alone", "beside"})
            )
            for column in ("alone", "beside")
            for wording in comma_list(str(table[column]))
        ),
        inflected=False,
    )


def shifts_in(words: Sequence[Word], titles: Collection[int] = ()) -> list[ShiftFound]:
    """The shifts of the text in order; clock times such as "22-06" count as the shift most of them fall in.

    `titles` are the last words of job titles, behind which a note says when: "SSA nat".
    """
    matches = _index().find(words)
    found = [
        ShiftFound(match.payloads[0].shift, match.first, match.last)
        for match in matches
        if (match.payloads[0].alone or _beside(words, match, matches) or _is_noted(words, match, titles))
        and not _is_day_off(words, match)
    ]
    found.extend(_by_clock(words))
    return sorted(found, key=lambda shift: shift.first)


def _is_day_off(words: Sequence[Word], match: Found[ShiftWording]) -> bool:
    """ "Lukket søndag", "fri hver weekend", "måske lørdage" and "i morgen"."""
    before = words[max(0, match.first - 2) : match.first]
    tomorrow = words[match.first].key == "morgen" and bool(before) and before[-1].key == "i"
    clause = words[match.first].clause
    perhaps = bool(before) and before[-1].key in _PERHAPS and before[-1].sentence == words[match.first].sentence
    return (
        tomorrow
        or perhaps
        or any(word.key in {"lukket", "fri", "friweekend"} and word.clause == clause for word in before)
    )


def _beside(words: Sequence[Word], match: Found[ShiftWording], matches: Sequence[Found[ShiftWording]]) -> bool:
    """True for "til nat", "dag- og aftenvagt" and "nat/weekend"; false for "en god dag"."""
    if match.first + 1 < len(words) and words[match.first + 1].gap.startswith(("-", "+")):
        return True
    if match.first and words[match.first - 1].key in _LEADING and match.payloads[0].shift != "dag":
        return True
    if _opens_a_clause(words, match) or _is_of_weekdays(words, match):
        return True
    return any(other is not match and _neighbours(words, match, other) for other in matches)


def _is_of_weekdays(words: Sequence[Word], match: Found[ShiftWording]) -> bool:
    """ "Aften fre-søn", "tors+fre aften"."""
    near = [*words[max(0, match.first - 1) : match.first], *words[match.last + 1 : match.last + 2]]
    return any(word.key in _WEEKDAYS and word.clause == words[match.first].clause for word in near)


def _opens_a_clause(words: Sequence[Word], match: Found[ShiftWording]) -> bool:
    """ "Aften er fint": the word stands first and something is said of it."""
    first = match.first == 0 or words[match.first - 1].clause != words[match.first].clause
    after = words[match.last + 1].key if match.last + 1 < len(words) else ""
    return first and after in {"er", "passer", "gaar", "duer", "kan", "vil", "kun", "only", "helst", "is"}


def _is_noted(words: Sequence[Word], match: Found[ShiftWording], titles: Collection[int]) -> bool:
    """ "37 t, aften", "25 t dag", "SSA nat": a clause of its own, or the end of one behind the hours or the job."""
    clause = words[match.first].clause
    if match.last + 1 < len(words) and words[match.last + 1].clause == clause:
        return False
    before = words[match.first - 1] if match.first else None
    if before is None or before.clause != clause or match.first - 1 in titles:
        return True
    return before.key in _HOURS and hours_per_week(words) is not None  # "7 t dag" is seven hours a day


def _neighbours(words: Sequence[Word], one: Found[ShiftWording], other: Found[ShiftWording]) -> bool:
    low, high = (one, other) if one.first < other.first else (other, one)
    between = words[low.last + 1 : high.first]
    return len(between) <= 1 and all(word.key in _JOINING for word in between)


def _by_clock(words: Sequence[Word]) -> list[ShiftFound]:
    found = []
    for index in range(len(words) - 1):
        times = _clock(words, index)
        if times and (shift := _shift_of(*times)):
            found.append(ShiftFound(shift, index, index + 1))
    return found


def _clock(words: Sequence[Word], index: int) -> tuple[float, float] | None:
    """Start and end of "22-06", "kl. 15-23.15" or "7 til 15", in hours; None for "30-37 t"."""
    start, end = _time(words[index]), _time(words[index + 1])
    if start is None or end is None or words[index + 1].gap.strip() not in {"-", "–", "—"}:
        return None
    after = words[index + 2].key if index + 2 < len(words) else ""
    if after in _NO_CLOCK:
        return None
    clock_said = index > 0 and words[index - 1].key in {
        "kl",
        "klokken",
        "fra",
        "vagt",
        "aftenvagt",
        "dagvagt",
        "nattevagt",
    }
    length = (end - start) % 24
    plain = words[index].key.startswith("0") or words[index + 1].key.startswith("0") or clock_said
    return (start, end) if (3 <= length <= 13 and (plain or end <= 24) and start <= 24) else None


def _time(word: Word) -> float | None:
    hours, _, minutes = word.key.replace(",", ".").partition(".")
    if not (hours.isdecimal() and len(hours) <= 2 and int(hours) <= 24 and (not minutes or minutes.isdecimal())):
        return None
    return int(hours) + min(int(minutes[:2] or 0), 59) / 60


def _shift_of(start: float, end: float) -> str:
    if start >= 21 or start < 3:
        return "nat"
    if start >= 13:
        return "nat" if 3 < end < 9 else "aften"
    return "dag" if start >= 4 and end <= 19 else ""


def in_order(shifts: Collection[str]) -> tuple[str, ...]:
    """Each shift once, day first."""
    return tuple(shift for shift in ORDER if shift in shifts)
