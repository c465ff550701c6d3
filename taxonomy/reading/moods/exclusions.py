"""What nobody proposed may have already: "ingen pædagoguddannelse i forvejen (hverken pædagog eller lærer)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from taxonomy.reading.cue import EXCLUDED, Cue, CueInText
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.moods.turned_away import turned_away
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_ALREADY = word_set("exclusions", "already")
_NEITHER = word_set("exclusions", "neither")
_TRAINED = tuple(word_set("exclusions", "trained"))
_NONE = word_set("denials", "none")


def with_exclusions(
    words: Sequence[Word], named: Sequence[Thing], cues: Sequence[CueInText], *, demanded: bool
) -> list[CueInText]:
    """The cues with those that exclude educations by several words together.

    `demanded`: the text is an item of what is demanded, where "ingen sundhedsuddannelse" excludes and waives nothing.
    """
    trained = [thing for thing in named if thing.kind is RequirementKind.EDUCATION]
    away = set(turned_away(words, named))
    supposed = {words[place].clause for place in away}  # all that their clauses say is what somebody may be
    cues = [
        cue
        for cue in cues
        if words[cue.first].clause not in supposed and not any(_is_within(cue, thing) for thing in trained)
    ]
    taken = {words[cue.first].clause for cue in cues}
    own = [
        CueInText(Cue(EXCLUDED, before=True, after=False), place, place)
        for place in sorted({*_denied(words, named, demanded=demanded), *away})
        if words[place].clause not in taken
    ]
    return _counted_up(words, sorted([*cues, *own], key=lambda cue: cue.first))


def _denied(words: Sequence[Word], named: Sequence[Thing], *, demanded: bool) -> Iterator[int]:
    """The negators in whose clause an education is said to be there already, or that stand right before one."""
    already = {word.clause for word in words if word.key in _ALREADY}
    for thing in named:
        if thing.kind is not RequirementKind.EDUCATION:
            continue
        clause, before = words[thing.first].clause, thing.first - 1
        ahead = [at for at in range(thing.first) if words[at].clause == clause and is_negator(words, at)]
        if ahead and clause in already:
            yield ahead[-1]
        elif ahead == [before] and (_is_of_a_person(words, thing) or (demanded and words[before].key in _NONE)):
            yield before


def _is_of_a_person(words: Sequence[Word], thing: Thing) -> bool:
    """ "Ikke pædagogisk uddannet": somebody is or is not; "ikke pædagoguddannelse" may only not be needed."""
    return words[thing.last].key.endswith(_TRAINED)


def _is_within(cue: CueInText, thing: Thing) -> bool:
    """ "Pædagogisk uddannet": the last word belongs to the education."""
    return thing.first < cue.first and cue.last <= thing.last


def _counted_up(words: Sequence[Word], cues: Sequence[CueInText]) -> list[CueInText]:
    """ "Hverken SSH eller SSA" behind an exclusion, or with "i forvejen" behind it, says what is excluded."""
    already = {word.clause for word in words if word.key in _ALREADY}
    told: list[CueInText] = []
    for cue in cues:
        before = told[-1] if told else None
        near = before is not None and words[cue.first].sentence - words[before.last].sentence <= 1
        goes_on = near and before is not None and before.cue.meaning == EXCLUDED
        excludes = _is_neither(words, cue) and (goes_on or words[cue.first].clause in already)
        told.append(replace(cue, cue=replace(cue.cue, meaning=EXCLUDED)) if excludes else cue)
    return told


def _is_neither(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Hverken", "hverken uddannet", and not "hverken krav om"."""
    rest = words[cue.first + 1 : cue.last + 1]
    return words[cue.first].key in _NEITHER and all(word.key.endswith(_TRAINED) for word in rest)
