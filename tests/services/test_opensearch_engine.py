"""The engine over a real cluster keeps to the contract, on one node and on three."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from indexer.engines.opensearch import OpenSearchEngine
from tests.contracts.documents import SCHEMA
from tests.contracts.engine_contract import EngineContract, Opened
from tests.services import opensearch
from tests.services.reaching import reached


@pytest.mark.services
class TestOpenSearchOfOneNode(EngineContract):
    @pytest.fixture
    def opened(self, one_node: opensearch.Cluster) -> Iterator[Opened]:
        yield from opened_in(one_node)


@pytest.mark.services
class TestOpenSearchOfThreeNodes(EngineContract):
    @pytest.fixture
    def opened(self, three_nodes: opensearch.Cluster) -> Iterator[Opened]:
        yield from opened_in(three_nodes)


def opened_in(running: opensearch.Cluster) -> Iterator[Opened]:
    with reached(running) as cluster:
        alias = f"{cluster.address.prefix}-{uuid.uuid4().hex}"
        yield lambda: OpenSearchEngine(cluster, alias, SCHEMA)
