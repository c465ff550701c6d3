"""Components with bundled orders and CVs for each module of the tests of why, proposals and replays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.settings import read_settings
from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from tests.matcher.bundled_components import ComponentsWithCachedVectors, put


@pytest.fixture(scope="module")
def components(tmp_path_factory: pytest.TempPathFactory, embedder: CachedEmbedder) -> Iterator[Components]:
    """Eight orders and 120 CVs."""
    folder = tmp_path_factory.mktemp("bundled")
    opened = ComponentsWithCachedVectors(read_settings({"data": str(folder)}, environment={}), embedder)
    put(opened, *bundled_orders()[:8], *bundled_cvs()[:120])
    yield opened
    opened.index.close()
    opened.database.close()
