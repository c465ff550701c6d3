"""Compares texts with the labels of concepts: by letters, by equality and by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder, Vectors
from indexer.terms import BUCKETS, term_ids
from taxonomy.language import fold

Floats = NDArray[np.float32]
Labels = Sequence[Sequence[str]]
UNRELATED = 0.8  # two unrelated titles of a few words have about this cosine in multilingual e5


class LabelOwners:
    """Which concept each label belongs to."""

    def __init__(self, counts: Sequence[int]) -> None:
        self.size = len(counts)
        self._having = np.flatnonzero(np.array(counts, np.intp))
        kept = np.array(counts, np.intp)[self._having]
        self._starts = np.concatenate(([0], np.cumsum(kept)[:-1])) if len(kept) else kept

    def highest(self, of_labels: Floats) -> Floats:
        """The highest value of each concept's labels; 0 where it has none. Shape (concepts,)."""
        best = np.zeros(self.size, np.float32)
        if len(self._having):
            best[self._having] = np.maximum.reduceat(of_labels, self._starts)
        return best


class LabelLetters:
    """Cosines over stems, parts of compounds and character n-grams, weighted by rarity."""

    def __init__(self, labels: Labels) -> None:
        self._owners = LabelOwners([len(of_concept) for of_concept in labels])
        terms = [term_ids(label) for of_concept in labels for label in of_concept]
        bucket = np.concatenate([np.zeros(0, np.uint32), *terms])
        label = np.repeat(np.arange(len(terms)), [len(found) for found in terms])
        counts = np.bincount(bucket, minlength=BUCKETS)
        # A term in every label still counts a little: cosines of two equal labels are then one.
        self._rarity = (np.log((1 + len(terms)) / (1 + counts)) + 0.3).astype(np.float32) ** 2
        self._by_bucket = label[np.argsort(bucket, kind="stable")]
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._lengths = np.sqrt(np.bincount(label, self._rarity[bucket], len(terms))).astype(np.float32)

    def near(self, text: str) -> Floats:
        """How near each concept's nearest label is, from 0 to 1. Shape (concepts,)."""
        return self._owners.highest(self._of_labels(text))

    def near_on_average(self, texts: Sequence[str]) -> Floats:
        """The same for the label that is nearest to all the texts taken together."""
        if not texts:
            return np.zeros(self._owners.size, np.float32)
        return self._owners.highest(np.mean([self._of_labels(text) for text in texts], axis=0, dtype=np.float32))

    def _of_labels(self, text: str) -> Floats:
        shared = np.zeros(len(self._lengths), np.float32)
        found = term_ids(text)
        for bucket in found:
            shared[self._by_bucket[self._starts[bucket] : self._starts[bucket + 1]]] += self._rarity[bucket]
        scale = self._lengths * np.sqrt(self._rarity[found].sum())
        return np.asarray(np.divide(shared, scale, out=np.zeros_like(shared), where=scale > 0))


class SameLabels:
    """Concepts that go by exactly this label; case, hyphens and spaces aside."""

    def __init__(self, labels: Labels) -> None:
        self._size = len(labels)
        self._rows: dict[str, list[int]] = {}
        for row, of_concept in enumerate(labels):
            for key in {bare(label) for label in of_concept} - {""}:
                self._rows.setdefault(key, []).append(row)

    def same(self, text: str) -> Floats:
        """1 for each concept that goes by the label, else 0. Shape (concepts,)."""
        found = np.zeros(self._size, np.float32)
        found[self._rows.get(bare(text), [])] = 1
        return found


class LabelMeaning:
    """Vectors of labels; each label is embedded once and then cached."""

    def __init__(self, labels: Labels, embedder: Embedder) -> None:
        self.owners = LabelOwners([len(of_concept) for of_concept in labels])
        self.owner = np.repeat(np.arange(len(labels)), [len(of_concept) for of_concept in labels])
        self.vectors = embedder.queries([label for of_concept in labels for label in of_concept])

    def near(self, vector: Vectors) -> Floats:
        """How near each concept's nearest label is, from 0 for unrelated to 1. Shape (concepts,)."""
        return related(self.owners.highest(cosines(self.vectors, vector)))


class Owned(Protocol):
    """Vectors, each of which belongs to a concept."""

    vectors: Vectors
    owner: NDArray[np.intp]


def middle(size: int, *owned: Owned) -> Vectors:
    """The mean direction of all vectors of each of so many concepts. Shape (size, dimensions)."""
    total = np.zeros((size, owned[0].vectors.shape[1]), np.float32)
    for some in owned:
        np.add.at(total, some.owner, some.vectors)
    lengths = np.linalg.norm(total, axis=1, keepdims=True)
    return np.asarray(total / np.maximum(lengths, 1e-9), np.float32)


def cosines(vectors: Vectors, vector: Vectors) -> Floats:
    """The products of each vector with one. Shape (vectors,).

    Without BLAS: on a busy machine waking its threads costs more than so few products.
    """
    return np.asarray(np.einsum("ld,d->l", vectors, vector), np.float32)


def related(near: Floats) -> Floats:
    """Cosines of the model on a scale where 0 is unrelated and 1 the same; below 0 they are cut."""
    return np.asarray(np.maximum((near - UNRELATED) / (1 - UNRELATED), 0), np.float32)


def bare(label: str) -> str:
    """The folded letters and digits of a label."""
    return "".join(letter for letter in fold(label) if letter.isalnum())
