"""An application with a few bundled orders and CVs, served to a test client."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import read_settings
from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from taxonomy.catalog import Catalog

ORDERS, CVS = 3, 12
HOST = "testserver"

ORDER = {
    "id": "A-1",
    "title": "Lagermedarbejder til aften",
    "text": "Vi mangler to til pluk og pak. Truckcertifikat B er et krav. Ring til Bodil Testesen, 20 30 40 50.",
    "employer": "Kajens Lager A/S",
    "order_type": "ordinaer",
    "positions": 2,
    "postcode": "2150",
    "must_have": ["truckcertifikat B"],
    "contact": {"name": "Bodil Testesen", "phone": "20304050", "email": "bodil@kajens.example"},
}
CV = {
    "id": "C-1",
    "headline": "Lagermand med truck",
    "text": "Seks år på lager. Plukker og kører truck.",
    "licences": ["truckcertifikat B"],
    "desired_jobs": ["lagermedarbejder"],
    "postcode": "2300",
    "match_category": 1,
    "cv_approved": True,
}


@dataclass(frozen=True)
class SmallComponents(Components):
    """Components with a small taxonomy and vectors that all tests share: little is embedded, and that once."""

    model: CachedEmbedder
    known: Catalog

    @property
    def embedder(self) -> CachedEmbedder:  # type: ignore[override]
        return self.model

    @property
    def catalog(self) -> Catalog:  # type: ignore[override]
        return self.known


def small_components(folder: Path, embedder: CachedEmbedder, catalog: Catalog, **given: str) -> SmallComponents:
    """Components over an empty record in the folder, with other settings where given."""
    return SmallComponents(read_settings({"data": str(folder), **given}, {}), embedder, catalog)


def fill(components: Components) -> None:
    """Put the first bundled orders and CVs in the record."""
    with components.database.transaction("test") as record:
        record.job_orders.put_many(bundled_orders()[:ORDERS])
        record.cvs.put_many(bundled_cvs()[:CVS])


def client_of(components: Components) -> TestClient:
    """A client of the application; use it as a context, for the application to start and end."""
    return TestClient(create_app(components, hosts=(HOST,)), follow_redirects=False)


def in_step(components: Components) -> None:
    """Wait for nothing: bring the index in step now."""
    components.index.run_once()
