"""A served application for each module of tests, so that no module depends on another, and one whose search is down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.settings import read_settings
from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from taxonomy.catalog import Catalog
from tests.api.serving import client_of, fill, in_step, small_components
from tests.factories import catalog_of
from tests.shared_vectors import data_folder

OCCUPATIONS = ("lagermedarbejder", "truckfoerer", "rengoeringsassistent", "chauffoer_ce", "sygeplejerske")


@pytest.fixture(scope="session")
def small_catalog(catalog: Catalog) -> Catalog:
    return catalog_of(catalog, *(one for one in OCCUPATIONS if one in catalog.occupations))


@pytest.fixture(scope="module")
def components(
    tmp_path_factory: pytest.TempPathFactory, embedder: CachedEmbedder, small_catalog: Catalog
) -> Components:
    made = small_components(tmp_path_factory.mktemp("data"), embedder, small_catalog)
    fill(made)
    return made


@pytest.fixture(scope="module")
def client(components: Components) -> Iterator[TestClient]:
    with client_of(components) as serving:
        in_step(components)
        yield serving


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The options that open a record with three bundled orders and forty bundled CVs."""
    folder = data_folder(tmp_path_factory.mktemp("bundled"))
    bundled = Components(read_settings({"data": str(folder)}, environment={}))
    with bundled.database.transaction("test") as record:
        record.job_orders.put_many(bundled_orders()[:3])
        record.cvs.put_many(bundled_cvs()[:40])
    bundled.index.run_once()
    bundled.close()
    return ["--data", str(folder)]


@pytest.fixture
def without_search(tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog) -> Iterator[TestClient]:
    """A client of an application whose index folder cannot be used."""
    made = small_components(tmp_path, embedder, small_catalog)
    fill(made)
    (tmp_path / "index").write_text("noget andet end en mappe", encoding="utf-8")
    with client_of(made) as serving:
        yield serving
