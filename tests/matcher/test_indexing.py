"""Documents made of CVs, and made again of what was kept of them."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.records.stored import Stored
from matcher.evaluation.collection import bundled_cvs
from matcher.indexing import Documents
from taxonomy.catalog import Catalog


def test_documents_made_again_of_features_are_the_same(catalog: Catalog, embedder: CachedEmbedder) -> None:
    builder, now = Documents(catalog, embedder, lambda _: {}), datetime(2026, 1, 1, tzinfo=UTC)
    stored = [Stored(cv, 1, now, now, number) for number, cv in enumerate(bundled_cvs()[:60], start=1)]
    documents, features = builder.build_cvs(stored)
    again = builder.build_cvs_again([(one, blob) for one, (_, _, blob) in zip(stored, features, strict=True)])
    for one, other in zip(documents, again, strict=True):
        assert one.vector is not None
        assert other.vector is not None
        assert np.array_equal(one.vector, other.vector)
        for part in ("id", "sequence", "tokens", "keywords", "numbers", "position"):
            assert getattr(one, part) == getattr(other, part)


def test_features_of_another_form_are_refused(catalog: Catalog, embedder: CachedEmbedder) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="form"):
        Documents(catalog, embedder, lambda _: {}).build_cvs_again(
            [(Stored(bundled_cvs()[0], 1, now, now, 1), bytes(100))]
        )
