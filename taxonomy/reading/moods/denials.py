"""What a bare denial waives ("truck ikke", "men ikke truck"), and denials that demand ("du kan ikke søge uden")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from taxonomy.reading.cue import EXCLUDED, HARD, WAIVED, CueInText
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.moods.put_aside import put_aside
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word

_NOT = word_set("denials", "not")
_NONE = word_set("denials", "none")
_CONJUNCTIONS = word_set("denials", "conjunctions")
_NOT_DENIED = word_set("denials", "not_denied")
_NEAR = 5  # words between a thing and what denies it
_NOBODY = word_set("denials", "nobody")
_WHO = word_set("denials", "who")
_BOUNDS = word_set("denials", "bounds")
_FILLERS = word_set("denials", "fillers")
_PRESENT = ("r", "s")  # last letters of a verb
_TRAINING = word_set("denials", "training")
_LACKING = word_set("denials", "lacking")
_IMPOSSIBLE = word_set("denials", "impossible")
_REFUSING = frozenset({"nej", "tak"})
_NO_MATTER = word_set("denials", "no_matter")


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


def excepted(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: Sequence[str | None]
) -> list[str | None]:
    """The meanings; a thing without which something is impossible is a duty."""
    lacking = [cue for cue in cues if cue.cue.meaning in {WAIVED, EXCLUDED} and _lacks(words, cue)]
    if not {WAIVED, EXCLUDED} & set(said):
        return list(said)
    return [
        HARD
        if (meaning in {WAIVED, EXCLUDED} and _is_needed(words, span, lacking))
        or (meaning in {WAIVED, EXCLUDED} and _nobody_without(words, span))
        else meaning
        for meaning, span in zip(said, spans, strict=True)
    ]


def _nobody_without(words: Sequence[Word], span: Span) -> bool:
    """ "Gider ikke folk, der ikke kan dansk", "ingen uden kørekort"."""
    before = words[max(0, span.first - 9) : span.first]
    sentence = [word for word in before if word.sentence == words[span.first].sentence]
    denials = [index for index, word in enumerate(sentence) if word.key in _NOT or word.key in _NOBODY]
    if len(denials) < 2:
        return False
    between = {word.key for word in sentence[denials[0] + 1 : denials[-1]]}
    return bool(between & _WHO) and len(sentence) - denials[-1] <= 3 and not between & BUT


def _lacks(words: Sequence[Word], cue: CueInText) -> bool:
    return any(word.key in _LACKING for word in words[cue.first : cue.last + 1])


def _is_needed(words: Sequence[Word], span: Span, lacking: Sequence[CueInText]) -> bool:
    sentence = words[span.first].sentence
    own = [cue for cue in lacking if cue.first < span.first and words[cue.first].clause == words[span.first].clause]
    if not own:
        return False
    cue = own[-1]
    rest = [
        index
        for index in range(max(0, cue.first - 12), min(len(words), span.last + 13))
        if words[index].sentence == sentence
        and not cue.first <= index <= span.last
        # "Kan starte uden dansk, men uden skattekort går det ikke" speaks of two things.
        and not any(words[place].key in BUT for place in range(span.last + 1, index + 1))
    ]
    said = {words[index].key for index in rest}
    refused = any(is_negator(words, index) for index in rest) and bool(said & _IMPOSSIBLE)
    return (refused or said >= _REFUSING) and not said & _NO_MATTER


def _stands_for_a_subject(words: Sequence[Word], index: int, span: Span) -> bool:
    """ "Truck spørges der ikke om": behind its verb "der" opens no clause."""
    return words[index].key == "der" and index - 1 > span.last and words[index - 1].key.endswith(_PRESENT)
