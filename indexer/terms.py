"""Turns text into lexical terms: stems, parts of compounds and character n-grams, hashed to buckets."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from taxonomy.language import analyse, fold, tokens

BUCKETS = 1 << 18  # about 60,000 n-grams stand in a thousand CVs, so two share a bucket seldom
GRAM_LENGTHS = (3, 4, 5)  # character 3-5-grams did best of the lexical views (ranking trial, 2026)

Terms = NDArray[np.uint32]


def term_ids(text: str) -> Terms:
    """The buckets of the text's terms, each once, ascending: a word repeated changes nothing."""
    return np.union1d(gram_ids(text, GRAM_LENGTHS), stem_ids(text))


def gram_ids(text: str, lengths: tuple[int, ...]) -> Terms:
    """The buckets of its words' character n-grams of those lengths, word by word."""
    return np.concatenate([np.zeros(0, np.uint32), *(_grams(fold(token.text), lengths) for token in tokens(text))])


def stem_ids(text: str) -> Terms:
    """The buckets of its stems and parts of compounds."""
    return _buckets({f"={stem}" for stem in analyse(text)})


def stem_bucket(stem: str) -> int:
    """The bucket of a whole stem."""
    return crc32(f"={stem}".encode("utf-8", "replace")) % BUCKETS


@lru_cache(maxsize=100_000)
def _grams(word: str, lengths: tuple[int, ...]) -> Terms:
    padded = f"_{word}_"
    return _buckets({padded[at : at + size] for size in lengths for at in range(len(padded) - size + 1)})


def _buckets(terms: set[str]) -> Terms:
    return np.fromiter((crc32(term.encode("utf-8", "replace")) % BUCKETS for term in terms), np.uint32, len(terms))
