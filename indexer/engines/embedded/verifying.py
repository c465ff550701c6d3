"""Whether the large files still hold what was put: held against the journal, whose blocks have checksums."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.quantising import quantised
from indexer.engines.embedded.side_files import SideReader
from indexer.engines.tokens import MOST_TIMES

_SLOTS_AT_ONCE = 10_000  # 15 MB of vectors


def damaged(columns: ColumnsView, side: SideReader) -> int:
    """How many living documents have another vector than its eight bits tell, or words that cannot be theirs."""
    living = np.flatnonzero(columns.alive)
    parts = (living[start : start + _SLOTS_AT_ONCE] for start in range(0, len(living), _SLOTS_AT_ONCE))
    return sum(int((_wrong_vectors(part, columns, side) | _wrong_words(part, columns, side)).sum()) for part in parts)


def _wrong_vectors(slots: NDArray[np.int64], columns: ColumnsView, side: SideReader) -> NDArray[np.bool_]:
    with np.errstate(invalid="ignore", over="ignore"):  # what is damaged may be no number
        signs, scales = quantised(side.vectors(slots))
    wrong: NDArray[np.bool_] = (signs != columns.signs[slots]).any(axis=1) | (scales != columns.records["scale"][slots])
    return wrong


def _wrong_words(slots: NDArray[np.int64], columns: ColumnsView, side: SideReader) -> NDArray[np.bool_]:
    """Words of a document ascend, and their counts sum to its length."""
    tokens, owners = side.tokens(slots, columns)
    counts = (tokens & np.uint64(MOST_TIMES)).astype(np.float64)
    wrong: NDArray[np.bool_] = np.bincount(owners, counts, minlength=len(slots)) != columns.records["length"][slots]
    descending = (tokens[1:] <= tokens[:-1]) & (owners[1:] == owners[:-1])
    wrong[owners[1:][descending]] = True
    return wrong
