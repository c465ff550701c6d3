"""Finds clauses about the writer's family and friends: "min bror er elektriker" says nothing about the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from taxonomy.files import DATA, TaxonomyFile

FILE = DATA / "language" / "kin.toml"


def kin_clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every clause whose subject is a relative or friend of the writer; linear time."""
    for found in _subject().finditer(text):
        end = _end().search(text, found.end())
        yield found.start(), end.start() if end else len(text)


@cache
def _subject() -> re.Pattern[str]:
    """Matches "min lille søster arbejder" and "min bror, der er"; without its verb the subject says nothing."""
    words = {key: "|".join(str(value).split()) for key, value in TaxonomyFile(FILE).content["words"].items()}
    kin = rf"(?:{words['my']})\s+(?:\w+\s+)?(?:{words['kin']})"
    verb = rf"(?:{words['verbs']}|\w+ede)"
    return re.compile(rf"(?<!\w){kin}(?:,?\s+(?:{words['who']}))?\s+{verb}(?!\w)", re.IGNORECASE)


@cache
def _end() -> re.Pattern[str]:
    """Where the clause ends: a punctuation mark, or a word that leads back to the writer."""
    words = TaxonomyFile(FILE).content["words"]
    leads, writer = ("|".join(str(words[key]).split()) for key in ("leads", "writer"))
    return re.compile(rf"[,.;:!?()\n–]|\s(?:{leads})\s+(?=(?:{writer})\b)", re.IGNORECASE)
