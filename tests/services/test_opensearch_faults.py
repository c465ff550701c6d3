"""What users see while a cluster breaks: registering never stops, searching answers or says that it is down."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.engines.opensearch import Cluster
from indexer.generations.opensearch import OpenSearchGenerations
from tests.indexer.building import CV_SCHEMA, JOB_ORDER_SCHEMA
from tests.indexer.indexed import FINGERPRINT, Indexed, with_words
from tests.indexer.samples import cv
from tests.services import opensearch
from tests.services.load import Seen, nothing_is_lost, under_load
from tests.services.reaching import patient

pytestmark = pytest.mark.services
REPORT = Path(__file__).parents[2] / "build" / "fault-report.md"
COLUMNS = ("what was broken", "seconds", "registered", "searches answered", "refused", "longest wait, s", "lost")
HEAD = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|\n"
QUIETLY = 2.0  # seconds of load before and after


@pytest.fixture(scope="module", autouse=True)
def report() -> None:
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(HEAD)


@pytest.fixture
def cluster(three_nodes: opensearch.Cluster) -> Iterator[Cluster]:
    cluster = Cluster(replace(patient(three_nodes), search_seconds=2.5, write_seconds=10))
    yield cluster
    three_nodes.wait()
    cluster.change("DELETE", f"/{cluster.address.prefix}-*")
    cluster.close()


@pytest.fixture
def indexed(tmp_path: Path, cluster: Cluster) -> Indexed:
    indexed = Indexed(tmp_path, OpenSearchGenerations(cluster, CV_SCHEMA, JOB_ORDER_SCHEMA))
    indexed.put(*(cv(id=f"C-{n:03}", text=f"svejser nummer{n}") for n in range(500)))
    indexed.rebuild.run(FINGERPRINT)
    return indexed


@contextmanager
def broken(indexed: Indexed, what: str) -> Iterator[Seen]:
    """Load before, during and after what the block does; a line of the report."""
    with under_load(indexed) as seen:
        time.sleep(QUIETLY)
        began = time.monotonic()
        yield seen
        seconds = time.monotonic() - began
        time.sleep(QUIETLY)
    sound = nothing_is_lost(indexed)
    line = f"| {what} | {seconds:.0f} | {seen.registered} | {seen.answered} | {seen.refused} | {seen.longest:.1f} |"
    with REPORT.open("a") as report:
        report.write(f"{line} {'nothing' if sound else 'INDEX AND RECORD DIFFER'} |\n")
    assert sound
    assert not seen.others
    assert seen.registered
    assert seen.answered


@pytest.mark.parametrize("which", ["the manager", "another node"])
def test_a_node_is_killed_and_comes_back(
    indexed: Indexed, cluster: Cluster, three_nodes: opensearch.Cluster, which: str
) -> None:
    manager = cluster.ask("GET", "/_cat/cluster_manager", format="json")[0]["node"]
    victim = next(node for node in three_nodes.nodes if (node.folder.name == manager) == (which == "the manager"))
    with broken(indexed, f"{which} is killed (kill -9), started again"):
        victim.stop(signal.SIGKILL)
        time.sleep(QUIETLY)
        victim.start(three_nodes.home)
        three_nodes.wait()


def test_a_node_is_cut_off(indexed: Indexed, three_nodes: opensearch.Cluster) -> None:
    process = three_nodes.nodes[1].process
    assert process is not None
    with broken(indexed, "a node is cut off (stopped) for 6 s"):
        os.kill(process, signal.SIGSTOP)
        time.sleep(6)
        os.kill(process, signal.SIGCONT)
        three_nodes.wait()


def test_the_whole_cluster_dies_and_comes_back(indexed: Indexed, three_nodes: opensearch.Cluster) -> None:
    with broken(indexed, "all nodes are killed, started again") as seen:
        for node in three_nodes.nodes:
            node.stop(signal.SIGKILL)
        time.sleep(QUIETLY)
        three_nodes.start()
    assert seen.refused


def test_the_index_is_made_read_only(indexed: Indexed, cluster: Cluster) -> None:
    def block(whether: bool) -> None:
        cluster.change("PUT", f"/{cluster.address.prefix}-*/_settings", {"index.blocks.write": whether})

    with broken(indexed, "the indexes are made read-only for 5 s"):
        block(True)
        time.sleep(5)
        block(False)


def test_the_disk_reaches_the_flood_stage(indexed: Indexed, cluster: Cluster) -> None:
    disk = "cluster.routing.allocation.disk"

    def settings(**values: object) -> None:
        cluster.change("PUT", "/_cluster/settings", {"persistent": {f"{disk}.{k}": v for k, v in values.items()}})

    full = dict.fromkeys(("watermark.low", "watermark.high", "watermark.flood_stage"), "900tb")
    with broken(indexed, "the disk reaches the flood stage"):
        cluster.change("PUT", "/_cluster/settings", {"persistent": {"cluster.info.update.interval": "10s"}})
        settings(threshold_enabled=True, **full)
        _until(lambda: "read_only_allow_delete" in str(cluster.ask("GET", f"/{cluster.address.prefix}-*/_settings")))
        settings(threshold_enabled=False, **dict.fromkeys(full))
        cluster.change("PUT", "/_cluster/settings", {"persistent": {"cluster.blocks.create_index": None}})
        unblocked = {"index.blocks.read_only_allow_delete": None}
        cluster.change("PUT", f"/{cluster.address.prefix}-*/_settings", unblocked)


def test_the_aliases_are_deleted(indexed: Indexed, cluster: Cluster) -> None:
    with broken(indexed, "the aliases are deleted") as seen:
        cluster.change("DELETE", f"/{cluster.address.prefix}-*/_alias/*")
    assert not seen.refused


def test_an_old_snapshot_is_restored(indexed: Indexed, cluster: Cluster, three_nodes: opensearch.Cluster) -> None:
    # Whoever restores waits for it; said again because it takes long, it would be refused.
    operator = Cluster(replace(cluster.address, urls=cluster.address.urls[:1], write_seconds=120))
    folder = three_nodes.nodes[0].folder.parent / opensearch.SNAPSHOTS
    operator.change("PUT", "/_snapshot/kept", {"type": "fs", "settings": {"location": str(folder)}})
    snapshot, indexes = f"/_snapshot/kept/{cluster.address.prefix}", f"{cluster.address.prefix}-*"
    wanted = {"indices": indexes, "include_global_state": False}
    operator.change("PUT", snapshot, wanted, wait_for_completion="true")
    indexed.put(cv(id="C-000", text="kok"))
    indexed.erase("C-001")
    indexed.synchroniser(indexed.opened()).run_once()
    with broken(indexed, "an older snapshot is restored over the indexes"):
        operator.change("POST", f"/{indexes}/_close")
        operator.change("POST", f"{snapshot}/_restore", wanted, wait_for_completion="true")
        three_nodes.wait()
    operator.close()
    assert with_words(indexed.opened().cvs, "kok") == ["C-000"]
    assert with_words(indexed.opened().cvs, "nummer1") == []


def _until(true: Callable[[], bool], seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.5)
