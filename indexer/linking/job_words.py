"""Glosses titles of other languages in English, word by word, by a vocabulary of the words in job titles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from taxonomy.language import fold

FILE = Path(__file__).parent / "data" / "job_words.toml"
KEPT_AS_IT_IS = 4  # letters; a shorter word that nothing is known of is mostly an article
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _JobWord:
    """A word or phrase as it stands in a folded title, and its English meaning; `pattern` where it has open ends."""

    written: str
    pattern: re.Pattern[str] | None
    english: str

    def place(self, text: str) -> tuple[int, int] | None:
        if self.pattern is None:
            at = text.find(self.written)
            return (at, at + len(self.written)) if at >= 0 else None
        found = self.pattern.search(text)
        return found.span() if found else None


def gloss(title: str) -> str:
    """The title in English words, in its own order, other words as they are; empty where no word is known."""
    text = f" {' '.join(_WORD.findall(fold(title)))} "
    found = sorted(_found(text))
    if not found:
        return ""
    told: list[str] = []
    at = 0
    for word in text.split():
        end = at + len(word) + 1
        told += [english for start, _, english in found if at <= start < end]
        if len(word) >= KEPT_AS_IT_IS and not any(start < end and past > at + 1 for start, past, _ in found):
            told.append(word)
        at = end
    return " ".join(dict.fromkeys(told))


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Where known words begin and end, the longest first; no letter is read twice."""
    left = text
    for word in _job_words():
        if place := word.place(left):
            start, end = place
            left = left[:start] + re.sub(r"\S", "\0", left[start:end]) + left[end:]
            yield start, end, word.english


def foreign_words() -> Iterator[tuple[str, bool, bool]]:
    """Every word of the vocabulary, unfolded, and whether letters may stand before and after it."""
    for _, written in _written():
        for part in written.lower().split():
            if bare := part.strip("*"):
                yield bare, part.startswith("*"), part.endswith("*")


def _written() -> Iterator[tuple[str, str]]:
    for line in tomllib.loads(FILE.read_text(encoding="utf-8"))["words"].strip().splitlines():
        english, _, words = line.partition(":")
        yield from ((english.split("/")[0].strip(), word) for word in map(str.strip, words.split(",")) if word)


@cache
def _job_words() -> tuple[_JobWord, ...]:
    meanings: dict[str, str] = {}
    for english, word in _written():
        meanings.setdefault(_as_in_titles(word), english)
    found = [_JobWord(written, _open(written), english) for written, english in meanings.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.written.strip(" *").replace("*", "")), one.written)))


def _as_in_titles(word: str) -> str:
    folded = re.sub(r"[^\w* ]+", " ", fold(word))
    bare = " ".join(folded.strip("* ").split())
    return f"{'' if folded.startswith('*') else ' '}{bare}{'' if folded.endswith('*') else ' '}"


def _open(written: str) -> re.Pattern[str] | None:
    return re.compile(re.escape(written).replace(r"\*", r"\w*")) if "*" in written else None
