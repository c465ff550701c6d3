"""What the application has done before its first request."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.app import warm_up
from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from taxonomy.catalog import Catalog
from taxonomy.reading import reader
from tests.api.serving import fill, in_step, small_components


@pytest.fixture
def components(tmp_path: Path, embedder: CachedEmbedder, catalog: Catalog) -> Components:
    components = small_components(tmp_path, embedder, catalog)
    fill(components)
    return components


def test_an_index_that_stands_is_opened_and_searched_before_anybody_asks(
    components: Components, tmp_path: Path, embedder: CachedEmbedder, catalog: Catalog
) -> None:
    in_step(components)
    components.close()
    again = small_components(tmp_path, embedder, catalog)
    warm_up(again)
    assert again.index.generation == "g000001"
    again.close()


def test_the_first_who_writes_an_order_down_does_not_wait_for_the_reading_to_be_built(
    components: Components, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_readers", {})
    warm_up(components)
    assert components.catalog in [catalog for catalog, _ in reader._readers.values()]
    components.close()


def test_no_index_is_built_while_everybody_waits_for_the_door_to_open(components: Components) -> None:
    warm_up(components)
    assert not components.index.generation
    components.close()


def test_an_index_that_cannot_be_opened_keeps_no_house_closed(
    components: Components, tmp_path: Path, embedder: CachedEmbedder, catalog: Catalog
) -> None:
    in_step(components)
    components.close()
    for journal in tmp_path.glob("index/*/cvs/journal.bin"):
        journal.write_bytes(b"x" * journal.stat().st_size)
    again = small_components(tmp_path, embedder, catalog)
    assert again.jobs in warm_up(again)
    again.close()
