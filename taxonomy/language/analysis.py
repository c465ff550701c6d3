"""The tokens that documents and queries are indexed and searched by."""

from __future__ import annotations

import re
from functools import lru_cache

from taxonomy.language.abbreviations import expand_abbreviation
from taxonomy.language.compounds import base_lexicon
from taxonomy.language.ellipsis import expand_ellipsis
from taxonomy.language.normalising import fold
from taxonomy.language.stemming import STOP_WORDS, stem
from taxonomy.language.tokens import tokens

_PIECES = re.compile(r"[-/&'’+]")
# Characters; anything longer is no word (base64, a link) and is cut.
LONGEST = 60


def analyse(text: str) -> tuple[str, ...]:
    """Index tokens in text order: stems without stop words, each compound followed by the stems of its parts.

    Documents and queries go through the same; same text, same tokens.
    """
    words = tokens(text)
    found: list[str] = []
    for word in words:
        found.extend(word_tokens(word.text[:LONGEST]))
    if "-" in text:
        for _, _, meant in expand_ellipsis(words):
            found.extend(word_tokens(meant))
    return tuple(found)


@lru_cache(maxsize=200_000)
def word_tokens(word: str) -> tuple[str, ...]:
    """The index tokens of one word: its stem, then its parts' stems; empty for a stop word."""
    folded = fold(word).strip("-'’/&.")
    if not folded or folded in STOP_WORDS:
        return ()
    if (long := expand_abbreviation(word)) is not None:
        full = [stem(part) for part in long.split() if fold(part) not in STOP_WORDS]
        return (stem(folded), *full) if full else ()
    pieces = [piece for piece in _PIECES.split(folded) if piece]
    if len(pieces) > 1:
        return _joined(pieces)
    parts = base_lexicon().split(folded)
    return tuple(dict.fromkeys((stem(folded), *(stem(part) for part in parts))))


def _joined(pieces: list[str]) -> tuple[str, ...]:
    # "sosu-hjælper" must meet "sosuhjælper" and "hjælper"; "C/E" must meet "ce".
    inner = [token for piece in pieces if piece not in STOP_WORDS for token in word_tokens(piece)]
    return tuple(dict.fromkeys((stem("".join(pieces)), *inner)))
