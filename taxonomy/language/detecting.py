"""Which language a text is written in, from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language.compounds import base_lexicon
from taxonomy.language.normalising import fold

_LETTERS = re.compile(r"[^\W\d_]+")
_READ_AT_MOST = 4_000  # characters; more says nothing new
_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ti", re.compile(r"[\u1200-\u137f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_PERSIAN = re.compile(r"[پچژگ]")
# Distinctive letters: a word with one of them counts for the languages that use it.
_LETTERS_OF = (
    ("æø", ("da", "no")),
    ("å", ("da", "no", "sv")),
    ("ä", ("sv", "de", "fi")),
    ("ö", ("sv", "de", "tr", "hu", "fi")),
    ("ü", ("de", "tr", "hu")),
    ("ß", ("de",)),
    ("ąęłńśźż", ("pl",)),
    ("ășțâ", ("ro",)),
    ("şğı", ("tr",)),
    ("őű", ("hu",)),
    ("ñ¿", ("es",)),
    ("áíú", ("es", "pt", "hu")),
    ("ó", ("es", "pt", "hu", "pl")),
    ("ãõ", ("pt",)),
    ("čšžć", ("bs", "lt")),
    ("ėųįū", ("lt",)),
)
_WORD = 12  # votes of a word, shared by the languages that have it
# Short CVs contain names, titles and programs from every language: at a Danish job centre a text counts as Danish
# until about two words point to another language.
_DANISH_UNLESS = 18
UNKNOWN = "und"
_WORDS_TO_TELL, _DICTIONARY_SHARE = 5, 0.2  # no Danish CV of the collection has under half of it, with none common


def _load_common_words() -> dict[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    for language, table in TaxonomyFile(DATA / "language" / "common_words.toml").content.items():
        for word in str(table["words"]).split():
            languages.setdefault(word, []).append(language)
    return {word: tuple(found) for word, found in languages.items()}


_LANGUAGES_OF_WORD = _load_common_words()


@cache
def common_words() -> frozenset[str]:
    """The commonest words of every language known here, folded."""
    return frozenset(map(fold, _LANGUAGES_OF_WORD))


def text_language(text: str) -> str:
    """The text's language as an ISO 639-1 code ("da", "en", "pl", "ar" ...); "da" where the evidence is weak.

    UNKNOWN for a text of at least five words of which hardly any belongs to a language known here.
    """
    sample = text[:_READ_AT_MOST]
    if not sample.isascii() and (script := _by_script(sample)):
        return script
    votes = Counter({"da": _DANISH_UNLESS})
    for word in _LETTERS.findall(sample.lower()):
        _vote(votes, _LANGUAGES_OF_WORD.get(word, ()))
        if not word.isascii():
            _vote(votes, _writing(word))
    best = max(votes.values())
    if best == votes["da"] == _DANISH_UNLESS and _is_foreign(sample):
        return UNKNOWN
    return "da" if votes["da"] == best else min(key for key, count in votes.items() if count == best)


def _is_foreign(text: str) -> bool:
    """Whether hardly a word of the text, none of them common, is in our Danish dictionary."""
    found = {fold(word) for word in _LETTERS.findall(text)}
    lexicon = base_lexicon()
    known = sum(word in lexicon or len(lexicon.split(word)) > 1 for word in found)
    return len(found) >= _WORDS_TO_TELL and known < _DICTIONARY_SHARE * len(found)


def _vote(votes: Counter[str], languages: Sequence[str]) -> None:
    for language in languages:
        votes[language] += _WORD // len(languages)


@lru_cache(maxsize=20_000)
def _writing(word: str) -> tuple[str, ...]:
    """The languages that use the word's most distinctive letter; none where every letter is common."""
    telling = [languages for letters, languages in _LETTERS_OF if any(letter in word for letter in letters)]
    return min(telling, key=len, default=())


def _by_script(sample: str) -> str | None:
    letters = sum(map(len, _LETTERS.findall(sample)))
    for script, pattern in _SCRIPTS:
        # A name or one quoted word in another script does not make the text foreign.
        if len(pattern.findall(sample)) * 3 > max(letters, 1):
            if script == "cyrillic":
                return "uk" if _UKRAINIAN.search(sample) else "ru"
            return "fa" if script == "ar" and _PERSIAN.search(sample) else script
    return None
