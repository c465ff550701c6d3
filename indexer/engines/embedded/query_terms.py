"""The terms of a query that some living document may hold, each once, with its weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchQuery
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.frequencies import Frequencies
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.postings import Names, value_name
from indexer.engines.tokens import token_name


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """Names of words and of keyword values, ascending; `worths` are the words' weights times their rarity (IDF)."""

    words: Names
    worths: NDArray[np.float64]
    values: Names
    weights: NDArray[np.float64]


def query_terms(query: SearchQuery, columns: ColumnsView, frequencies: Frequencies, layout: Layout) -> QueryTerms:
    """The words and keywords of the query; weights of the same one add up."""
    words, weights = _summed([(token_name(word), weight) for word, weight in query.words])
    held_by = frequencies.of(words)
    rarity = np.log1p((columns.living - held_by + 0.5) / (held_by + 0.5))
    known = np.flatnonzero(held_by)
    return QueryTerms(words[known], (weights * rarity)[known], *_summed(_values(query, columns, layout)))


def _values(query: SearchQuery, columns: ColumnsView, layout: Layout) -> list[tuple[int, float]]:
    found = []
    for field, value, weight in query.keywords:
        number = layout.value_number[field]
        code = columns.code_of[number].get(value)
        if code is not None:
            found.append((value_name(number, code), weight))
    return found


def _summed(named: list[tuple[int, float]]) -> tuple[Names, NDArray[np.float64]]:
    """Each name once, ascending, with the sum of its weights; what weighs nothing is not asked for."""
    weights: dict[int, float] = {}
    for name, weight in named:
        if weight > 0:
            weights[name] = weights.get(name, 0.0) + weight
    names = sorted(weights)
    return np.array(names, np.uint64), np.array([weights[name] for name in names], np.float64)
