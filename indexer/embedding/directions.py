"""Vectors of a model along directions that were learnt in its space, as linking and ranking each have their own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Vectors


def along(vectors: Vectors, middle: Vectors, directions: NDArray[np.floating]) -> Vectors:
    """Unit vectors along the directions, seen from the middle; that of an empty text stays zero.

    `vectors` (texts, dimensions), `middle` (dimensions,), `directions` (dimensions, n) give shape (texts, n).
    A product's last bits change with the number of its rows: worked out with twice the digits that are kept, a text's
    vector is the same whatever texts stand beside it.
    """
    seen = (vectors - middle * vectors.any(axis=1, keepdims=True)).astype(np.float64)
    turned = seen @ directions.astype(np.float64, copy=False)
    return np.asarray(turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9), np.float32)
