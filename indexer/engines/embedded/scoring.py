"""The lexical score: BM25 over the living documents plus the weights of the keywords held.

It depends on what is in the index alone, not on the order or the batches in which it came.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.postings import Block, Places
from indexer.engines.embedded.query_terms import QueryTerms
from indexer.growing import Scalar

SATURATION, LENGTH_SHARE = 1.2, 0.75  # BM25's k1 and b; the usual values, those of OpenSearch
_EXACT_LENGTHS = 24  # Lucene SmallFloat.intToByte4

Scores = NDArray[np.float64]


def lexical_scores(terms: QueryTerms, blocks: tuple[Block, ...], dampings: tuple[Scores, ...], slots: int) -> Scores:
    """The score of each of so many slots; 0 when it holds nothing that was asked for."""
    scores = np.zeros(slots)
    for block, damping in zip(blocks, dampings, strict=True):
        mine = scores[block.first : block.end]
        for found in (_of_words(terms, block, damping), _of_values(terms, block)):
            if found is not None:
                mine += found[: len(mine)]
    return scores


def dampings(blocks: tuple[Block, ...], columns: ColumnsView) -> tuple[Scores, ...]:
    """How much each slot's length damps how often a word stands in it, block by block."""
    inverse = columns.living / max(columns.total_length, 1)
    return tuple(
        SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * (rounded_lengths(block.lengths) * inverse)) for block in blocks
    )


def rounded_lengths(lengths: NDArray[np.uint32]) -> Scores:
    """Lengths as Lucene keeps them in one byte, so that the engines agree: exact up to 40, then to an eighth, down."""
    beyond = np.maximum(lengths.astype(np.int64) - _EXACT_LENGTHS, 0)
    step = np.maximum(np.frexp(beyond.astype(np.float64))[1] - 4, 0)  # four leading bits stay
    return np.where(lengths < _EXACT_LENGTHS, lengths, _EXACT_LENGTHS + ((beyond >> step) << step)).astype(np.float64)


def _of_words(terms: QueryTerms, block: Block, damping: Scores) -> Scores | None:
    which, where = block.words.known(terms.words)
    if not where:
        return None
    places = _joined(block.words.places, where, np.dtype(np.intp))
    parts = _joined(block.words.times, where, np.dtype(np.float64))
    below = damping.take(places)
    below += parts
    parts *= np.repeat(terms.worths[which] * (SATURATION + 1), _lengths(where))
    parts /= below
    return np.bincount(places, parts, minlength=len(damping)).astype(np.float64, copy=False)


def _of_values(terms: QueryTerms, block: Block) -> Scores | None:
    which, where = block.values.known(terms.values)
    if not where:
        return None
    places = _joined(block.values.places, where, np.dtype(np.intp))
    weights = np.repeat(terms.weights[which], _lengths(where))
    return np.bincount(places, weights, minlength=block.end - block.first).astype(np.float64, copy=False)


def _joined(numbers: Places, where: Sequence[slice], kind: np.dtype[Scalar]) -> NDArray[Scalar]:
    """Those of all the slices, in the form that sums are made in: cast while they are copied."""
    return np.concatenate([numbers[one] for one in where], dtype=kind)


def _lengths(where: Sequence[slice]) -> list[int]:
    return [one.stop - one.start for one in where]
