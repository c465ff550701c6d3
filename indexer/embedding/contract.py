"""What every embedding model offers: unit vectors for passages and for queries, in one space."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into unit vectors; the same text gives the same vector whatever else is in the batch."""

    @property
    def name(self) -> str:
        """Model and version; part of the key under which vectors are cached."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of texts to be found: shape (texts, dimensions), float32, unit length.

        `progress` is told the number of texts done so far. An empty text gives a zero vector.
        """

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to search with: shape (texts, dimensions), float32, unit length."""
