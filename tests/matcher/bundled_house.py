"""A house with some of the bundled collection in its record and index."""

from __future__ import annotations

from dataclasses import dataclass

from api.wiring import House
from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder


@dataclass(frozen=True)
class HouseWithCachedVectors(House):
    """A house with the embedder whose vectors all tests share."""

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
