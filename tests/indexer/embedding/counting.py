"""An embedder of its own kind: letters counted, no model; it remembers what it was asked to embed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from indexer.embedding.contract import Vectors

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


class LetterEmbedder:
    """The share of each letter in the text, at unit length; queries and passages differ in one dimension."""

    name = "letters-1"
    dimensions = len(LETTERS) + 1

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        vectors = self._embed(texts, 0.0)
        if progress:
            progress(len(texts))
        return vectors

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts, 1.0)

    def _embed(self, texts: Sequence[str], role: float) -> Vectors:
        self.embedded.extend(texts)
        counts = np.array([[*(text.lower().count(letter) for letter in LETTERS), role] for text in texts], np.float32)
        lengths = np.linalg.norm(counts, axis=1, keepdims=True)
        vectors: Vectors = np.divide(counts, lengths, out=np.zeros_like(counts), where=lengths > 0)
        return vectors
