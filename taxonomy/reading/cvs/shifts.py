"""Shifts that a CV's writer wants or refuses, said in any of the languages that CVs come in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.cue import CueInText
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.moods.referring import REFUSED, WISHED, said_of
from taxonomy.reading.span import Span
from taxonomy.reading.terms.shifts import ShiftFound, shifts_in
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_AMOUNT_BEFORE = 4  # words between an amount and "om dagen"
_NO_SHIFT_BEFORE = word_set("cv_shifts", "no_shift_before")
_AMOUNTS = word_set("cv_shifts", "amounts")
IMPLIED = "implied"  # refused, unless it is wanted elsewhere
BESIDE = "beside"  # wanted beside work by day, unless unusual shifts are sought for themselves
DAY, EVENING, NIGHT, WEEKEND = "dag", "aften", "nat", "weekend"
_ONLY = "only"
_JOINING = frozenset({"og", "eller", "and", "or", "i", "om"})  # "kun dag og aften" wants both
_BESIDES, _HOURS = word_set("cv_shifts", "besides"), word_set("hours", "unit")
_BESIDE = 2  # words between "kun" and its shift
_ALWAYS = word_set("cv_shifts", "always")
_AFTER = word_set("cv_shifts", "after")
_SOME = word_set("cv_shifts", "some")
_TOO = word_set("cv_shifts", "too")
_DAYS = frozenset({"dage", "days", "day", "dag", "tage", "dni", "днів", "дні", "أيام"})
_AFTERNOON_HOURS = frozenset({"15", "16"})
_HOME, _HOME_BEFORE = word_set("cv_shifts", "home"), 4  # words before
_CAN, _FINE, _RATHER = (word_set("cv_shifts", name) for name in ("can", "fine", "rather"))
_NEAR_CAN = 4  # words
UNUSUAL = frozenset({EVENING, NIGHT, WEEKEND})
_WEEKEND_DAYS = frozenset({"loerdag", "soendag"})
_EVENING_FROM, _EVENING_TO = 15, 20  # o'clock; "ikke efter kl. 17" refuses the evening


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_shifts.toml")


@cache
def _words() -> PhraseIndex[str]:
    return PhraseIndex(
        (
            (wording, shift)
            for shift, table in _file().content.items()
            if shift != _ONLY
            for wording in comma_list(str(table["words"]))
        ),
        inflected=False,
    )


@cache
def _every() -> PhraseIndex[str]:
    return PhraseIndex(((wording, "") for wording in comma_list(str(_file().content[_ONLY]["every"]))), inflected=False)


@cache
def _only() -> frozenset[str]:
    return frozenset(map(fold, str(_file().content[_ONLY]["words"]).split()))


def cv_shifts(words: Sequence[Word], cues: Sequence[CueInText], unsaid: str | None) -> Iterator[tuple[str, str]]:
    """(shift, "wished", "refused", "implied" or "beside"); `unsaid` is what a shift means that nothing is said of.

    "Kun dag" refuses evening and night too; "alle vagter" wants them.
    """
    every = next(iter(_every().find(words)), None)
    if every is not None and not _is_denied(words, every.first):
        yield from ((shift, WISHED) for shift in (DAY, EVENING, NIGHT, WEEKEND))
    found = _shifts(words)
    said = said_of(words, [Span(shift.first, shift.last) for shift in found], cues)
    said = [meaning or _noted(words, shift, found, said, cues) for shift, meaning in zip(found, said, strict=True)]
    only, before = False, -1
    for shift, cued in zip(found, said, strict=True):
        joined = only and {word.key for word in words[before + 1 : shift.first]} <= _JOINING
        meaning = REFUSED if _denied_behind(words, shift) else cued
        only, before = meaning != REFUSED and (joined or _stands_alone(words, shift)), shift.last
        if meant := WISHED if only else meaning or (WISHED if _added(words, shift) else unsaid):
            beside = meant == WISHED and not only and _leaves_the_day(words, shift)
            if meant != REFUSED or not (_only_so_often(words, shift) or _is_one_day(words, shift)):
                yield shift.shift, BESIDE if beside else meant
        if only and shift.shift == DAY:
            yield from ((other, IMPLIED) for other in (EVENING, NIGHT))


def _noted(
    words: Sequence[Word],
    shift: ShiftFound,
    found: Sequence[ShiftFound],
    said: Sequence[str | None],
    cues: Sequence[CueInText],
) -> str | None:
    """ "Dag og aften, ikke nat.": wanted, as are the shifts that a wish ends with: "søger 12 timer, mest weekend"."""
    sentence, clause = words[shift.first].sentence, words[shift.first].clause
    taken = {place for other in found for place in range(other.first, other.last + 1)}
    if _is_note(words, shift, taken):
        return WISHED
    inside = [at for at, word in enumerate(words) if word.clause == clause and at not in taken]
    if any(words[at].key not in _BESIDES for at in inside):
        return None
    refused = [other for other, meaning in zip(found, said, strict=True) if meaning == REFUSED]
    if any(other.first > shift.last and words[other.first].sentence == sentence for other in refused):
        return WISHED
    before = [cue for cue in cues if cue.last < shift.first and words[cue.first].sentence == sentence]
    return WISHED if before and before[-1].cue.meaning == WISHED else None


def _is_note(words: Sequence[Word], shift: ShiftFound, taken: Collection[int]) -> bool:
    """ "Weekend og aften, 12 timer.", "tager vagter: onsdag eftermiddag": nothing but times tells what is wanted."""
    sentence = [at for at, word in enumerate(words) if word.sentence == words[shift.first].sentence]
    start = max((at for at in sentence if at <= shift.first and ":" in words[at].gap), default=sentence[0])
    return all(
        at in taken or words[at].key in _BESIDES | _HOURS or words[at].key[:1].isdecimal()
        for at in sentence[sentence.index(start) :]
    )


def _shifts(words: Sequence[Word]) -> list[ShiftFound]:
    """The shifts that orders would show too, those of more languages, and hours that the evening begins with."""
    found = shifts_in(words)
    taken = {place for shift in found for place in range(shift.first, shift.last + 1)}
    more = [ShiftFound(match.payloads[0], match.first, match.last) for match in _words().find(words)]
    more.extend(_late_hours(words))
    found.extend(shift for shift in more if taken.isdisjoint(range(shift.first, shift.last + 1)))
    said = (shift for shift in found if not _counts_days(words, shift) and not _is_home_by_then(words, shift))
    return sorted(said, key=lambda shift: shift.first)


def _is_home_by_then(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Vil hjem hver aften", "komme hjem kl. 17": who wants that does not work then."""
    before = words[max(0, shift.first - _HOME_BEFORE) : shift.first]
    return any(word.key in _HOME and word.sentence == words[shift.first].sentence for word in before)


def _leaves_the_day(words: Sequence[Word], shift: ShiftFound) -> bool:
    """Whether who says this of an unusual shift would work by day too."""
    return shift.shift in UNUSUAL and (_begins_by_day(words[shift.first]) or _is_taken_too(words, shift))


def _begins_by_day(word: Word) -> bool:
    """An afternoon from two o'clock is day work in a nursery and evening work in a shop."""
    return word.key.startswith("eftermiddag") or word.key.partition(".")[0] in _AFTERNOON_HOURS


def _is_taken_too(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Weekend er fint", "kan tage aftener": who takes these beside others works by day too."""
    clause = words[shift.first].clause
    before = {word.key for word in words[max(0, shift.first - _NEAR_CAN) : shift.first] if word.clause == clause}
    behind = {word.key for word in words[shift.last + 1 : shift.last + 1 + _NEAR_CAN] if word.clause == clause}
    if (before | behind) & (_only() | _RATHER):
        return False
    return not before.isdisjoint(_CAN) or not behind.isdisjoint(_FINE)


def _counts_days(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Bruger jeg ikke i dag", "hver dag" and "200 kuverter om dagen" say nothing of shifts."""
    if shift.shift != DAY:
        return False
    before = [word.key for word in words[max(0, shift.first - _AMOUNT_BEFORE) : shift.first]]
    counted = bool(before) and (before[-1].isdecimal() or before[-1] in _SOME) and words[shift.last].key in _DAYS
    if before and (counted or before[-1] in _NO_SHIFT_BEFORE):
        return True
    return words[shift.last].key == "dagen" and any(key.isdecimal() or key in _AMOUNTS for key in before)


def _late_hours(words: Sequence[Word]) -> Iterator[ShiftFound]:
    """ "Efter kl. 16.30"."""
    for place, word in enumerate(words):
        hour = word.key.replace(",", ".").partition(".")[0]
        if not (hour.isdecimal() and len(hour) <= 2 and _EVENING_FROM <= int(hour) <= _EVENING_TO):
            continue
        before = [one.key for one in words[max(0, place - 2) : place] if one.sentence == word.sentence]
        if _AFTER & set(before) and not (place + 1 < len(words) and words[place + 1].key in {"timer", "aar", "t"}):
            yield ShiftFound(EVENING, place, place)


def _stands_alone(words: Sequence[Word], shift: ShiftFound) -> bool:
    """Whether "kun" stands right before the shift, in it, or right behind it."""
    near = range(max(0, shift.first - _BESIDE), min(len(words), shift.last + 2))
    return any(words[place].key in _only() and words[place].clause == words[shift.first].clause for place in near)


def _denied_behind(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Aften ja, nat ikke": a denial that ends the clause right behind the shift."""
    behind = shift.last + 1
    if behind >= len(words) or words[behind].clause != words[shift.last].clause or not is_negator(words, behind):
        return False
    return behind + 1 >= len(words) or words[behind + 1].clause != words[behind].clause


def _is_denied(words: Sequence[Word], first: int) -> bool:
    """ "Kan ikke arbejde på alle tidspunkter"."""
    before = range(max(0, first - _NEAR_CAN), first)
    return any(is_negator(words, at) and words[at].clause == words[first].clause for at in before)


def _only_so_often(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Ikke hver weekend", "har ikke lyst til weekendarbejde hver uge": some are fine."""
    near = [*words[max(0, shift.first - 1) : shift.first], *words[shift.last + 1 : shift.last + 3]]
    return any(word.key in _ALWAYS and word.clause == words[shift.first].clause for word in near)


def _is_one_day(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Lørdag ja, søndag nej": one day of the weekend is fine."""
    own = {day for day in _WEEKEND_DAYS if words[shift.first].key.startswith(day)}
    other = tuple(_WEEKEND_DAYS - own)
    same = [word for word in words if word.sentence == words[shift.first].sentence and word.key.startswith(other)]
    return bool(own and same) and all(word.clause != words[shift.first].clause for word in same)


def _added(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Hospital, også nat og weekend"."""
    for word in reversed(words[: shift.first]):
        if word.clause != words[shift.first].clause or word.key in _TOO:
            return word.clause == words[shift.first].clause
        if word.key not in _JOINING | UNUSUAL | {"for", "paa", "у", "в"}:
            return False
    return False
