"""The bundled vectors of the taxonomy's labels."""

from __future__ import annotations

import numpy as np

from indexer.embedding.cache import CachedEmbedder
from matcher.dispatch import labels
from taxonomy.catalog import Catalog
from tests.factories import catalog_of


def test_the_bundled_vectors_belong_to_today_s_labels(catalog: Catalog, embedder: CachedEmbedder) -> None:
    with np.load(labels.FILE) as table:
        made_of = str(table["made_of"])
    assert made_of == labels.made_of(labels.labels_of(catalog), embedder), "run: python -m matcher.make_data"


def test_edited_labels_are_embedded_and_give_the_very_same_vectors(catalog: Catalog, embedder: CachedEmbedder) -> None:
    some = tuple(catalog.occupations)[:3]
    bundled = labels.label_vectors(catalog, embedder)[:6]
    assert np.array_equal(labels.label_vectors(catalog_of(catalog, *some), embedder), bundled)
