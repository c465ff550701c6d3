"""Trainings that somebody has yet to begin: what an apprentice will become, and courses that somebody would like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_FRAME = word_set("goals", "frame")
_SMALL = word_set("goals", "small")
_LIKING = word_set("goals", "liking")
_TAKING = word_set("goals", "taking")
_WILL, _BE = frozenset({"vil", "ville", "oensker", "want", "wants"}), word_set("goals", "be")
_HAVE = frozenset({"have"})  # "vi vil have en pædagog" is about whoever is sought
_OR, _COURSES = frozenset({"eller", "og", "or", "and"}), ("uddannelsen", "uddannelserne")
_AT = frozenset({"paa", "til", "i", "for", "ved"})
_FAR = 7  # words before the training that are looked at
_PAPERS = frozenset({RequirementKind.CERTIFICATE, RequirementKind.DRIVING_LICENCE})


def with_goals(words: Sequence[Word], named: Sequence[Thing]) -> list[Thing]:
    """The things; what nobody has yet is waived: "vil uddannes til kok", "overvejer sygepleje", "underviser på X"."""
    kept: list[Thing] = []
    last: Thing | None = None  # the last goal, whose frame holds for what is joined to it
    for one in named:
        thing = one
        if _is_a_goal(words, thing) or (last is not None and _goes_on(words, last, thing)):
            last = thing
            thing = replace(thing, meaning="waived", title=False)
        kept.append(thing)
    return kept


def _is_a_goal(words: Sequence[Word], thing: Thing) -> bool:
    if thing.meaning is not None:
        return False
    clause = words[thing.first].clause
    near = words[max(0, thing.first - _FAR) : thing.first]
    before = [word.key for word in near if word.clause == clause]
    while before and before[-1] in _SMALL:
        before.pop()
    if not before:
        return False
    if thing.kind in _PAPERS:
        return before[-1] in _TAKING and not _LIKING.isdisjoint(before) and "eller" not in before
    if thing.kind is not RequirementKind.EDUCATION:
        return before[-1] in _LIKING
    course = words[thing.last].key.endswith(_COURSES)
    return (
        before[-1] in _FRAME | _LIKING
        or (before[-1] in _TAKING and not _LIKING.isdisjoint(before))
        or (before[-1] in _BE and not _WILL.isdisjoint(before[-3:-1]) and (course or before[-1] not in _HAVE))
        or (course and words[thing.first - 1].key in _AT)
    )


def _goes_on(words: Sequence[Word], goal: Thing, thing: Thing) -> bool:
    between = words[goal.last + 1 : thing.first]
    joined = thing.first <= goal.last or (len(between) == 1 and between[0].key in _OR)
    return thing.kind is goal.kind and joined
