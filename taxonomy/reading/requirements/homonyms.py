"""Bare words that could name one of our things and by their company do not: the lift that is an elevator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_BEHIND = 2  # words behind the bare one
_FAR = 20  # words on either side that its sentence is looked at


@dataclass(frozen=True, slots=True)
class Company:
    """The bare `words` of a thing and the folded words that make something else of them."""

    words: frozenset[str]
    beside: frozenset[str]
    behind: frozenset[str]
    ahead: frozenset[str]


@cache
def companies() -> Mapping[str, Company]:
    """What makes something else of a bare word, by the key that the word stands for."""
    tables = TaxonomyFile(DATA / "reading" / "homonyms.toml").tables(
        required=frozenset({"words", "beside", "behind", "ahead"})
    )
    return {
        key: Company(*(frozenset(str(table[name]).split()) for name in ("words", "beside", "behind", "ahead")))
        for key, table in tables
    }


def without_homonyms(words: Sequence[Word], found: Sequence[Thing]) -> list[Thing]:
    """The things without those that only share their word with what the sentence speaks of."""
    return [thing for thing in found if not _is_another(words, thing)]


def _is_another(words: Sequence[Word], thing: Thing) -> bool:
    company = companies().get(thing.key)
    if company is None or thing.first != thing.last or words[thing.first].key not in company.words:
        return False
    sentence = words[thing.first].sentence
    near = words[max(0, thing.first - _FAR) : thing.last + 1 + _FAR]
    behind = {word.key for word in words[thing.last + 1 : thing.last + 1 + _BEHIND] if word.sentence == sentence}
    ahead = "_".join(word.key for word in words[max(0, thing.first - 2) : thing.first])
    beside = {word.key for word in near if word.sentence == sentence}
    return not (company.beside.isdisjoint(beside) and company.behind.isdisjoint(behind)) or ahead in company.ahead
