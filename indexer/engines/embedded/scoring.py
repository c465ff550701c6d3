"""The lexical score: BM25 over the living documents plus the weights of the keywords held.

It depends on what is in the index alone, not on the order or the batches in which it came.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.kinds import KindNumbers, Kinds
from indexer.engines.embedded.postings import Block, Turned
from indexer.engines.embedded.query_terms import QueryTerms

SATURATION, LENGTH_SHARE = 1.2, 0.75  # BM25's k1 and b; the usual values, those of OpenSearch

Scores = NDArray[np.float64]


def lexical_scores(terms: QueryTerms, blocks: tuple[Block, ...], parts: tuple[Scores, ...], slots: int) -> Scores:
    """The score of each of so many slots; 0 when it holds nothing that was asked for."""
    found = [_of_block(terms, block, part) for block, part in zip(blocks, parts, strict=True)]
    return np.concatenate([*found, np.zeros(0)])[:slots]  # blocks may hold slots of later moments


def word_parts(blocks: tuple[Block, ...], columns: ColumnsView) -> tuple[Scores, ...]:
    """What a word gives by its kind, before its weight and rarity, block by block."""
    inverse = columns.living / max(columns.total_length, 1)
    return tuple(_part(block.kinds, inverse) for block in blocks)


def _part(kinds: Kinds, inverse: float) -> Scores:
    damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * (kinds.lengths * inverse))
    return (SATURATION + 1) * kinds.times / (kinds.times + damping)


def _of_block(terms: QueryTerms, block: Block, part: Scores) -> Scores:
    words, values = _of_words(terms, block, part), _of_values(terms, block)
    if words is None:
        return np.zeros(block.end - block.first) if values is None else values
    return words if values is None else np.add(words, values, out=words)


def _of_words(terms: QueryTerms, block: Block, part: Scores) -> Scores | None:
    which, where = block.words.known(terms.words)
    if not where:
        return None
    given = part.take(_joined(block.words.kinds, where))
    given *= np.repeat(terms.worths[which], _lengths(where))
    return _summed(block, block.words, where, given)


def _of_values(terms: QueryTerms, block: Block) -> Scores | None:
    which, where = block.values.known(terms.values)
    return _summed(block, block.values, where, np.repeat(terms.weights[which], _lengths(where))) if where else None


def _summed(block: Block, turned: Turned, where: Sequence[slice], given: Scores) -> Scores:
    """What is given at each of the places, by slot."""
    return np.bincount(_joined(turned.places, where), given, block.end - block.first).astype(np.float64, copy=False)


def _joined(numbers: KindNumbers, where: Sequence[slice]) -> NDArray[np.intp]:
    """Those of all the slices, in the form that places are looked up by: cast while they are copied."""
    return np.concatenate([numbers[one] for one in where], dtype=np.intp)


def _lengths(where: Sequence[slice]) -> list[int]:
    return [one.stop - one.start for one in where]
