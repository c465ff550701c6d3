"""Nearest vectors, exactly: a scan in eight bits over everything that passes, the best weighed again in full."""

from __future__ import annotations

import numkong
import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.quantising import quantised
from indexer.engines.embedded.side_files import SideReader

DECIMALS = 9
_ROWS_AT_ONCE = 500  # two megabytes: what a process was once given in one piece it seldom hands back
_GATHERED_SHARE = 0.08  # above this share of the rows, scanning them all is faster than gathering those that pass
# The error of one component is even within half a step (deviation step/sqrt(12)), once for each of the two vectors.
_DEVIATIONS = 5.0


def similarities(vector: NDArray[np.float32], slots: NDArray[np.int64], side: SideReader) -> NDArray[np.float64]:
    """Cosine of the query with each slot's vector, in full."""
    found, wanted = np.empty(len(slots)), vector.astype(np.float64)
    for start in range(0, len(slots), _ROWS_AT_ONCE):
        some = slice(start, start + _ROWS_AT_ONCE)
        # A row at a time: a matrix product would wake other threads, for which a busy machine waits long.
        np.vecdot(side.vectors(slots[some]).astype(np.float64), wanted, out=found[some])
    return np.round(found, DECIMALS)


def likely_nearest(
    vector: NDArray[np.float32],
    passes: NDArray[np.bool_],
    most: int,
    matrix: NDArray[np.int8],
    scales: NDArray[np.float32],
) -> NDArray[np.int64]:
    """Slots that hold the `most` nearest of those that pass and have a vector, with a margin for the eight bits.

    `matrix` and `scales` are every slot's; a scale is 0 where there is no vector.
    """
    passing = passes & (scales > 0)
    count = int(np.count_nonzero(passing))
    if count <= most:
        return np.flatnonzero(passing)
    signs, scale = quantised(vector[None, :])
    margin = _DEVIATIONS * float(np.hypot(scales.max(), scale[0])) / np.sqrt(12)
    if count < _GATHERED_SHARE * len(matrix):
        rows = np.flatnonzero(passing)
        return rows[_near(_scanned(signs, matrix[rows]) * scales[rows] * scale[0], most, margin)]
    return _near(np.where(passing, _scanned(signs, matrix) * scales * scale[0], -np.inf), most, margin)


def _near(estimates: NDArray[np.float32], most: int, margin: float) -> NDArray[np.int64]:
    """The places of the `most` highest estimates with all that may be as high."""
    least = np.partition(estimates, len(estimates) - most)[len(estimates) - most]
    return np.flatnonzero(estimates >= least - margin)


def _scanned(signs: NDArray[np.int8], matrix: NDArray[np.int8]) -> NDArray[np.float32]:
    """Products of whole steps, exact below 1,040 dimensions, far within the margin beyond."""
    return np.asarray(numkong.cdist(signs, matrix, "dot"), np.float32).reshape(len(matrix))
