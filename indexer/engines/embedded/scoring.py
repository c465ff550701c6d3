"""The lexical score: BM25 over the living documents plus the weights of the keywords held.

It depends on what is in the index alone, not on the order or the batches in which it came.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.asked import Asked
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.side_files import SideReader
from indexer.engines.tokens import counts_of, names_of

SATURATION, LENGTH_SHARE = 1.2, 0.75  # BM25's k1 and b; the usual values, those of tantivy and OpenSearch
DECIMALS = 9  # sums of the same parts in another order differ in the last bits; rounded, equal documents tie
_TABLE_BITS = 16
_EXACT_LENGTHS = 24  # Lucene SmallFloat.intToByte4


def lexical_scores(
    slots: NDArray[np.int64], asked: Asked, columns: ColumnsView, side: SideReader
) -> NDArray[np.float64]:
    """The score of each slot; 0 when it holds nothing that was asked for."""
    return np.round(_word_scores(slots, asked, columns, side) + _keyword_scores(slots, asked, columns), DECIMALS)


def rounded_lengths(lengths: NDArray[np.uint32]) -> NDArray[np.float64]:
    """Lengths as tantivy and Lucene keep them in one byte: exact up to 40, then to an eighth, downwards.

    Scores then differ from tantivy's only where documents were replaced, and few candidates need a second look.
    """
    beyond = np.maximum(lengths.astype(np.int64) - _EXACT_LENGTHS, 0)
    step = np.maximum(np.frexp(beyond.astype(np.float64))[1] - 4, 0)  # four leading bits stay
    return np.where(lengths < _EXACT_LENGTHS, lengths, _EXACT_LENGTHS + ((beyond >> step) << step)).astype(np.float64)


def _word_scores(slots: NDArray[np.int64], asked: Asked, columns: ColumnsView, side: SideReader) -> NDArray[np.float64]:
    if not asked.words or not len(slots):
        return np.zeros(len(slots))
    wanted = np.array(sorted(asked.words), np.uint64)
    worth = np.array([weight * rarity for weight, rarity in (asked.words[name] for name in wanted.tolist())])
    tokens, owners = _asked_tokens(slots, wanted, columns, side)
    times = counts_of(tokens)
    lengths = rounded_lengths(columns.records["length"][slots]) * (columns.living / max(columns.total_length, 1))
    damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths)
    parts = worth[np.searchsorted(wanted, names_of(tokens))] * times * (SATURATION + 1) / (times + damping[owners])
    return np.bincount(owners, parts, minlength=len(slots)).astype(np.float64)


def _asked_tokens(
    slots: NDArray[np.int64], wanted: NDArray[np.uint64], columns: ColumnsView, side: SideReader
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    tokens, owners = side.tokens(slots, columns)
    names = names_of(tokens)
    # A small table of the names' last bits throws out nearly every word that was not asked for, cheaply.
    table = np.zeros(1 << _TABLE_BITS, np.bool_)
    low_bits = np.uint64((1 << _TABLE_BITS) - 1)
    table[wanted & low_bits] = True
    likely = np.flatnonzero(table[names & low_bits])
    places = np.minimum(np.searchsorted(wanted, names[likely]), len(wanted) - 1)
    sure = likely[wanted[places] == names[likely]]
    return tokens[sure], owners[sure]


def _keyword_scores(slots: NDArray[np.int64], asked: Asked, columns: ColumnsView) -> NDArray[np.float64]:
    scores = np.zeros(len(slots))
    for field in sorted({field for field, _ in asked.keywords}):
        worth = np.zeros(len(columns.values[field]))
        for (number, code), weight in asked.keywords.items():
            if number == field:
                worth[code] = weight
        owners, codes = columns.entries[field].of(slots)
        scores += np.bincount(owners, worth[codes], minlength=len(slots))
    return scores
