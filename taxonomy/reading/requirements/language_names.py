"""The names of languages and the wordings of how well somebody knows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import load_vocabulary
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, cut

NATIVE = "modersmål"
CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
COMPOUND_ENDS = ("talende", "kundskaber", "kendskab", "sproglig", "sproget", "faerdigheder", "niveau", "sprog")
_JOINED = frozenset({"og", "eller", "el", "or", "and"})


@dataclass(frozen=True, slots=True)
class LevelWording:
    """A level by a wording; a verb says least."""

    level: str
    verb: bool


@cache
def language_names() -> PhraseIndex[str]:
    """The names of the languages and the compounds made of them, with their Danish names."""
    names = [
        (wording, entry.key)
        for entry in load_vocabulary().values()
        if entry.kind is RequirementKind.LANGUAGE
        for wording in entry.wordings
    ]
    danish = [(name + end, key) for name, key in names if name == key for end in COMPOUND_ENDS]
    plural = [(f"{name}e", key) for name, key in names if name == key and name.endswith("sk")]  # "engelske manualer"
    used = [(use + name, key) for name, key in names if name == key for use in _uses()]  # "forhandlingsengelsk"
    return PhraseIndex([*names, *danish, *plural, *used], inflected=False)


def _uses() -> frozenset[str]:
    """What a language is spoken for, as the first part of a compound."""
    return word_set("language_demands", "uses")


@cache
def level_wordings() -> PhraseIndex[LevelWording]:
    """The wordings of the levels, the levels themselves among them."""
    tables = TaxonomyFile(DATA / "reading" / "language_levels.toml").tables(required=frozenset({"words", "verbs"}))
    wordings = [
        (wording, LevelWording(level, verb=column == "verbs"))
        for level, table in tables
        for column in ("words", "verbs")
        for wording in comma_list(str(table[column]))
    ]
    return PhraseIndex([*wordings, *((level, LevelWording(level, verb=False)) for level in CEFR)], inflected=False)


@lru_cache(maxsize=10_000)
def language_key(name: str) -> str:
    """The Danish name of a language by any of its names; the name itself, folded to lower case, where unknown."""
    found = language_names().find(cut(name))
    return found[0].payloads[0] if found else " ".join(name.lower().split())


@lru_cache(maxsize=10_000)
def language_level(wording: str) -> str:
    """A1 to C2 or "modersmål" by any wording ("flydende", "B2+"); empty where the wording says none."""
    found = level_wordings().find(cut(wording))
    best = min(
        found,
        key=lambda level: (level.payloads[0].verb, level.payloads[0].level not in CEFR, level.first),
        default=None,
    )
    if best is None and fold(wording).startswith(("begynd", "begin")):
        return CEFR[0]
    return best.payloads[0].level if best else ""


def goes_on(words: Sequence[Word], place: int) -> bool:
    """Whether the word is the next name of a list of languages, or what joins it."""
    joins = words[place].key in _JOINED and place + 1 < len(words) and words[place + 1].key in _names()
    return joins or words[place].key in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(language_names().words())
