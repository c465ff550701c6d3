"""How near texts are by what synonyms taught: directions of the model's vectors in which names of one job lie together.

The model tells any two titles apart by what they are about; these directions, learnt from labels of the same
occupation, leave out what such labels differ in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.embedding.directions import along
from indexer.linking.labels import Floats, LabelMeaning, cosines, middle

FILE = Path(__file__).parent / "data" / "taught.npz"  # by `python -m tests.quality.fit_taught CACHE`
TAUGHT = ("taught_danish", "taught_english", "taught_middle")
MODEL = "multilingual-e5-small"  # whose vectors it was learnt from; quantised or not


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """Turns vectors of the model into unit vectors along the taught directions."""

    mean: Vectors
    directions: Vectors

    def of(self, vectors: Vectors) -> Vectors:
        """The vectors along the directions, that of an empty text zero as before. Shape (vectors, directions)."""
        return along(vectors, self.mean, self.directions)


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
    return Taught(np.zeros(embedder.dimensions, np.float32), np.eye(embedder.dimensions, dtype=np.float32))


@cache
def load_taught(file: Path = FILE) -> Taught:
    """The directions of a file."""
    with np.load(file) as content:
        return Taught(content["mean"].astype(np.float32), content["directions"].astype(np.float32))
