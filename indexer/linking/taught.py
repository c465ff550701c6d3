"""How near texts are by what synonyms taught: directions of the model's vectors in which names of one job lie together.

The model tells any two titles apart by what they are about; these directions, learnt from labels of the same
occupation, leave out what such labels differ in. Bends let through what counts only beyond a threshold.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.labels import Floats, LabelMeaning, cosines, middle

FILE = Path(__file__).parent / "data" / "taught.npz"  # by `python -m tests.quality.fit_taught CACHE`
TAUGHT = ("taught_danish", "taught_english", "taught_middle")
AT_ONCE = 2000  # vectors: what is bent of each takes 4 KB
MODEL = "multilingual-e5-small"  # whose vectors it was learnt from; quantised or not


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """Turns vectors of the model into unit vectors along the taught directions and bends."""

    mean: Vectors
    directions: Vectors
    into_bends: Vectors
    thresholds: Vectors
    out_of_bends: Vectors

    def of(self, vectors: Vectors) -> Vectors:
        """The vectors along the directions, that of an empty text zero as before. Shape (vectors, directions)."""
        turned = np.zeros((len(vectors), self.directions.shape[1]), np.float32)
        for start in range(0, len(vectors), AT_ONCE):
            turned[start : start + AT_ONCE] = self._turned(vectors[start : start + AT_ONCE])
        return turned

    def _turned(self, vectors: Vectors) -> Vectors:
        seen = vectors - self.mean
        through = np.maximum(seen @ self.into_bends + self.thresholds, 0)
        turned = (seen @ self.directions + through @ self.out_of_bends) * vectors.any(axis=1, keepdims=True)
        return np.asarray(turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9), np.float32)


class TaughtLabels:
    """Labels along the taught directions."""

    def __init__(self, meaning: LabelMeaning, taught: Taught) -> None:
        self.owner, self._owners = meaning.owner, meaning.owners
        self.vectors = taught.of(meaning.vectors)

    def near(self, turned: Vectors) -> Floats:
        """How near each concept's nearest label is, from 0 to 1. Shape (concepts,)."""
        return np.asarray(np.maximum(self._owners.highest(cosines(self.vectors, turned)), 0), np.float32)


class TaughtMeaning:
    """Concepts along the taught directions: by their nearest label of each of two languages, and by all together."""

    def __init__(self, size: int, danish: LabelMeaning, english: LabelMeaning, taught: Taught) -> None:
        self._taught = taught
        self._danish, self._english = TaughtLabels(danish, taught), TaughtLabels(english, taught)
        self._middle = middle(size, self._danish, self._english)

    def near(self, vector: Vectors) -> Floats:
        """How near each concept is to a vector of the model in each way of TAUGHT. Shape (len(TAUGHT), concepts)."""
        turned = self._taught.of(vector[None])[0]
        whole = np.asarray(np.maximum(cosines(self._middle, turned), 0), np.float32)
        return np.stack([self._danish.near(turned), self._english.near(turned), whole])


def taught_for(embedder: Embedder) -> Taught:
    """What was learnt for the embedder's model; of any other model the vectors as they are."""
    taught = load_taught()
    if MODEL in embedder.name and embedder.dimensions == len(taught.mean):
        return taught
    size = embedder.dimensions
    zeros = np.zeros((size, 0), np.float32)
    return Taught(np.zeros(size, np.float32), np.eye(size, dtype=np.float32), zeros, zeros[0], zeros.T)


@cache
def load_taught(file: Path = FILE) -> Taught:
    """The directions of a file."""
    with np.load(file) as content:
        return Taught(**{one.name: content[one.name].astype(np.float32) for one in fields(Taught)})
