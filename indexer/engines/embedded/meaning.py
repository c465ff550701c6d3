"""Nearest vectors, exactly: a scan in eight bits over everything that passes, the best weighed again in full."""

from __future__ import annotations

import numkong
import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.quantising import quantised
from indexer.engines.embedded.side_files import SideReader

LEAST_RESCORED = 300  # gave recall 1.000 at 100k and 1M rows of 384 dimensions
DECIMALS = 9
_GATHERED_SHARE = 0.08  # above this share of the rows, scanning them all is faster than gathering those that pass
# The error of one component is even within half a step (deviation step/sqrt(12)), once for each of the two vectors.
_DEVIATIONS = 5.0


def similarities(vector: NDArray[np.float32], slots: NDArray[np.int64], side: SideReader) -> NDArray[np.float64]:
    """Cosine of the query with each slot's vector, in full."""
    products = side.vectors(slots).astype(np.float64) @ vector.astype(np.float64)
    return np.round(products, DECIMALS)


def likely_nearest(
    vector: NDArray[np.float32], passes: NDArray[np.bool_], most: int, columns: ColumnsView
) -> NDArray[np.int64]:
    """Slots that hold the `most` nearest of those that pass and have a vector, with a margin for the eight bits."""
    rows = np.flatnonzero(passes & columns.records["has_vector"])
    if len(rows) <= max(most, LEAST_RESCORED):
        return rows
    signs, scale = quantised(vector[None, :])
    scales = columns.records["scale"][rows]
    estimates = _products(signs, rows, columns.signs) * scales * scale[0]
    kept = max(most, LEAST_RESCORED)
    last = np.partition(estimates, len(rows) - most)[len(rows) - most]
    margin = _DEVIATIONS * float(np.hypot(scales.max(), scale[0])) / np.sqrt(12)
    near = np.flatnonzero(estimates >= last - margin)
    if len(near) < kept:
        near = np.argpartition(estimates, len(rows) - kept)[len(rows) - kept :]
    return rows[near]


def _products(signs: NDArray[np.int8], rows: NDArray[np.int64], matrix: NDArray[np.int8]) -> NDArray[np.float64]:
    if len(rows) < _GATHERED_SHARE * len(matrix):
        return _scanned(signs, matrix[rows])
    return _scanned(signs, matrix)[rows]


def _scanned(signs: NDArray[np.int8], matrix: NDArray[np.int8]) -> NDArray[np.float64]:
    return np.asarray(numkong.cdist(signs, matrix, "dot"), np.float64).reshape(len(matrix))
