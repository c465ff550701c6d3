"""Notes: sentences of nothing but names, as they are typed while a caller talks: "AB18, dalux. navision."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.meanings import ASKED
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_SMALL = word_set("notes", "small")


def noted(words: Sequence[Word], found: Sequence[Thing], meant: Sequence[str | None]) -> list[str | None]:
    """The meanings; a program that a note names and nobody says more of, is asked for."""
    silent = [place for place, thing in enumerate(found) if meant[place] is None and _is_program(thing)]
    if not silent:
        return list(meant)
    taken = {index for thing in found for index in range(thing.first, thing.last + 1)}
    notes = {
        sentence
        for sentence, group in groupby(range(len(words)), key=lambda index: words[index].sentence)
        if all(index in taken or words[index].key in _SMALL or words[index].key.isdecimal() for index in group)
    }
    settled = list(meant)
    for place in silent:
        if words[found[place].first].sentence in notes:
            settled[place] = ASKED
    return settled


def _is_program(thing: Thing) -> bool:
    return thing.kind is RequirementKind.SKILL and thing.key[0].isupper()
