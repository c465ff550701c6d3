"""What a query asks of the words, made small and exact: known words once each, the most telling ones to search by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indexer.engines.contract import SearchQuery
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.frequencies import Frequencies
from indexer.engines.embedded.layout import Layout
from indexer.engines.tokens import token_name

# A query searches by all its words up to this many; of a longer one by the most telling words, until the documents
# that hold them add up to the limit below: on two cores about 8 ms under a filter.
ALWAYS_SOUGHT = 16
MOST_POSTINGS = 300_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Words and keywords of one query.

    `words` is word name -> (weight, inverse document frequency) of every known word, and decides the score; `sought`
    are the (name, weight) to search by; `keywords` is (value field, code) -> weight.
    """

    words: dict[int, tuple[float, float]]
    sought: list[tuple[int, float]]
    keywords: dict[tuple[int, int], float]


def asked_of(query: SearchQuery, columns: ColumnsView, frequencies: Frequencies, layout: Layout) -> Asked:
    """The words and keywords of the query that some living document may hold; weights of the same word add up."""
    weights: dict[int, float] = {}
    for word, weight in query.words:
        if weight > 0:
            name = token_name(word)
            weights[name] = weights.get(name, 0.0) + weight
    names = sorted(weights)
    held_by = frequencies.of(np.array(names, np.uint64))
    rarity = np.log1p((columns.living - held_by + 0.5) / (held_by + 0.5))
    known = [
        (name, weights[name], float(rare), int(held))
        for name, rare, held in zip(names, rarity, held_by, strict=True)
        if held
    ]
    return Asked(
        words={name: (weight, rare) for name, weight, rare, _ in known},
        sought=_most_telling(known),
        keywords=_keywords(query, columns, layout),
    )


def _most_telling(known: list[tuple[int, float, float, int]]) -> list[tuple[int, float]]:
    ordered = sorted(known, key=lambda word: (-word[1] * word[2], word[0]))
    sought: list[tuple[int, float]] = []
    postings = 0
    for name, weight, _, held in ordered:
        postings += held
        if len(sought) >= ALWAYS_SOUGHT and postings > MOST_POSTINGS:
            break
        sought.append((name, weight))
    return sought


def _keywords(query: SearchQuery, columns: ColumnsView, layout: Layout) -> dict[tuple[int, int], float]:
    keywords: dict[tuple[int, int], float] = {}
    for field, value, weight in query.keywords:
        number = layout.value_number[field]
        code = columns.code_of[number].get(value)
        if code is not None and weight > 0:
            keywords[number, code] = keywords.get((number, code), 0.0) + weight
    return keywords
