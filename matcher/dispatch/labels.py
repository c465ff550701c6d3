"""The vectors of the taxonomy's labels: bundled for the default model, so that nobody waits for them at first."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from matcher.texts.quantising import quantised
from taxonomy.catalog import Catalog

FILE = Path(__file__).parent / "data" / "labels.npz"


def labels_of(catalog: Catalog) -> list[str]:
    """Every occupation's Danish and English label, in turn."""
    return [label for found in catalog.occupations.values() for label in (found.label, found.english)]


def label_vectors(catalog: Catalog, embedder: Embedder) -> Vectors:
    """Query vectors of the labels, shape (labels, dimensions); embedded here for another model or edited labels.

    Bundled or fresh, they are the same: both have been rounded to steps.
    """
    labels = labels_of(catalog)
    with np.load(FILE) as table:
        if str(table["made_of"]) == made_of(labels, embedder):
            steps, scales = table["steps"], table["scales"]
        else:
            steps, scales = quantised(embedder.queries(labels))
    vectors: Vectors = steps.astype(np.float32) * scales[:, None]
    return vectors


def made_of(labels: Sequence[str], embedder: Embedder) -> str:
    """The model and the labels in a word; other labels, another word."""
    return f"{embedder.name} {hashlib.sha256(chr(0).join(labels).encode()).hexdigest()[:16]}"


def save_label_vectors(catalog: Catalog, embedder: Embedder) -> None:
    """Write the file that is bundled."""
    labels = labels_of(catalog)
    steps, scales = quantised(embedder.queries(labels))
    np.savez_compressed(FILE, made_of=np.array(made_of(labels, embedder)), steps=steps, scales=scales)
