"""Weekly hours that a CV's writer asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.reading.terms.hours import FULL_TIME, PART_TIME, hours_per_week
from taxonomy.reading.text.number_words import NUMBER_WORDS
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

FULL, PART = "fuldtid", "deltid"
_FULL, _PART, _DENIED = "full", "part", "denied"
_LEAST_IN_WORDS = 5  # "to timer" is a walk, "ti timer" may be a week
_UNIT, _NOT_WEEKLY = word_set("hours", "unit"), word_set("hours", "not_weekly_after")
_WANTING = word_set("cv_hours", "wanting")


def cv_hours(texts: Iterable[Sequence[Word]]) -> tuple[float, float] | None:
    """Fewest and most hours a week, from the first text that says any; None where all are silent."""
    return next(filter(None, map(_hours, texts)), None)


def _hours(words: Sequence[Word]) -> tuple[float, float] | None:
    """Numbers win over words; "ikke fuld tid" asks for part time; who says both full and part takes either."""
    counted = hours_per_week(words)
    said = {match.payloads[0] for match in _index().find(words)}
    if counted not in {None, FULL_TIME, PART_TIME, (PART_TIME[0], FULL_TIME[1])}:
        return counted
    if _DENIED in said:
        return PART_TIME
    full, part = _FULL in said, _PART in said
    if counted is not None or not (full or part):
        return counted or _in_words(words)
    return (PART_TIME[0], FULL_TIME[1]) if full and part else FULL_TIME if full else PART_TIME


def _in_words(words: Sequence[Word]) -> tuple[float, float] | None:
    """ "Vil have ti timer": a number written out, where the sentence wishes for it."""
    for at in range(1, len(words)):
        hours = NUMBER_WORDS.get(words[at - 1].key, 0) if words[at].key in _UNIT else 0
        if hours < _LEAST_IN_WORDS or (at + 1 < len(words) and words[at + 1].key in _NOT_WEEKLY - {"i"}):
            continue
        if any(word.key in _WANTING and word.sentence == words[at].sentence for word in words):
            return float(hours), float(hours)
    return None


@cache
def _index() -> PhraseIndex[str]:
    content = TaxonomyFile(DATA / "reading" / "cv_hours.toml").content["hours"]
    phrases = ((wording, how) for how in (_FULL, _PART, _DENIED) for wording in comma_list(str(content[how])))
    return PhraseIndex(phrases, inflected=False)


def hours_sought(hours: tuple[float, float] | None) -> str | None:
    """Full time or part time, in the words of the CV's own field; None for what could be either."""
    if hours is None:
        return None
    low, high = hours
    return PART if high <= PART_TIME[1] else FULL if low >= PART_TIME[1] and high >= FULL_TIME[0] - 2 else None
