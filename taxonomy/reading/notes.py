"""Notes, as they are typed while a caller talks: "AB18, dalux. e-conomic superbruger!!"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.meanings import ASKED
from taxonomy.reading.names import is_name
from taxonomy.reading.thing import Thing
from taxonomy.reading.told import only_told
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_WHO = word_set("notes", "who")
_VERBS = word_set("predicates", "verbs")
_LONGEST = 9  # words of a note


def noted(words: Sequence[Word], found: Sequence[Thing], meant: Sequence[str | None]) -> list[str | None]:
    """The meanings; a program or paper that a note names and nobody says more of, is asked for.

    A note is short and names nobody who does or uses anything.
    """
    silent = [place for place, thing in enumerate(found) if meant[place] is None and _is_program(thing)]
    if not silent:
        return list(meant)
    notes = {
        sentence
        for sentence, group in groupby(words, key=lambda word: word.sentence)
        if _is_note([word.key for word in group])
    }
    settled = list(meant)
    for place in silent:
        if words[found[place].first].sentence in notes and not _is_said_of(words, found[place]):
            settled[place] = ASKED
    return settled


def _is_said_of(words: Sequence[Word], thing: Thing) -> bool:
    """ "Excel er kun for chefen": something that no rule knows is said of it."""
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    said = after is not None and after.key in _VERBS and after.clause == words[thing.last].clause
    return said or only_told(words, thing)


def _is_note(keys: Sequence[str]) -> bool:
    return len(keys) <= _LONGEST and not _WHO.intersection(keys)


def _is_program(thing: Thing) -> bool:
    """Programs and papers, not what somebody will do all day."""
    return thing.kind is RequirementKind.CERTIFICATE or (thing.kind is RequirementKind.SKILL and is_name(thing.key))
