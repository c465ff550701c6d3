"""Glosses titles of other languages in English, word by word, by a vocabulary of the words in job titles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from taxonomy.language import fold
from taxonomy.language.detecting import common_words

FOLDER = Path(__file__).parent / "data" / "job_words"
SEVERAL = "several"  # the file whose words belong to no one language
KEPT_ENDING = 5  # letters behind what is known of a word; fewer are mostly its inflection
TELLING = 4  # letters; tej is Hungarian milk and the beginning of Spanish words
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a known word stands in a folded title, and what it means in English in a file's language."""

    start: int
    end: int
    english: str
    language: str


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Words as they stand in folded titles, with their meanings by language; those with a gap inside are patterns."""

    words: dict[str, dict[str, str]]
    gapped: tuple[tuple[re.Pattern[str], str, str, str], ...]  # pattern, its longest part, meaning, language
    longest: int

    def find(self, text: str) -> Iterator[_Found]:
        for start in range(len(text)):
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                for language, english in self.words.get(text[start:end], {}).items():
                    yield _Found(start, end, english, language)
        for pattern, part, english, language in self.gapped:
            if part in text:
                yield from (_Found(*found.span(), english, language) for found in pattern.finditer(text))


def gloss(title: str, explained: int = 0) -> str:
    """The title in English words, in its own order, other words as they are; empty where no word is known.

    `explained`: letters of the title that other words explain; a language that knows no more than those tells nothing.
    """
    text = f" {' '.join(_WORD.findall(fold(title)))} "
    found = _in_one_language(text)
    if sum(len(text[one.start : one.end].replace(" ", "")) for one in found) <= explained:
        return ""
    told = [one for _, one in sorted((*((one.start, one.english) for one in found), *_unknown(text, found)))]
    return " ".join(one for one in dict.fromkeys(told) if not any(_is_part(one, other) for other in told))


def _unknown(text: str, found: list[_Found]) -> Iterator[tuple[int, str]]:
    """Where letters stand that no known word covers, and these; articles and endings left out."""
    left = list(text)
    for one in found:
        left[one.start : one.end] = [letter if letter == " " else "\0" for letter in text[one.start : one.end]]
    for run in _WORD.finditer("".join(left)):
        if text[run.start() - 1] == " ":
            keep = len(run[0]) > 1 and run[0] not in common_words()
        else:
            keep = len(run[0]) >= KEPT_ENDING
        if keep:
            yield run.start(), run[0]


def _is_part(meaning: str, other: str) -> bool:
    """Whether another meaning says it too: attendant beside room attendant."""
    return set(meaning.split()) < set(other.split())


def _in_one_language(text: str) -> list[_Found]:
    """The known words of the language that knows most letters of the text, in their order."""
    found = list(_vocabulary().find(text))
    languages = sorted({one.language for one in found if _is_telling(text[one.start : one.end])})
    readings = [_longest_first(text, [one for one in found if one.language in {name, SEVERAL}]) for name in languages]
    return max(readings, key=lambda reading: (sum(one.end - one.start for one in reading), -len(reading)), default=[])


def _is_telling(written: str) -> bool:
    """Whether so many letters tell a language from its neighbours; other alphabets than the Latin always do."""
    letters = written.strip()
    return len(letters) >= TELLING or not letters.isascii()


def _longest_first(text: str, found: list[_Found]) -> list[_Found]:
    """Known words of which none covers a letter of another, the longest first chosen; in the order of the text."""
    free, chosen = [letter != " " for letter in text], []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.language == SEVERAL, one.start)):
        letters = [at for at in range(one.start, one.end) if text[at] != " "]
        if all(free[at] for at in letters):
            chosen.append(one)
            for at in letters:
                free[at] = False
    return sorted(chosen, key=lambda one: one.start)


def _written() -> Iterator[tuple[str, str, str]]:
    """Each meaning, with a word for it and the file it stands in."""
    for file in sorted(FOLDER.glob("*.toml")):
        for line in tomllib.loads(file.read_text(encoding="utf-8"))["words"].strip().splitlines():
            english, _, words = line.partition(":")
            for word in map(str.strip, words.split(",")):
                if word:
                    yield english.split("/")[0].strip(), word, file.stem


@cache
def _vocabulary() -> _Vocabulary:
    words: dict[str, dict[str, str]] = {}
    gapped = []
    for english, word, language in _written():
        written = _as_in_titles(word)
        if "*" in written:
            pattern = re.compile(re.escape(written).replace(r"\*", r"\w*"))
            gapped.append((pattern, max(written.split("*"), key=len), english, language))
        else:
            words.setdefault(written, {}).setdefault(language, english)
    return _Vocabulary(words, tuple(gapped), max(map(len, words)))


def _as_in_titles(word: str) -> str:
    folded = re.sub(r"[^\w* ]+", " ", fold(word))
    bare = " ".join(folded.strip("* ").split())
    unspaced = bool(_UNSPACED.search(bare))
    before = "" if unspaced or folded.startswith("*") else " "
    return f"{before}{bare}{'' if unspaced or folded.endswith('*') else ' '}"
