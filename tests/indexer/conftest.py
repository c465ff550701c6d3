"""Engines of the index that a test's own `indexed` describes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indexer.engines.index_engines import IndexEngines
from tests.indexer.indexed import Indexed


@pytest.fixture
def engines(indexed: Indexed) -> Iterator[IndexEngines]:
    engines = indexed.opened()
    yield engines
    engines.close()
