"""What many tests share: the taxonomy, the bundled model, and the scorer over both.

Vectors are remembered in build/ (not in git): a second run embeds nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.choose import choose_embedder
from indexer.records.database import Database
from matcher.evaluation.collection import bundled_cvs
from matcher.ranking.panel import load_reference_panel
from matcher.ranking.score import Scorer
from matcher.ranking.weights import load_weights
from taxonomy.catalog import Catalog, load_catalog

# A slow machine is no failure: what takes how long is for the benchmarks to say.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

VECTORS = Path(__file__).parents[1] / "build" / "test-vectors"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty record in record.sqlite."""
    opened = Database(str(tmp_path / "record.sqlite"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="session")
def embedder() -> Iterator[CachedEmbedder]:
    model = choose_embedder(cache_folder=VECTORS)
    yield model
    model.close()


@pytest.fixture(scope="session")
def scorer(catalog: Catalog, embedder: CachedEmbedder) -> Scorer:
    return Scorer(load_weights(), load_reference_panel(embedder, catalog, bundled_cvs), catalog)
