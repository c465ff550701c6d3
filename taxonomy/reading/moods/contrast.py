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
_REFERRING = word_set("contrast", "referring") | BUT
_LINKS = frozenset({"om", "at", "hvis", "whether", "that", "if"})
_TAKES_A_THING = frozenset({"om", "til", "for", "efter", "of", "about"})  # the last word of "intet krav om"
_TELLING = 4  # letters of a word that can name a thing; shorter ones are mostly small words
_IT = frozenset({"det", "den", "dette", "dem", "it", "that", "this", "them"})
_OVERRULING = word_set("contrast", "overruling")
_BEHIND = 6  # words behind a waiver in which it says that it holds for everybody
_LONGEST = 8  # words between the two


def contrasted(words: Sequence[Word], cues: Sequence[CueInText]) -> list[CueInText]:
    """The cues, two that stand against each other with nothing but small words between them meant as one."""
    meant = list(cues)
    for place, (one, other) in enumerate(pairwise(cues)):
        pair = {one.cue.meaning, other.cue.meaning}
        if (
            meant[place] is not one
            or not _side_by_side(words, one, other)
            or _has_a_thing_of_its_own(words, one, other)
        ):
            continue
        if pair == {SOFT, WAIVED} and (one.cue.meaning == SOFT or _says_but(words, one, other)):
            joint = WAIVED if overrules(words, other) else SOFT
        else:
            continue
        meant[place] = replace(one, cue=replace(one.cue, meaning=joint))
        meant[place + 1] = replace(other, cue=replace(other.cue, meaning=joint))
    return meant


def overrules(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Er vi glade for, men man behøver ikke kende det i forvejen": no wish is left."""
    clause = words[cue.first].clause
    said = {word.key for word in words[cue.first : cue.last + 1 + _BEHIND] if word.clause == clause}
    return cue.cue.meaning == WAIVED and not _OVERRULING.isdisjoint(said)


def _side_by_side(words: Sequence[Word], one: CueInText, other: CueInText) -> bool:
    between = words[one.last + 1 : other.first]
    if len(between) > _LONGEST or words[other.first].clause - words[one.last].clause > 2:
        return False
    # A duty and its wish in one clause are one phrase only with "men" between them, in two only over a comma.
    parted = words[one.last].clause != words[other.first].clause
    same = words[other.first].sentence == words[one.last].sentence
    refers = words[other.first].sentence - words[one.last].sentence == 1 and words[one.last + 1].key in _REFERRING
    refers = refers and not _leads(words, other)
    return parted and (same or refers) and all(word.key in _BETWEEN for word in between)


def _leads(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Det er ikke afgørende, om du har": it speaks of what comes, not of what was named."""
    said = words[cue.first : cue.last + 2]
    return any(word.key in _LINKS and word.sentence == words[cue.first].sentence for word in said)


def _says_but(words: Sequence[Word], one: CueInText, other: CueInText) -> bool:
    """ "Underordnet, hvis du har lyst" sets nothing against the first."""
    return any(word.key in _BUT for word in words[one.last + 1 : other.last + 1])


def _has_a_thing_of_its_own(words: Sequence[Word], one: CueInText, other: CueInText) -> bool:
    """ "Ufaglært er fint, intet krav om kørekort": the denial is of something that was not spoken of before."""
    behind = other.last + 1
    if other.cue.meaning != WAIVED or words[other.last].key not in _TAKES_A_THING or behind >= len(words):
        return False
    clause, sentence = words[other.last].clause, words[one.first].sentence
    before = {word.key for word in words[: one.first] if word.sentence == sentence and len(word.key) >= _TELLING}
    named = {word.key for word in words[behind:] if word.clause == clause}
    return words[behind].clause == clause and words[behind].key not in _IT and before.isdisjoint(named)
