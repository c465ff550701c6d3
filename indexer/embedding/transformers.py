"""Any sentence-transformers model by name or folder; an extra, since its torch weighs gigabytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from indexer.embedding.contract import Vectors
from indexer.embedding.e5 import clean
from indexer.embedding.errors import ModelMissingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

E5_PREFIXES = ("query: ", "passage: ")  # what models of the e5 family were trained with (Wang et al. 2022)


class SentenceTransformersMissingError(ModelMissingError):
    """The extra is not installed."""


class SentenceTransformersEmbedder:
    """Embedder over a sentence-transformers model; uses a GPU where torch finds one."""

    def __init__(self, model: str) -> None:
        self._name = model

    @property
    def name(self) -> str:
        """The model's name or folder as it was given."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of a vector, asked of the model."""
        dimensions = self._model.get_sentence_embedding_dimension()
        return int(dimensions or 0)

    @cached_property
    def _model(self) -> SentenceTransformer:
        try:
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - an extra that loads torch
        except ImportError as error:
            raise SentenceTransformersMissingError(
                "Modellen kræver tilvalget sentence-transformers: pip install 'jobformidling[sentence-transformers]'"
            ) from error
        return SentenceTransformer(self._name)

    @property
    def _prefixes(self) -> tuple[str, str]:
        return E5_PREFIXES if "e5" in self._name.lower() else ("", "")

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of texts to be found; see the contract."""
        vectors = self._embed(texts, self._prefixes[1])
        if progress:
            progress(len(texts))
        return vectors

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to search with; see the contract."""
        return self._embed(texts, self._prefixes[0])

    def _embed(self, texts: Sequence[str], prefix: str) -> Vectors:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        rows = [row for row, text in enumerate(texts) if clean(text)]
        if rows:
            encoded = self._model.encode(
                [prefix + clean(texts[row]) for row in rows], normalize_embeddings=True, show_progress_bar=False
            )
            vectors[rows] = np.asarray(encoded, dtype=np.float32)
        return vectors
