"""Glosses titles of other languages in English, word by word, by a vocabulary of the words in job titles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from taxonomy.language import fold
from taxonomy.language.detecting import common_words

FOLDER = Path(__file__).parent / "data" / "job_words"
SEVERAL = "several"  # the file whose words belong to no one language
DANISH = "danish"  # the file whose words stand inside compounds; it needs none of several languages
KEPT_ENDING = 5  # letters behind what is known of a word; fewer are mostly its inflection
TELLING = 4  # letters; tej is Hungarian milk and the beginning of Spanish words
WITHIN = 6  # letters of a word that may stand in the middle of a compound
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


def gloss(title: str, explained: Callable[[str], int] = lambda _: 0) -> str:
    """The title in English words, in its own order, other words as they are; empty where no word is known.

    `explained`: how many letters of a word others explain; a language that knows no more of the words it knows anything
    of tells nothing.
    """
    text = f" {' '.join(_WORD.findall(fold(title)))} "
    found = _in_one_language(text)
    letters = {at for one in found for at in range(one.start, one.end) if text[at] != " "}
    words = (word for word in _WORD.finditer(text) if letters.intersection(range(*word.span())))
    if len(letters) <= sum(explained(word[0]) for word in words):
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
    read_with = ({name} if name == DANISH else {name, SEVERAL} for name in languages)
    readings = [_longest_first(text, [one for one in found if one.language in names]) for names in read_with]
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
        for english, word in vocabulary_of(file.stem):
            for written in _in_compounds(word) if file.stem == DANISH else (word,):
                yield english[0], written, file.stem


def vocabulary_of(language: str) -> Iterator[tuple[list[str], str]]:
    """The words of a file as they are written, each with its English meanings, the commonest first."""
    content = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    for line in content["words"].strip().splitlines():
        english, _, words = line.partition(":")
        meanings = [meaning.strip() for meaning in english.split("/")]
        yield from ((meanings, word.strip()) for word in words.split(",") if word.strip())


def _in_compounds(word: str) -> tuple[str, ...]:
    """How a word that compounds are made of is written; short ones stand by chance inside others."""
    return (f"*{word}*",) if len(word) >= WITHIN else (f"{word}*", f"*{word}") if len(word) >= TELLING else (word,)


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
