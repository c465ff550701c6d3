"""Real clusters for the tests of this folder, each started when the first test asks for it; and ways to them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indexer.engines.opensearch import Cluster
from tests.services import opensearch
from tests.services.reaching import reached


@pytest.fixture(scope="session")
def one_node() -> Iterator[opensearch.Cluster]:
    with opensearch.running_opensearch() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def three_nodes() -> Iterator[opensearch.Cluster]:
    with opensearch.running_opensearch(nodes=3) as cluster:
        yield cluster


@pytest.fixture
def cluster(one_node: opensearch.Cluster) -> Iterator[Cluster]:
    """A way to the one node, with names of its own and nothing behind them afterwards."""
    with reached(one_node) as found:
        yield found
