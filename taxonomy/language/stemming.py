"""Stems by the Danish Snowball rules, and the stop words."""

from __future__ import annotations

import threading
from functools import lru_cache

import Stemmer

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language.normalising import fold

_OF_THREAD = threading.local()


def _stemmer() -> Stemmer.Stemmer:
    # A stemmer keeps state between calls and must not be shared by threads.
    if not hasattr(_OF_THREAD, "stemmer"):
        _OF_THREAD.stemmer = Stemmer.Stemmer("danish", 0)
    return _OF_THREAD.stemmer


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The folded stem of a word: "Chaufførerne" and "chauffoer" both give "chauffoer"."""
    # Folded first so that spellings meet, then with the Danish letters that the rules are made for.
    danish = fold(word).replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    return fold(str(_stemmer().stemWord(danish)))


def _load_stop_words() -> frozenset[str]:
    content = TaxonomyFile(DATA / "language" / "stop_words.toml").content
    return frozenset(fold(word) for table in content.values() for word in str(table["words"]).split())


STOP_WORDS = _load_stop_words()
