"""Removes from texts what they tell about the person: name, age, gender, family, origin, health, benefits, idle spells.

Search, ranking and explanations see texts only in this form. The phrases stand in neutral_words.toml, which a domain
expert edits; what no phrase covers is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from taxonomy.language import STOP_WORDS, fold, tokens, words
from taxonomy.neutral.kin import kin_clauses
from taxonomy.neutral.personal_numbers import personal_numbers
from taxonomy.neutral.personal_phrases import gender_neutral_titles, health_kind_phrases, personal_phrases

GENDERED_ENDINGS = (
    ("kvinden", "manden"),
    ("kvinder", "mænd"),
    ("kvinde", "mand"),
    ("damen", "manden"),
    ("dame", "mand"),
)
SHORTEST_FIRST_PART = 4  # letters before a gendered ending; "derinde" is no feminine
_INDE = re.compile(r"(er|ør|oer|ær|aer|ist|ent)inde(n|r|rne)?$")
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*|[.!?;\n]+")
_PART = re.compile(r"[^\W_]+")  # "e-bike" says "bike" too
_DOUBLE = re.compile(r"(?<![\w-])(\w+)(?:\s+\1(?![\w-]))+", re.IGNORECASE)
# Orphaned punctuation. A run of spaces is looked at once, from its start: a word said a thousand times leaves as many.
_LOST_COMMA = re.compile(r"^[\s,:–-]+|\(\s*+\)|(?<![\s,])[\s,]++$|(?<!\s)\s{2,}+(?=[.,;!?])|,(?=\s{2,}+[.,;!?])")


def without_personal_details(text: str) -> str:
    """The text at its full length, with spaces in place of what it tells about the person and of repeated words.

    All other words keep their positions.
    """
    text = _blanked(text, (*kin_clauses(text), *personal_phrases(text), *personal_numbers(text)))
    return _DOUBLE.sub(lambda found: found[1].ljust(len(found[0])), text)


@lru_cache(maxsize=4096)  # the same text is compared by several signals
def comparable(text: str) -> str:
    """The text as it is compared: nothing about the person, titles gender-neutral, nothing said twice.

    Nor does it ask for a kind of job that is granted for health reasons: that is a wish, weighed by itself.
    """
    bare = without_personal_details(text)
    bare = _blanked(bare, health_kind_phrases(bare))
    kept = list(_news(bare))
    whole = _titles_neutral("".join(bare[start:end] for start, end in kept))
    tidy = " ".join(_LOST_COMMA.sub("", whole).split())
    # A sentence whose first words are left out begins with a capital letter as it did.
    began = text[kept[0][0] :].lstrip()[:1] if kept else ""
    return tidy[:1].upper() + tidy[1:] if began.isupper() else tidy


def _blanked(text: str, passages: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in place of the passages."""
    for start, end in passages:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def comparable_list(texts: Sequence[str]) -> str:
    """Several short texts as one that depends neither on their order nor on repetition."""
    said = {fold(one): one for one in sorted(filter(None, map(comparable, texts)), reverse=True)}
    return ", ".join(said[key] for key in sorted(said))


def _titles_neutral(text: str) -> str:
    """The text with gendered titles replaced by neutral ones."""
    if not any(map(gender_neutral_title, words(text))):
        return text
    for word in reversed(tokens(text)):
        if title := gender_neutral_title(word.text):
            text = f"{text[: word.start]}{title}{text[word.end :]}"
    return text


@lru_cache(maxsize=100_000)
def gender_neutral_title(word: str) -> str | None:
    """The gender-neutral form of the word; None where the word is not gendered."""
    if found := gender_neutral_titles().get(fold(word)):
        return found.capitalize() if word[0].isupper() else found
    for end, other in GENDERED_ENDINGS:
        if word.lower().endswith(end) and len(word) >= len(end) + SHORTEST_FIRST_PART:
            return word[: -len(end)] + other
    without = _INDE.sub(r"\1", word)
    return without if without != word and len(without) >= SHORTEST_FIRST_PART else None


def _news(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence with a word, other than a stop word, that no earlier sentence had."""
    said = set(STOP_WORDS)
    for sentence in _SENTENCE.finditer(text):
        found = [fold(word) for word in words(sentence[0])]
        if not said.issuperset(found):
            yield sentence.span()
        said.update(found, *(_PART.findall(word) for word in found if "-" in word or "/" in word))
