"""Denied duties, composed from their parts: "er langt fra et krav", "kræver vi bestemt ikke", "kan ikke undværes"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from taxonomy.reading.cue import HARD, SOFT, WAIVED, Cue, CueInText
from taxonomy.reading.text.phrases import Found
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word

_NEGATORS = word_set("negation", "negators")
_BOTH = word_set("negation", "both")
_DEGREE = word_set("negation", "degree")
_VERBS = word_set("negation", "verbs")
_SUBJECTS = word_set("negation", "subjects")
_SUPPORT = word_set("negation", "support")
_EXCEPT = word_set("cues", "except")
_OF_NOUNS = word_set("negation", "of_nouns")
_FINITE = word_set("negation", "finite")
_ONLY = frozenset({"kun", "bare", "blot", "only", "just"})
_FAR, _FROM = "langt", "fra"
_REACH = 8  # words between a negator and its duty word; judgement
_COUNTED_UP = 20  # words between "hverken" and the duty word behind all that it counts up
_SUBORDINATE = frozenset({"at", "fordi", "hvor"})
_HAVE = "har"
_NOT_ENOUGH = word_set("negation", "not_enough")
_PAST, _STILL = word_set("negation", "past"), word_set("negation", "still")
_MATRIX = 3  # words between a negator and the clause that it denies
_TURNED = {HARD: WAIVED, SOFT: WAIVED, WAIVED: HARD}

Matches = Sequence[Found[Cue]]


def is_negator(words: Sequence[Word], index: int) -> bool:
    """ "Ikke", "no" and their like; "langt fra" by its second word; the t of "don't"."""
    word = words[index]
    if word.key == "t":
        return word.gap in {"'", "’"}
    if word.key == _FROM:
        return index > 0 and words[index - 1].key == _FAR
    return word.key in _NEGATORS or word.key in _BOTH


def _or_not(words: Sequence[Word], index: int) -> bool:
    """ "Om du har truck eller ej", which denies nothing."""
    return index > 0 and words[index - 1].key in {"eller", "or"}


def with_negations(
    words: Sequence[Word], found: Sequence[CueInText], covered: frozenset[int], find: Callable[[list[int]], Matches]
) -> list[CueInText]:
    """The cues with every denied duty as a waiver.

    `covered` are words of cues that say what they deny themselves; `find` gives the cues of the words at some places.
    """
    denials = [
        index
        for index, word in enumerate(words)
        if word.key in _BOTH or (index not in covered and is_negator(words, index) and not _or_not(words, index))
    ]
    inside = list(_around_a_negator(words, denials, find)) if denials else []
    kept = [cue for cue in found if not any(_overlap(cue, other) for other in inside)]
    found = sorted([*(_denied(words, cue, denials) for cue in kept), *inside], key=lambda cue: cue.first)
    return [_denied_by_a_cue(words, cue, before) for before, cue in zip([None, *found], found, strict=False)]


def _denied_by_a_cue(words: Sequence[Word], cue: CueInText, before: CueInText | None) -> CueInText:
    """ "Ikke nødvendigvis et krav": a denial that is a cue itself, right before the duty word."""
    if before is None or cue.cue.meaning != HARD or before.cue.meaning != WAIVED or cue.cue.before:
        return cue
    between = words[before.last + 1 : cue.first]
    denies = any(is_negator(words, at) for at in range(before.first, before.last + 1))
    close = words[before.last].clause == words[cue.first].clause and all(word.key in _DEGREE for word in between)
    return CueInText(_turned(cue.cue), cue.first, cue.last) if denies and close else cue


def _around_a_negator(
    words: Sequence[Word], denials: Sequence[int], find: Callable[[list[int]], Matches]
) -> Iterator[CueInText]:
    """ "Skal bestemt ikke have": a duty with the negator between its words."""
    gone = {*denials, *(index - 1 for index in denials if words[index - 1].key in _SUPPORT)}
    kept = [index for index in range(len(words)) if index not in gone]
    for match in find(kept):
        first, last = match.first, match.last
        between = [index for index in denials if first < index < last]
        cue = next((cue for cue in match.payloads if cue.meaning in _TURNED), None)
        if between and cue is not None and words[first].clause == words[last].clause:
            yield CueInText(_turned(cue), first, last)


def _denied(words: Sequence[Word], cue: CueInText, denials: Sequence[int]) -> CueInText:
    said = range(cue.first, cue.last + 1)
    had = cue.cue.meaning == WAIVED and words[cue.last].key == _HAVE  # "ingen i afdelingen har" demands nothing
    if (
        had
        or cue.cue.meaning not in _TURNED
        or words[cue.first].key in _EXCEPT
        or any(is_negator(words, at) for at in said)
    ):
        return cue
    if cue.cue.meaning == HARD and (_held_once(words, cue) or _in_a_denied_clause(words, cue, denials)):
        return CueInText(_turned(cue.cue), cue.first, cue.last)
    if (before := _negator_before(words, cue, denials)) is not None:
        return CueInText(_turned(cue.cue), before, cue.last)
    if _of_a_noun(words, cue):
        return CueInText(_turned(cue.cue), cue.first, cue.last)
    if cue.cue.meaning in {HARD, SOFT} and (behind := _negator_behind(words, cue, denials)) is not None:
        return CueInText(replace(_turned(cue.cue), after=True), cue.first, behind)
    return cue


def _held_once(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Har tidligere været en betingelse", "plejede at være nødvendigt"."""
    before = words[max(0, cue.first - _MATRIX) : cue.first]
    own = {word.key for word in before if word.clause == words[cue.first].clause}
    return cue.cue.after and not _PAST.isdisjoint(own) and _STILL.isdisjoint(own)


def _in_a_denied_clause(words: Sequence[Word], cue: CueInText, denials: Sequence[int]) -> bool:
    """ "Det er ikke meningen, at man skal have", "det er ikke fordi du skal kunne"; "ikke nok at have" demands more."""
    opening = cue.first - 1
    if opening < 1 or words[opening].key not in _SUBORDINATE or not cue.cue.before:
        return False
    for index in range(opening - 1, max(-1, opening - 1 - _MATRIX), -1):
        if words[index].sentence != words[cue.first].sentence or words[index].key in _NOT_ENOUGH:
            return False
        if index in denials:
            return True
    return False


def _negator_before(words: Sequence[Word], cue: CueInText, denials: Sequence[int]) -> int | None:
    """The negator that reaches the cue over words of degree; "hverken" reaches over what it counts up."""
    clause, sentence = words[cue.first].clause, words[cue.first].sentence
    filled = True
    for index in range(cue.first - 1, max(-1, cue.first - 1 - _COUNTED_UP), -1):
        if words[index].sentence != sentence or words[index].key in BUT or _sets_one_apart(words, index):
            break
        if words[index].clause != clause or cue.first - index > _REACH:
            if words[index].key in _BOTH:  # "hverken truck, kran eller dansk er et krav"
                return index
            filled = False
            continue
        if index in denials and (filled or words[index].key in _BOTH):
            return index
        filled = filled and words[index].key in _DEGREE
    return None


def _sets_one_apart(words: Sequence[Word], index: int) -> bool:
    """ "Hverken kørekort eller truck, kun at du kan dansk"."""
    opens = index > 0 and words[index - 1].clause != words[index].clause
    return opens and words[index].key in _ONLY


def _of_a_noun(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Ingen truck eller kran nødvendig": the negator belongs to what is not needed."""
    if not cue.cue.after or words[cue.first].key in _FINITE:
        return False
    for index in range(cue.first - 1, max(-1, cue.first - 1 - _REACH), -1):
        key = words[index].key
        if words[index].clause != words[cue.first].clause or key in _FINITE or key in _EXCEPT:
            return False
        if key in _OF_NOUNS:
            return True
    return False


def _negator_behind(words: Sequence[Word], cue: CueInText, denials: Sequence[int]) -> int | None:
    """ "Kræver virksomheden ikke"."""
    if words[cue.last].key not in _VERBS:
        return None
    for index in range(cue.last + 1, min(len(words), cue.last + 4)):
        if words[index].clause != words[cue.last].clause:
            return None
        if index in denials:
            return index
        if words[index].key not in _SUBJECTS:
            return None
    return None


def _turned(cue: Cue) -> Cue:
    return replace(cue, meaning=_TURNED[cue.meaning])


def _overlap(one: CueInText, other: CueInText) -> bool:
    return one.first <= other.last and other.first <= one.last
