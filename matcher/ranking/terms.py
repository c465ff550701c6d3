"""Text to lexical terms: stems, parts of compounds and character n-grams, hashed to buckets with a fixed rarity.

Rarity comes from a bundled table and not from the pool, so that the score of a pair never depends on who else is there.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from taxonomy.language import analyse, fold, tokens

BUCKETS = 1 << 18  # about 60,000 n-grams stand in a thousand CVs, so two share a bucket seldom
GRAM_LENGTHS = (3, 4, 5)  # character 3-5-grams did best of the lexical views (ranking trial, 2026)
DATA = Path(__file__).parent / "data"

Terms = NDArray[np.uint32]


def term_ids(text: str) -> Terms:
    """The buckets of the text's terms, each once, ascending: a word repeated changes nothing."""
    parts = [_word_terms(fold(token.text)) for token in tokens(text)]
    parts.append(_analysed_terms(analyse(text)))
    return np.unique(np.concatenate(parts))


@cache
def rarity() -> NDArray[np.float32]:
    """Weight of each bucket: ln((1 + texts) / (1 + texts with the term)) over the bundled collection and taxonomy."""
    with np.load(DATA / "rarity.npz") as table:
        return table["rarity"].astype(np.float32)


def length(terms: Terms) -> float:
    """Euclidean length of the terms' rarities, 0 for no terms."""
    return float(np.sqrt(np.square(rarity()[terms]).sum()))


@lru_cache(maxsize=100_000)
def _word_terms(word: str) -> Terms:
    padded = f"_{word}_"
    grams = {padded[at : at + size] for size in GRAM_LENGTHS for at in range(len(padded) - size + 1)}
    return _buckets(grams)


def _analysed_terms(stems: tuple[str, ...]) -> Terms:
    return _buckets({f"={stem}" for stem in stems})


def _buckets(terms: set[str]) -> Terms:
    return np.fromiter((crc32(term.encode("utf-8", "replace")) % BUCKETS for term in terms), np.uint32, len(terms))
