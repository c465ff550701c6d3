"""Experience without the word: what somebody has done before, or must have done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.past_work.experience_in import key_of_title
from taxonomy.reading.past_work.names import is_name
from taxonomy.reading.past_work.own_words import meant_by
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_TRIED = frozenset({"proevet", "koert", "lavet", "brugt"})
_BEEN = frozenset({"vaeret", "arbejdet", "staaet", "siddet"})
_LUGGAGE = frozenset({"bagagen", "baggagen", "rygsaekken", "cv", "bagage"})
_IN = frozenset({"i", "paa", "hos"})
_GENERAL = word_set("own_words", "general")
_SINCE = word_set("experience", "since")
_BEFORE = word_set("experience", "before")
_HAVING = word_set("experience", "having")
_WORKED = word_set("experience", "worked")
_NEAR = 12  # words before the one that says it


def says_done(words: Sequence[Word], index: int) -> bool:
    """Whether the word says so: "før", "bagagen" in "med i bagagen"."""
    carried = words[index].key in _LUGGAGE and index > 0 and words[index - 1].key in _IN
    return carried or words[index].key in _BEFORE


def done_before(words: Sequence[Word], index: int, things: Sequence[Thing]) -> list[Thing]:
    """ "Har gerne lavet sushi før", "salg før er godt": what somebody has done is experience with it."""
    after = words[index + 1] if index + 1 < len(words) else None
    ends = after is None or after.clause != words[index].clause or after.key in _SINCE
    clause = words[index].clause
    done = [thing for thing in things if words[thing.first].clause == clause and thing.last < index]
    done = [thing for thing in done if thing.kind is RequirementKind.SKILL and not is_name(thing.key)]
    beside = bool(done) and done[-1].last == index - 1
    has = any(
        word.clause == clause and word.key in _HAVING | _WORKED | _TRIED | _BEEN
        for word in words[max(0, index - _NEAR) : index]
    )
    if not ends or not (has or beside):
        return []
    return [replace(thing, kind=RequirementKind.EXPERIENCE) for thing in done] or _been_in(words, index)


def _been_in(words: Sequence[Word], index: int) -> list[Thing]:
    """ "Har været i bank før": the place by its own word."""
    if index < 3 or words[index - 2].key not in _IN or words[index - 3].key not in _BEEN:
        return []
    if words[index - 1].key in _GENERAL:
        return []
    place = words[index - 1]
    key = meant_by(place.key) or key_of_title(place.text.lower())
    return [Thing(RequirementKind.EXPERIENCE, key, index - 1, index - 1)]
