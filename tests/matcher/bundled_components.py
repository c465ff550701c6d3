"""Components with some of the bundled collection in their record and index."""

from __future__ import annotations

from dataclasses import dataclass

from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder


@dataclass(frozen=True)
class ComponentsWithCachedVectors(Components):
    """Components with the embedder whose vectors all tests share."""

    model: CachedEmbedder

    @property
    def embedder(self) -> CachedEmbedder:  # type: ignore[override]
        return self.model


def put(components: Components, *values: Cv | JobOrder) -> None:
    """Put them in the record and the index."""
    with components.database.transaction("test") as record:
        record.cvs.put_many([one for one in values if isinstance(one, Cv)])
        record.job_orders.put_many([one for one in values if isinstance(one, JobOrder)])
    components.index.run_once()
