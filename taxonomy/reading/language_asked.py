"""Languages counted up, and said how well without naming a level: "dansk nok til at læse en seddel"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.language_names import language_names
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_HOW_WELL = word_set("language_demands", "how_well")
_JOINED = frozenset({"og", "eller", "el", "or", "and"})
_PERSON = word_set("cues", "person")
_NO_VERBS = frozenset({"eller", "der", "er"})
_NEAR = 10  # words of the clause beside the language
_ONE = frozenset({"en", "et", "enten", "mindst"})


def is_said_how_well(words: Sequence[Word], thing: Thing) -> bool:
    """ "Dansk nok til at læse en seddel", "engelsk, så man kan forstå det", "dansk el. engelsk, et af dem"."""
    behind = [word for word in words[thing.last + 1 : thing.last + 7] if word.sentence == words[thing.last].sentence]
    keys = [word.key for word in behind]
    # "Dansk/engelsk nok til at": what is said of the last of several holds for each.
    while len(keys) > 1 and keys[0] in _JOINED | _names():
        keys = keys[1:]
    one_of_them = keys[:1] != [] and keys[0] in _ONE and keys[1:3] == ["af", "dem"]
    return one_of_them or (thing.kind is RequirementKind.LANGUAGE and keys[:1] != [] and keys[0] in _HOW_WELL)


def is_said_of_the_person(words: Sequence[Word], thing: Thing) -> bool:
    """ "Du formulerer dig klart på dansk", "du begår dig på engelsk og tysk": what the person does in it."""
    if thing.kind is not RequirementKind.LANGUAGE:
        return False
    before = [
        word.key
        for word in words[max(0, thing.first - _NEAR) : thing.first]
        if word.clause == words[thing.first].clause
    ]
    person = next((place for place, key in enumerate(before) if key in _PERSON), None)
    return person is not None and any(
        key.endswith("r") and key not in _NO_VERBS for key in before[person + 1 : person + 2]
    )


def goes_on(words: Sequence[Word], place: int) -> bool:
    """Whether the word is the next name of a list of languages, or what joins it."""
    joins = words[place].key in _JOINED and place + 1 < len(words) and words[place + 1].key in _names()
    return joins or words[place].key in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(language_names().words())
