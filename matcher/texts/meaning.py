"""What orders and CVs mean for ranking: directions of the model's vectors in which a job's name lies beside what is
told of it.

The model's vectors of any two texts point nearly the same way, and questions another way than what is found. Taken from
the middle of each and along these directions, learnt from the titles and texts of job orders and of occupations, they
are half as long, and tell more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder, Vectors
from indexer.embedding.directions import along

FILE = Path(__file__).parent / "data" / "meaning.npz"  # by `python -m tests.quality.fit_meaning CACHE`
MODEL = "multilingual-e5-small"  # whose vectors it was learnt from; quantised or not


@dataclass(frozen=True, slots=True, eq=False)
class Directions:
    """What was learnt: the middle of questions and of what is found, and the directions, shape (model's, ours)."""

    asked: Vectors
    found: Vectors
    along: NDArray[np.float64]


class MeaningForRanking:
    """An embedder whose vectors lie along the learnt directions."""

    def __init__(self, embedder: Embedder, directions: Directions) -> None:
        self._embedder, self._directions = embedder, directions

    @property
    def name(self) -> str:
        """The model's name, and that its vectors are turned."""
        return f"{self._embedder.name}/ranking"

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return len(self._directions.along.T)

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of texts to be found; see the contract."""
        return along(self._embedder.passages(texts, progress), self._directions.found, self._directions.along)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to search with; see the contract."""
        return along(self._embedder.queries(texts), self._directions.asked, self._directions.along)


def meaning_for_ranking(embedder: Embedder) -> Embedder:
    """The embedder with what was learnt for its model; any other as it is."""
    directions = load_directions()
    if MODEL in embedder.name and embedder.dimensions == len(directions.along):
        return MeaningForRanking(embedder, directions)
    return embedder


@cache
def load_directions(file: Path = FILE) -> Directions:
    """The directions of a file."""
    with np.load(file) as content:
        asked, found, directions = (content[name] for name in ("asked", "found", "along"))
    return Directions(asked.astype(np.float32), found.astype(np.float32), directions.astype(np.float64))
