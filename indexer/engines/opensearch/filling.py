"""Bulk loading of a new index: replication, refreshing and syncing wait until everything is in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from indexer.engines.opensearch.cluster import Cluster
from indexer.engines.opensearch.index_form import filling_settings, serving_settings

_LOOK = 0.25  # seconds between two checks of the replicas
_GIVEN_UP = 10.0  # seconds without a replica on its way
_LONGEST_COPYING = 1800.0  # seconds; after that the index serves with the replicas there are


@contextmanager
def filling(cluster: Cluster, alias: str) -> Iterator[None]:
    """The index without replicas, refreshes and syncs inside the block; flushed and replicated after it.

    When the block fails the index stays as it is: it was never in use, and the next rebuild removes it.
    """
    _set(cluster, alias, filling_settings())
    yield
    cluster.change("POST", f"/{alias}/_flush")
    cluster.change("POST", f"/{alias}/_refresh")
    _set(cluster, alias, serving_settings())
    _wait_for_copies(cluster, alias)


def _set(cluster: Cluster, alias: str, settings: dict[str, object]) -> None:
    cluster.change("PUT", f"/{alias}/_settings", {"index": settings})


def _wait_for_copies(cluster: Cluster, alias: str) -> None:
    """Wait until every shard has its replicas, or none has been on its way for a while: the cluster may lack room."""
    began = moving = time.monotonic()
    while (now := time.monotonic()) - began < _LONGEST_COPYING:
        health = cluster.change("GET", f"/_cluster/health/{alias}")
        if health["status"] == "green":
            return
        moving = now if health["initializing_shards"] else moving
        if now - moving > _GIVEN_UP:
            return
        time.sleep(_LOOK)
