"""The bundled collection in a record with its index, for all tests of why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.settings import read_settings
from api.wiring import House
from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.evaluation.collection import bundled_cvs, bundled_orders


@dataclass(frozen=True)
class RememberingHouse(House):
    """The house with the vectors that all tests share."""

    model: CachedEmbedder

    @property
    def embedder(self) -> CachedEmbedder:  # type: ignore[override]
        return self.model


def put(house: House, *values: Cv | JobOrder) -> None:
    """Put them in the record and the index."""
    with house.database.transaction("test") as record:
        record.cvs.put_many([one for one in values if isinstance(one, Cv)])
        record.job_orders.put_many([one for one in values if isinstance(one, JobOrder)])
    house.index.run_once()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, embedder: CachedEmbedder) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("why")
    opened = RememberingHouse(read_settings({"data": str(folder)}, environment={}), embedder)
    put(opened, *bundled_orders()[:8], *bundled_cvs()[:120])
    yield opened
    opened.index.close()
    opened.database.close()
