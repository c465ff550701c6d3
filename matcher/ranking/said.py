"""Finds people whose own words contain a key, and the tasks that a key names."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from indexer.terms import stem_bucket
from matcher.candidates.crowd import Mask, Profiles
from taxonomy.language import STOP_WORDS, fold, stem, tokens
from taxonomy.tasks.reading import bundled_task_reader


def say(people: Profiles, key: str) -> Mask:
    """Mask of people whose words contain every stem of the key; empty for a key without words. Shape (n,)."""
    buckets = key_buckets(key)
    hold = np.full(len(people), len(buckets) > 0)
    for bucket in buckets.tolist():
        hold &= people.owners(people.passage_owner[people.passages.terms.with_term(bucket)])
    return hold


@lru_cache(maxsize=10_000)
def key_buckets(key: str) -> NDArray[np.uint32]:
    """The buckets of the stems of a key, without words that stand everywhere."""
    words = [word.text for word in tokens(key) if fold(word.text) not in STOP_WORDS]
    return np.array([stem_bucket(stem(word)) for word in words], np.uint32)


@lru_cache(maxsize=10_000)
def tasks_named(key: str) -> tuple[str, ...]:
    """The tasks that the words of a key name."""
    return tuple(dict.fromkeys(found.task for found in bundled_task_reader().find(key)))
