"""What a house has done before its first request."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.app import warm_up
from api.wiring import House
from indexer.embedding.cache import CachedEmbedder
from taxonomy.catalog import Catalog
from tests.api.serving import fill, in_step, small_house


@pytest.fixture
def house(tmp_path: Path, embedder: CachedEmbedder, catalog: Catalog) -> House:
    house = small_house(tmp_path, embedder, catalog)
    fill(house)
    return house


def test_an_index_that_stands_is_opened_and_searched_before_anybody_asks(
    house: House, tmp_path: Path, embedder: CachedEmbedder, catalog: Catalog
) -> None:
    in_step(house)
    house.close()
    again = small_house(tmp_path, embedder, catalog)
    warm_up(again)
    assert again.index.generation == "g000001"
    again.close()


def test_no_index_is_built_while_everybody_waits_for_the_door_to_open(house: House) -> None:
    warm_up(house)
    assert not house.index.generation
    house.close()


def test_an_index_that_cannot_be_opened_keeps_no_house_closed(
    house: House, tmp_path: Path, embedder: CachedEmbedder, catalog: Catalog
) -> None:
    in_step(house)
    house.close()
    for journal in tmp_path.glob("index/*/cvs/journal.bin"):
        journal.write_bytes(b"x" * journal.stat().st_size)
    again = small_house(tmp_path, embedder, catalog)
    warm_up(again)
    again.close()
