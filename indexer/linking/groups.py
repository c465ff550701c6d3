"""Compares titles with the concepts' ISCO groups: registers often name a group where people name an occupation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.labels import Floats, LabelMeaning, cosines, related


class GroupMiddles:
    """The mean vector of all concepts of each group."""

    def __init__(self, groups: Sequence[str], middle: Vectors) -> None:
        known, self._group = np.unique(np.array(groups, str), return_inverse=True)
        total = np.zeros((len(known), middle.shape[1]), np.float32)
        np.add.at(total, self._group, middle)
        total[known == ""] = 0  # those without a group have nothing in common
        self._vectors = np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9), np.float32)

    def near(self, vector: Vectors) -> Floats:
        """How near each concept's group is, from 0 to 1. Shape (concepts,)."""
        return np.asarray(related(cosines(self._vectors, vector))[self._group], np.float32)


class GroupNames:
    """The names of the groups themselves, where the official files have them."""

    def __init__(self, names: Sequence[tuple[str, ...]], embedder: Embedder) -> None:
        known = list(dict.fromkeys(names))
        places = {name: place for place, name in enumerate(known)}
        self._group = np.array([places[name] for name in names], np.intp)
        self._meaning = LabelMeaning(known, embedder)

    def near(self, vector: Vectors) -> Floats:
        """How near the nearest name of each concept's group is, 0 where it has none. Shape (concepts,)."""
        return np.asarray(self._meaning.near(vector)[self._group], np.float32)
