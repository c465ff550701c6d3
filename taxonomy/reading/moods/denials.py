"""What a bare denial waives: "truck ikke", "men ikke truck"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from taxonomy.reading.cue import HARD, WAIVED, CueInText
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.moods.put_aside import put_aside
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_NOT = word_set("denials", "not")
_NONE = word_set("denials", "none")
_CONJUNCTIONS = word_set("denials", "conjunctions")
_OPENING = _CONJUNCTIONS - {"for", "as", "der"}  # "spørger ikke for truckens skyld": no clause opens there
_NOT_DENIED = word_set("denials", "not_denied")
_NEAR = 5  # words between a thing and what denies it
_BOUNDS = word_set("denials", "bounds")
_FILLERS = word_set("denials", "fillers")
_PRESENT = ("r", "s")  # last letters of a verb
_TRAINING = word_set("denials", "training")


def with_bare_denials(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: Sequence[str | None]
) -> list[str | None]:
    """The meanings; a thing right behind "ikke", or with nothing but "ikke" or "nej" behind it, is waived."""
    taken = {index for cue in cues for index in range(cue.first, cue.last + 1)}
    return [
        WAIVED
        if put_aside(words, span, cues, meaning)
        or (
            meaning in {None, HARD}
            and (_behind_a_denial(words, span, taken) or _within_one(words, span, taken) or _denies_itself(words, span))
        )
        or (meaning is None and _denied_ahead(words, span, taken))
        else meaning
        for meaning, span in zip(said, spans, strict=True)
    ]


def _denies_itself(words: Sequence[Word], span: Span) -> bool:
    """ "Engelsk er der ingen der taler": the denial stands among the words of a language and its level."""
    inside = range(span.first + 1, span.last)
    return any(is_negator(words, at) and words[at + 1].key not in _NOT_DENIED for at in inside)


def _behind_a_denial(words: Sequence[Word], span: Span, taken: Collection[int]) -> bool:
    """ "Men ikke truck"."""
    before, clause = span.first - 1, words[span.first].clause
    while before >= 0 and words[before].key in _FILLERS | _TRAINING and words[before].clause == clause:
        before -= 1
    bound = any(word.key in _BOUNDS for word in words[span.first : span.last + 1])  # "ikke under 18"
    return (
        not bound
        and before >= 0
        and before not in taken
        and words[before].key in _NOT | _NONE
        and words[before].clause == clause
    )


def _denied_ahead(words: Sequence[Word], span: Span, taken: Collection[int]) -> bool:
    """ "Kunden interesserer sig ikke for truck": a denial ahead in words that no cue knows."""
    for at in range(span.first - 2, max(-1, span.first - 1 - _NEAR), -1):
        if words[at].clause != words[span.first].clause or words[at].key in _OPENING:
            return False
        if at not in taken and is_negator(words, at):
            return words[at + 1].key not in _NOT_DENIED
    return False


def _within_one(words: Sequence[Word], span: Span, taken: Collection[int]) -> bool:
    """ "Kørekort står ikke på listen": a clause that denies in words that no cue knows demands nothing of its thing."""
    if any(word.key in _BOUNDS for word in words[span.first : span.last + 1]):
        return False
    for index in range(span.last + 1, span.last + 1 + _NEAR):
        inside = index < len(words) and words[index].clause == words[span.first].clause
        if not inside or (words[index].key in _CONJUNCTIONS and not _stands_for_a_subject(words, index, span)):
            return False
        goes_on = index + 1 < len(words) and words[index + 1].clause == words[index].clause
        if index not in taken and is_negator(words, index):
            return not goes_on or words[index + 1].key not in _NOT_DENIED
    return False


def _stands_for_a_subject(words: Sequence[Word], index: int, span: Span) -> bool:
    """ "Truck spørges der ikke om": behind its verb "der" opens no clause."""
    return words[index].key == "der" and index - 1 > span.last and words[index - 1].key.endswith(_PRESENT)
