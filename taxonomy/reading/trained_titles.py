"""Trainings that no list holds: "uddannet skorstensfejer" asks for the training of that title."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.practised import Labelled
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_TRAINED = word_set("professions", "learned") | word_set("professions", "bare_learned")
_LED = frozenset({"som", "as", "til"})
_PAPERS = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION})


def trained_titles(words: Sequence[Word], found: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    """An education under the title's label for each title right behind a word of training that names no education."""
    taken = {place for thing in found if thing.kind in _PAPERS for place in range(thing.first, thing.last + 1)}
    return [
        Thing(RequirementKind.EDUCATION, titled.label, titled.title.first, titled.title.last)
        for titled in titles
        if _is_trained(words, titled.title.first)
        and taken.isdisjoint(range(titled.title.first, titled.title.last + 1))
        and titled.title.first - 1 not in taken
    ]


def _is_trained(words: Sequence[Word], first: int) -> bool:
    before = first - 1
    if before > 0 and words[before].key in _LED:
        before -= 1
    return before >= 0 and words[before].key in _TRAINED and words[before].clause == words[first].clause
