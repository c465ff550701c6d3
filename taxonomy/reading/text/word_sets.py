"""The small words that rules of reading look for, kept as data."""

from __future__ import annotations

from functools import cache

from taxonomy.files import DATA, TaxonomyFile


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "small_words.toml")


def word_set(rule: str, name: str) -> frozenset[str]:
    """The folded words of one set of one rule; raises KeyError for a set that the file lacks."""
    return frozenset(str(_file().content[rule][name]).split())
