"""A wish set against a duty: "ikke et krav, men det er en fordel" and "en fordel, men ikke et krav" are wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from taxonomy.reading.cue import SOFT, WAIVED, CueInText
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word

_BETWEEN = word_set("contrast", "between")
_BUT = BUT | word_set("contrast", "but")
_OVERRULING = word_set("contrast", "overruling")
_BEHIND = 6  # words behind a waiver in which it says that it holds for everybody


def contrasted(words: Sequence[Word], cues: Sequence[CueInText]) -> list[CueInText]:
    """The cues, two that stand against each other with nothing but small words between them meant as one."""
    meant = list(cues)
    for place, (one, other) in enumerate(pairwise(cues)):
        pair = {one.cue.meaning, other.cue.meaning}
        opposed = pair == {SOFT, WAIVED} and _side_by_side(words, one, other) and _says_but(words, one, other)
        if meant[place] is not one or not opposed:
            continue
        joint = WAIVED if overrules(words, other) else SOFT
        meant[place] = replace(one, cue=replace(one.cue, meaning=joint))
        meant[place + 1] = replace(other, cue=replace(other.cue, meaning=joint))
    return meant


def overrules(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Er vi glade for, men man behøver ikke kende det i forvejen": no wish is left."""
    clause = words[cue.first].clause
    said = {word.key for word in words[cue.first : cue.last + 1 + _BEHIND] if word.clause == clause}
    return cue.cue.meaning == WAIVED and not _OVERRULING.isdisjoint(said)


def _side_by_side(words: Sequence[Word], one: CueInText, other: CueInText) -> bool:
    """In two clauses of one sentence, with nothing but small words between them."""
    parted = words[one.last].clause != words[other.first].clause
    same = words[other.first].sentence == words[one.last].sentence
    return parted and same and all(word.key in _BETWEEN for word in words[one.last + 1 : other.first])


def _says_but(words: Sequence[Word], one: CueInText, other: CueInText) -> bool:
    """ "Underordnet, hvis du har lyst" sets nothing against the first."""
    return any(word.key in _BUT for word in words[one.last + 1 : other.last + 1])
