"""Texts without what they say of the person: name, age, sex, family, origin, health, benefit, spells without work.

Ranking, finding and the words read aloud see texts in this form alone. The words stand in neutral_words.toml, which a
domain person edits; what no phrase of it covers stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from taxonomy.kin import kin_clauses
from taxonomy.language import STOP_WORDS, fold, tokens, words
from taxonomy.personal_phrases import personal_phrases, titles_without_sex

SEXED_ENDS = (("kvinden", "manden"), ("kvinder", "mænd"), ("kvinde", "mand"), ("damen", "manden"), ("dame", "mand"))
SHORTEST_FIRST_PART = 4  # letters before an end that names a sex; "derinde" is no feminine
_INDE = re.compile(r"(er|ør|oer|ær|aer|ist|ent)inde(n|r|rne)?$")
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*|[.!?;\n]+")
_PART = re.compile(r"[^\W_]+")  # "e-bike" says "bike" too
_DOUBLE = re.compile(r"(?<![\w-])(\w+)(?:\s+\1(?![\w-]))+", re.IGNORECASE)
_LOST_COMMA = re.compile(r"^[\s,:–-]+|[\s,]+$|\s{2,}(?=[.,;!?])|,(?=\s{2,}[.,;!?])")  # where what stood between is gone


def without_person(text: str) -> str:
    """The text, as long as it was, with spaces for what it says of the person and for words said twice running.

    Other words keep their places.
    """
    for start, end in (*kin_clauses(text), *personal_phrases(text)):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return _DOUBLE.sub(lambda found: found[1].ljust(len(found[0])), text)


@lru_cache(maxsize=4096)  # what is said of a person is looked at from several sides
def comparable(text: str) -> str:
    """The text as it is held against others: without the person, titles without a sex, nothing said twice."""
    bare = without_person(text)
    kept = list(_news(bare))
    whole = _titles_neutral("".join(bare[start:end] for start, end in kept))
    tidy = " ".join(_LOST_COMMA.sub("", whole).split())
    # A sentence whose first words are left out begins with a capital letter as it did.
    began = text[kept[0][0] :].lstrip()[:1] if kept else ""
    return tidy[:1].upper() + tidy[1:] if began.isupper() else tidy


def comparable_list(texts: Sequence[str]) -> str:
    """Several short texts as one, the same in whatever order they came and however often each was said."""
    said = {fold(one): one for one in sorted(filter(None, map(comparable, texts)), reverse=True)}
    return ", ".join(said[key] for key in sorted(said))


def _titles_neutral(text: str) -> str:
    """The text with titles that name a sex in the form that names none."""
    if not any(map(title_without_sex, words(text))):
        return text
    for word in reversed(tokens(text)):
        if title := title_without_sex(word.text):
            text = f"{text[: word.start]}{title}{text[word.end :]}"
    return text


@lru_cache(maxsize=100_000)
def title_without_sex(word: str) -> str | None:
    """The word in the form that names no sex; None where it names none."""
    if found := titles_without_sex().get(fold(word)):
        return found.capitalize() if word[0].isupper() else found
    for end, other in SEXED_ENDS:
        if word.lower().endswith(end) and len(word) >= len(end) + SHORTEST_FIRST_PART:
            return word[: -len(end)] + other
    without = _INDE.sub(r"\1", word)
    return without if without != word and len(without) >= SHORTEST_FIRST_PART else None


def _news(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the sentences that say a telling word not said before."""
    said = set(STOP_WORDS)
    for sentence in _SENTENCE.finditer(text):
        found = [fold(word) for word in words(sentence[0])]
        if not said.issuperset(found):
            yield sentence.span()
        said.update(found, *(_PART.findall(word) for word in found if "-" in word or "/" in word))
