"""What experience is in where nobody listed it: the text's own words, without those that say nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import base_lexicon, fold
from taxonomy.reading.past_work.years import LEAST
from taxonomy.reading.requirements.first_parts import by_first_part
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

WITH = word_set("experience", "with")
_EMPTY = word_set("own_words", "empty")
_GENERAL = word_set("own_words", "general")
_PEOPLE = word_set("own_words", "people")
_STOPS = word_set("own_words", "stops")
_DEFINITE = ("en", "et", "erne", "ene")
_HOW_LONG = LEAST | frozenset({"hvert"})  # "fra lager min. 2 år", "i hvert fald 1 år"
_COURSES = ("kursus", "kurser", "kurset", "kurserne")  # having been on one is a paper
_LONGEST = 4  # words of a key


@cache
def _meanings() -> Mapping[str, str]:
    """The key that folded own words stand for."""
    content = TaxonomyFile(DATA / "reading" / "done.toml").content["meaning"]
    return {fold(words): key for key, written in content.items() for words in comma_list(str(written))}


def meant_by(folded: str) -> str | None:
    """The key that folded own words stand for as experience; None where they stand for themselves."""
    return _meanings().get(folded)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A key made of the words first to last."""

    key: str
    first: int
    last: int


def own_words(words: Sequence[Word], index: int, end: int) -> OwnWords | None:
    """The key in the words behind `index` up to `end`, both ends included; None where they say nothing.

    "Fra en kommune" is "kommune", "med elever med ordblindhed" what those people have, "fra lignende job" nothing.
    """
    start = _first(words, index + 1, end)
    if start <= end and words[start].key in _PEOPLE:
        inner = _first(words, start + 1, end)
        start = inner if start + 1 < inner <= end else start
    last = start
    while last <= end and last - start < _LONGEST and words[last].key not in WITH | _STOPS | _HOW_LONG:
        if last > start and _opens_a_line(words, last):
            break  # a list that lost its bullets
        last += 1
    last -= 1
    if last < start:
        return None
    while last > start and words[last].key in _EMPTY:
        last -= 1
    if words[last].key in _EMPTY or not words[last].key.isalpha() or words[last].key.endswith(_COURSES):
        return None
    if start == last and words[last].key in _GENERAL:
        return None
    return OwnWords(_key(words[start : last + 1]), start, last)


def _opens_a_line(words: Sequence[Word], at: int) -> bool:
    """A capital between small letters: "erfaring med lejer Gode engelskkundskaber"."""
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].clause == words[at].clause else None
    between = after is not None and after.text.islower() and words[at - 1].text.islower()
    return between and words[at].text.istitle()


def _first(words: Sequence[Word], start: int, end: int) -> int:
    while start <= end and words[start].key in WITH | _EMPTY:
        start += 1
    return start


def _key(own: Sequence[Word]) -> str:
    text = " ".join(word.text.lower() for word in own)
    if (meant := _meanings().get(fold(text))) is not None:
        return meant
    if len(own) == 1 and (first := by_first_part(own[0])) is not None:
        return first
    if len(own) > 1 or not own[0].key.endswith(_DEFINITE):
        return text
    base = base_lexicon().base_of(text)
    return base if base is not None and fold(base) != own[0].key else text
