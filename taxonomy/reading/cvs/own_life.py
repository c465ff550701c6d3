"""What a CV says of its writer's own illness, benefit or past is no skill: "jeg har diabetes", "efter fængsel"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_NEAR = 3  # words before it that say whose it is


def of_own_life(words: Sequence[Word], thing: Thing, found: Sequence[Thing], *, headline: bool = False) -> bool:
    """Whether the words tell of the writer and not of work: nobody may be weighed by that, for better or worse.

    `found` are all things of the text. A headline is work unless its words say otherwise; elsewhere silence is private,
    unless another skill stands in the same sentence.
    """
    if thing.key not in _private_keys():
        return False
    sentence = words[thing.first].sentence
    if any(word.sentence == sentence and word.key in _word_lists()["patient"] for word in words[: thing.first]):
        return True
    inside, behind = words[thing.first : thing.last + 1], words[thing.last + 1 :]
    if any(_is(word, "work") for word in inside) or _begins(behind, sentence, "training"):
        return False
    for word in reversed(words[max(0, thing.first - _NEAR) : thing.first]):
        if word.sentence != sentence or _is(word, "work"):
            break
        if word.key in _word_lists()["own"]:
            return not _people_before(words, thing)
    if headline or _begins(words, sentence, "work", without=thing):
        return False
    return not any(_is_other_skill(words, thing, other) for other in found)


def _people_before(words: Sequence[Word], thing: Thing) -> bool:
    """ "Unge med autisme", "arbejdede i mange år med demens": close words say with, words further off with whom."""
    clause = words[thing.first].clause
    return any(word.clause == clause and _is(word, "work") for word in words[: thing.first])


def _begins(words: Sequence[Word], sentence: int, name: str, without: Thing | None = None) -> bool:
    return any(
        word.sentence == sentence and _is(word, name)
        for place, word in enumerate(words)
        if without is None or not without.first <= place <= without.last
    )


def _is(word: Word, name: str) -> bool:
    return word.key.startswith(_word_lists()[name])


def _is_other_skill(words: Sequence[Word], thing: Thing, other: Thing) -> bool:
    same = words[other.first].sentence == words[thing.first].sentence
    return same and other.kind is RequirementKind.SKILL and other.key not in _private_keys()


@cache
def _private_keys() -> frozenset[str]:
    return frozenset(map(str, TaxonomyFile(DATA / "reading" / "own_life.toml").content["keys"]))


@cache
def _word_lists() -> dict[str, tuple[str, ...]]:
    content = TaxonomyFile(DATA / "reading" / "own_life.toml").content
    return {name: tuple(str(content[name]).split()) for name in ("work", "training", "own", "patient")}
