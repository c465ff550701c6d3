"""A field cut into fine words with their clause and sentence, for matching phrases against."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from taxonomy.language import ABBREVIATIONS, fold
from taxonomy.reading.findings import Quote, TextField
from taxonomy.reading.word_sets import word_set

# Finer than language.tokens: "sosu-hjælper" is two words here, so that spaces, hyphens and slashes do not matter.
_WORD = re.compile(
    r"""
    (?<!\w)[BCDbcd]1?\s?[/+]\s?[eE](?!\w)     # C/E, B+E, C1 / E: one licence category
    | §\s?\d+ | \.(?:NET|net)\b
    | \d+(?:[.,]\d+)?(?:\+(?!\w))?
    | [^\W\d_][^\W_]*(?:\#|\+\+|)
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?;\n\r•·*|]|[–—]\s")
_CLAUSE_END = re.compile(r"[,()]|\s-\s")
_BLOCK = 200  # words read together; longer than nearly every order and CV
_LONGEST_SENTENCE = 150  # words; text without any full stop is cut here
BUT = frozenset({"men", "but", "dog", "aber", "ale", "mens", "hvorimod", "however"})
_CUT_SHORT = ("udd", "cert", "erf", "kval", "ass", "sek", "koord", "afd", "pl")  # "specialudd. + aut."
_NO_END_AFTER = word_set("words", "no_end_after")


@dataclass(frozen=True, slots=True)
class Word:
    """One fine word: `key` is what phrases compare, `gap` the text between the word before and this one."""

    text: str
    key: str
    start: int
    end: int
    gap: str
    clause: int
    sentence: int


def cut(text: str, key_of: Callable[[str], str] = fold) -> list[Word]:
    """The fine words of a text in order; `key_of` folds and may mend a spelling; linear time."""
    found: list[Word] = []
    clause = sentence = after = opened = 0
    for match in _WORD.finditer(text):
        raw, gap = match[0], text[after : match.start()]
        if found and (len(found) - opened >= _LONGEST_SENTENCE or _ends_sentence(gap, found[-1], raw)):
            sentence, clause, opened = sentence + 1, clause + 1, len(found)
        elif found and (_CLAUSE_END.search(gap) or fold(raw) in BUT):
            clause += 1
        key = _joined(raw) if not raw.isalpha() else key_of(raw)
        found.append(Word(raw, key, match.start(), match.end(), gap, clause, sentence))
        after = match.end()
    return found


def blocks(words: list[Word]) -> Iterator[list[Word]]:
    """The words in runs of whole sentences of about 200 words, so that reading stays linear in long texts."""
    start = 0
    for index in range(1, len(words)):
        if index - start >= _BLOCK and words[index].sentence != words[index - 1].sentence:
            yield words[start:index]
            start = index
    yield words[start:]


def _joined(raw: str) -> str:
    return fold("".join(raw.split())).replace("+e", "/e").removesuffix("+" if raw[0].isdecimal() else "")


def _ends_sentence(gap: str, before: Word, raw: str) -> bool:
    ends = _SENTENCE_END.search(gap)
    if ends is None or ends[0] != ".":
        return ends is not None
    if not gap.startswith("."):
        return True
    if gap == "." and (raw[0].islower() or raw[0].isdecimal()):
        return False  # f.eks, cand.merc, 30.6
    if (
        before.key in _NO_END_AFTER
        or (before.key.endswith(_CUT_SHORT) and not raw[0].isupper())
        or (before.key in ABBREVIATIONS and not raw[0].isupper())
    ):
        return False
    return not (before.key.isdecimal() and raw[0].islower() and len(before.key) <= 2)  # "1. maj", "9. klasse"


def quote(field: TextField, words: list[Word], first: int, last: int) -> Quote:
    """The field's own words from one word to another, both included."""
    start, end = words[first].start, words[last].end
    return Quote(field.name, field.index, start, end, field.text[start:end])
