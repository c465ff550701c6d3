"""The whole components over a cluster: served, stopped under its feet, served again, and changed back."""

from __future__ import annotations

import shutil
import signal
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from api.cli import main
from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from taxonomy.catalog import Catalog
from tests.api.serving import ORDER, client_of, fill, small_components
from tests.factories import catalog_of
from tests.services import opensearch

pytestmark = pytest.mark.services
OCCUPATIONS = ("lagermedarbejder", "truckfoerer", "rengoeringsassistent", "chauffoer_ce", "sygeplejerske")
CANDIDATES = "/api/v1/job-orders/S-101/candidates"
JOBS = "/api/v1/jobs/search?q=lager"
NEAR = "/api/v1/jobs/search?postcode=2150&radius_km=40"


@pytest.fixture
def given(one_node: opensearch.Cluster, request: pytest.FixtureRequest) -> dict[str, str]:
    prefix = f"test{abs(hash(request.node.name))}"
    return {"engine": "opensearch", "opensearch_url": one_node.nodes[0].url, "opensearch_prefix": prefix}


@pytest.fixture
def components(tmp_path: Path, embedder: CachedEmbedder, catalog: Catalog, given: dict[str, str]) -> Components:
    known = catalog_of(catalog, *(one for one in OCCUPATIONS if one in catalog.occupations))
    made = small_components(tmp_path, embedder, known, **given)
    fill(made)
    return made


def until_served(client: TestClient, address: str) -> TestClient:
    for _ in range(600):
        if client.get(address).status_code == 200 and client.get("/health").json()["index"]["lag"] == 0:
            return client
        time.sleep(0.1)
    raise TimeoutError(address)


def test_a_cluster_serves_what_the_embedded_engine_serves(
    components: Components, tmp_path: Path, embedder: CachedEmbedder
) -> None:
    shutil.copytree(tmp_path, tmp_path / "copy", dirs_exist_ok=True)
    embedded = small_components(tmp_path / "copy", embedder, components.catalog)
    with client_of(components) as one, client_of(embedded) as other:
        until_served(one, CANDIDATES), until_served(other, CANDIDATES)
        for address, part in ((CANDIDATES, "candidates"), (JOBS, "hits"), (NEAR, "hits")):
            assert one.get(address).json()[part] == other.get(address).json()[part]


def test_while_the_cluster_is_dead_orders_are_received_and_searches_say_so(
    components: Components, one_node: opensearch.Cluster
) -> None:
    with client_of(components) as client:
        until_served(client, CANDIDATES)
        one_node.nodes[0].stop(signal.SIGKILL)
        received = client.post("/api/v1/job-orders", json={**ORDER, "id": "A-77"})
        assert received.status_code == 201
        assert not received.json()["search"]["up"]
        for address in (CANDIDATES, JOBS):
            answer = client.get(address)
            assert (answer.status_code, "retry-after" in answer.headers) == (503, True)
        assert client.get("/health").json()["status"] == "degraded"
        one_node.start()
        until_served(client, "/api/v1/job-orders/A-77/candidates")
        assert components.index.check().sound


def test_the_command_line_tells_builds_and_checks_the_index(
    components: Components, tmp_path: Path, given: dict[str, str]
) -> None:
    components.close()
    settings = {f"JOBFORMIDLING_{name.upper()}": value for name, value in given.items()}

    def index(*what: str) -> str:
        shown = CliRunner(env=settings).invoke(main, ["index", *what, "--data", str(tmp_path)])
        assert shown.exit_code == 0, shown.output
        return shown.output

    assert "12 CV'er" in index("rebuild")
    assert "i drift" in index("status")
    assert "Indeks og arkiv stemmer." in index("check")
    # The embedded engine cannot read that index, and says what to do.
    shown = CliRunner(env={"JOBFORMIDLING_ENGINE": "embedded"}).invoke(
        main, ["index", "status", "--data", str(tmp_path)]
    )
    assert shown.exit_code == 2
    assert "søgemaskinen (opensearch → ingen)" in shown.output
    assert "index rebuild" in shown.output
