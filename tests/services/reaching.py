"""Ways to a running cluster, each with names of its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from indexer.engines.opensearch import Cluster, OpenSearchAddress
from tests.services import opensearch


def patient(running: opensearch.Cluster) -> OpenSearchAddress:
    """Its address, with more time than usual: the tests share their cores with the nodes."""
    return OpenSearchAddress(
        tuple(running.urls), search_seconds=20, write_seconds=120, prefix=f"test_{uuid.uuid4().hex[:12]}"
    )


@contextmanager
def reached(running: opensearch.Cluster) -> Iterator[Cluster]:
    """A way to the cluster; what stands behind its names is removed with it."""
    cluster = Cluster(patient(running))
    try:
        yield cluster
        cluster.change("DELETE", f"/{cluster.address.prefix}-*", expand_wildcards="open,hidden")
    finally:
        cluster.close()
