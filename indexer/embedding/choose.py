"""The embedder that a setting names."""

from __future__ import annotations

from pathlib import Path

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.e5 import BundledE5
from indexer.embedding.transformers import SentenceTransformersEmbedder

BUNDLED = "e5"


def choose_embedder(model: str = BUNDLED, cache_folder: Path | None = None) -> CachedEmbedder:
    """The bundled model for "e5", else the sentence-transformers model of that name or folder; vectors are cached."""
    return CachedEmbedder(BundledE5() if model == BUNDLED else SentenceTransformersEmbedder(model), cache_folder)
