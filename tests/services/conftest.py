"""One OpenSearch for all the tests of this folder, started when the first of them asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.services import opensearch


@pytest.fixture(scope="session")
def one_node() -> Iterator[opensearch.Cluster]:
    with opensearch.running_opensearch() as cluster:
        yield cluster
