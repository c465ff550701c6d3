"""Notes, as they are typed while a caller talks: "AB18, dalux. e-conomic superbruger!!"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.meanings import ASKED
from taxonomy.reading.moods.told import only_told
from taxonomy.reading.past_work.names import is_name
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Meant, Thing

_WHO = word_set("notes", "who")
_VERBS = word_set("predicates", "verbs")
_PAPERS = frozenset({RequirementKind.CERTIFICATE, RequirementKind.CRIMINAL_RECORD, RequirementKind.DRIVING_LICENCE})
_LONGEST = 9  # words of a note


def noted(words: Sequence[Word], found: Sequence[Meant]) -> list[Meant]:
    """The findings; a program or paper that a note names and nobody says more of, is asked for.

    A note is short and names nobody who does or uses anything.
    """
    if not any(one.meaning is None and _is_program(one.thing) for one in found):
        return list(found)
    notes = {
        sentence
        for sentence, group in groupby(words, key=lambda word: word.sentence)
        if _is_note([word.key for word in group])
    }
    return [
        replace(one, meaning=ASKED)
        if one.meaning is None
        and _is_program(one.thing)
        and words[one.thing.first].sentence in notes
        and not _is_said_of(words, one.thing)
        else one
        for one in found
    ]


def _is_said_of(words: Sequence[Word], thing: Thing) -> bool:
    """ "Excel er kun for chefen": something that no rule knows is said of it."""
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    said = after is not None and after.key in _VERBS and after.clause == words[thing.last].clause
    return said or only_told(words, thing)


def _is_note(keys: Sequence[str]) -> bool:
    return len(keys) <= _LONGEST and not _WHO.intersection(keys)


def _is_program(thing: Thing) -> bool:
    """Programs and papers, not what somebody will do all day."""
    return thing.kind in _PAPERS or (thing.kind is RequirementKind.SKILL and is_name(thing.key))
