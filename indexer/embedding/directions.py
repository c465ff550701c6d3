"""Vectors of a model along directions that were learnt in its space, as linking and ranking each have their own."""

from __future__ import annotations

import numpy as np

from indexer.embedding.contract import Vectors


def along(vectors: Vectors, middle: Vectors, directions: Vectors) -> Vectors:
    """Unit vectors along the directions, seen from the middle; that of an empty text stays zero.

    `vectors` (texts, dimensions), `middle` (dimensions,), `directions` (dimensions, n) give shape (texts, n).
    """
    turned = (vectors - middle * vectors.any(axis=1, keepdims=True)) @ directions
    return np.asarray(turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9), np.float32)
