"""The engine over a real cluster keeps to the contract."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from indexer.engines.opensearch import Cluster, OpenSearchAddress, OpenSearchEngine
from indexer.engines.opensearch.index import remove_index
from tests.contracts.documents import SCHEMA
from tests.contracts.engine_contract import EngineContract, Opened
from tests.services import opensearch


@pytest.mark.services
class TestOpenSearchOfOneNode(EngineContract):
    @pytest.fixture
    def opened(self, one_node: opensearch.Cluster) -> Iterator[Opened]:
        cluster = Cluster(OpenSearchAddress(tuple(one_node.urls), search_seconds=20))
        alias = f"contract-{uuid.uuid4().hex}"
        yield lambda: OpenSearchEngine(cluster, alias, SCHEMA)
        remove_index(cluster, alias)
        cluster.close()
