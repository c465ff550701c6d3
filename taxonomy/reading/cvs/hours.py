"""Weekly hours that a CV's writer asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.reading.terms.hours import FULL_TIME, PART_TIME, counted_hours, hours_per_week
from taxonomy.reading.text.number_words import NUMBER_WORDS
from taxonomy.reading.text.phrases import Found, PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

FULL, PART = "fuldtid", "deltid"
_FULL, _PART, _DENIED = "full", "part", "denied"
_LEAST_IN_WORDS = 5  # "to timer" is a walk, "ti timer" may be a week
_UNIT, _NOT_WEEKLY = word_set("hours", "unit"), word_set("hours", "not_weekly_after")
_WANTING = word_set("cv_hours", "wanting")
_WISHING = word_set("cv_hours", "wishing")
_AT_WORK, _TOLD = word_set("cv_hours", "at_work"), word_set("cv_hours", "told")
_NOT = frozenset({"ikke", "not", "nie", "nicht", "ingen", "no"})
_FILLERS = 4  # words between a wish and its number


def cv_hours(texts: Iterable[Sequence[Word]]) -> tuple[float, float] | None:
    """Fewest and most hours a week, from the first text that says any; None where all are silent."""
    return next(filter(None, (_hours(_not_told(words)) for words in texts)), None)


def _not_told(words: Sequence[Word]) -> Sequence[Word]:
    """The words but those of clauses on past work and on hours that were saved: "reduced overtime by 12 hours"."""
    told = {word.clause for word in words if word.key in _TOLD}
    if not told:
        return words
    wished = {word.clause for word in words if word.key in _WISHING}
    return [word for word in words if word.clause not in told - wished]


def _hours(words: Sequence[Word]) -> tuple[float, float] | None:
    """Numbers win over words; "ikke fuld tid" asks for part time; who says both full and part takes either."""
    matches = _index().find(words)
    if (counted := _sought(words, matches)) is not None:
        return counted
    said = {match.payloads[0] for match in matches}
    if _DENIED in said:
        return PART_TIME
    spoken = hours_per_week(words)
    full, part = _FULL in said, _PART in said
    if spoken is not None or not (full or part):
        return spoken or _in_words(words)
    if full and part:  # "jeg arbejder på deltid og søger fuldtid"
        sought = {match.payloads[0] for match in matches if _is_wished(words, match.first)}
        full, part = _FULL in sought, _PART in sought
    return (FULL_TIME if full and not part else PART_TIME)[0], (PART_TIME if part and not full else FULL_TIME)[1]


def _sought(words: Sequence[Word], matches: Sequence[Found[str]]) -> tuple[float, float] | None:
    """Of several numbers the first that is wished for: "arbejder nu 28 timer, ønsker 32"."""
    told = list(counted_hours(words))
    told = sorted([*told, *_without_unit(words, {words[at].sentence for at, _ in told})])
    if not told:
        return None
    full = [match.last for match in matches if match.payloads[0] == _FULL]
    full += [place for place, word in enumerate(words) if word.key == FULL]
    sought = next((one for one in told if _is_wished(words, one[0])), None)
    if sought is None and any(_is_wished(words, place) for place in full):
        return FULL_TIME  # "I work 25 hours now but need full time"
    return (sought or told[0])[1]


def _is_wished(words: Sequence[Word], at: int) -> bool:
    """Whether the last word before it that tells wishes from work is one of wishing."""
    for word in reversed(words[:at]):
        if word.sentence != words[at].sentence or word.key in _AT_WORK or word.key in _NOT:
            return False
        if word.key in _WISHING:
            return True
    return False


def _without_unit(words: Sequence[Word], sentences: set[int]) -> Iterator[tuple[int, tuple[float, float]]]:
    """ "Søger 37", "vil op på 30-32" beside hours that have their unit."""
    for at, word in enumerate(words):
        start = at - 1 if at and word.gap in {"-", "–"} else at
        hours = [_number(one) for one in words[start : at + 1]]
        behind = [one.key for one in words[at + 1 : at + 3] if one.clause == word.clause]
        counted = len(behind) > 1 and behind[0] in _UNIT and behind[1] == "i"  # "søger 28-30 t i almen praksis"
        ends = not behind and word.sentence in sentences
        before = words[max(0, start - _FILLERS) : start]
        if (counted or ends) and all(hours) and any(one.key in _WISHING for one in before):
            yield at, (hours[0], hours[-1])


def _number(word: Word) -> float:
    number = float(word.key) if word.key.isdecimal() and word.key.isascii() else 0.0
    return number if PART_TIME[0] <= number <= FULL_TIME[1] else 0.0


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
