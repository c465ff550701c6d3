"""Skills that the words ask somebody to know, whatever else they ask: "en, der ved noget om kosttilskud"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.files import comma_list
from taxonomy.reading.cue import HARD
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.meanings import ASKED
from taxonomy.reading.names import is_name
from taxonomy.reading.phrases import PhraseIndex
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

# "Tryg ved CTG", "har forstand på planter": said of a person, before what that person knows.
_KNOWING: PhraseIndex[bool] = PhraseIndex(
    (
        (wording, True)
        for wording in comma_list(
            "kendskab til, kendskab inden for, viden om, indsigt i, forstand på, fortrolig med, begreb om, styr på, "
            "tryg ved, trygge ved, hjemmevant i, sikker i, ferm til, habil til, skrap til, skarp til, dygtig til, "
            "øvet i, ved noget om, ved lidt om, ved en masse om, ved en del om, ved alt om, kender noget til, "
            "kender lidt til, familiar with, knowledge of, proficient in"
        )
    ),
    inflected=False,
)
_OTHERS = word_set("perfects", "others")
_WHO = frozenset({"der", "som", "who"})
_OURS = frozenset({"vores", "min", "jeres", "our"})
_NEAR = 2  # words between the knowing and what is known
_WORK = 4  # words between "der" and the program that somebody works in


def asked_to_know(words: Sequence[Word], thing: Thing, titles: frozenset[int]) -> str | None:
    """How a skill that somebody who is sought knows is asked for; `titles` are the last words of the titles."""
    if thing.kind is not RequirementKind.SKILL:
        return None
    if is_name(thing.key) and _worked_in(words, thing, titles):
        return HARD  # a wish would have a word that says so
    return ASKED if _known(words, thing) else None


def _known(words: Sequence[Word], thing: Thing) -> bool:
    clause = words[thing.first].clause
    start = thing.first
    while start and words[start - 1].clause == clause:
        start -= 1
    before = words[start : thing.first]
    if any(word.key in _OTHERS for word in before):
        return False
    return any(len(before) - 1 - match.last <= _NEAR for match in _KNOWING.find(before))


def _worked_in(words: Sequence[Word], thing: Thing, titles: frozenset[int]) -> bool:
    """ "En bygningskonstruktør, der tegner i Revit"; not "vores bogholder, der sidder i Navision"."""
    near = range(max(1, thing.first - _WORK), thing.first)
    who = next((place for place in near if words[place].key in _WHO and place - 1 in titles), None)
    if who is None or words[who].sentence != words[thing.first].sentence:
        return False
    return not any(word.key in _OURS for word in words[max(0, who - 3) : who])
