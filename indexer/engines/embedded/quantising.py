"""Vectors in eight bits, each with a scale of its own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_GREATEST = 127


def quantised(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """(rows, dimensions) in 8 bits and the (rows,) scales to multiply them by; a zero vector has scale 0."""
    scales = (np.abs(vectors).max(axis=1, initial=0.0) / _GREATEST).astype(np.float32)
    divisors = np.where(scales > 0, scales, 1.0).astype(np.float32)
    return np.rint(vectors / divisors[:, None]).astype(np.int8), scales
