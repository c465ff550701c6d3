"""A house of a few bundled orders and CVs, served to a test client."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import read_settings
from api.wiring import House
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
class SmallHouse(House):
    """A house with a small taxonomy and vectors that all tests share: little is embedded, and that once."""

    model: CachedEmbedder
    known: Catalog

    @property
    def embedder(self) -> CachedEmbedder:  # type: ignore[override]
        return self.model

    @property
    def catalog(self) -> Catalog:  # type: ignore[override]
        return self.known


def small_house(folder: Path, embedder: CachedEmbedder, catalog: Catalog, **given: str) -> SmallHouse:
    """The house over an empty record in the folder, with other settings where given."""
    return SmallHouse(read_settings({"data": str(folder), **given}, {}), embedder, catalog)


def fill(house: House) -> None:
    """Put the first bundled orders and CVs in the record."""
    with house.database.transaction("test") as record:
        record.job_orders.put_many(bundled_orders()[:ORDERS])
        record.cvs.put_many(bundled_cvs()[:CVS])


def client_of(house: House) -> TestClient:
    """A client of the house's application; use it as a context, for the application to start and end."""
    return TestClient(create_app(house, hosts=(HOST,)), follow_redirects=False)


def in_step(house: House) -> None:
    """Wait for nothing: bring the index in step now."""
    house.index.run_once()
