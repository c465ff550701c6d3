"""Engines grown from size to size, measured at each."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from indexer.engines.contract import SearchEngine, SearchQuery
from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.opensearch import Cluster, OpenSearchAddress, OpenSearchEngine
from tests.benchmarks.grown import Grown
from tests.benchmarks.stages import Stage, asked, put_and_found
from tests.services.opensearch import Cluster as Running
from tests.services.opensearch import running_opensearch

ALIAS = "benchmark-scale"
DEPTH = 500


@dataclass(frozen=True)
class Subject:
    """An engine and ways to see what it takes: bytes on disk and in memory, seconds of processors."""

    name: str
    engine: SearchEngine

    def disk(self) -> float:
        """Bytes on disk."""
        raise NotImplementedError

    def memory(self) -> float:
        """Bytes in memory that are its own."""
        raise NotImplementedError

    def processor(self) -> float:
        """Seconds of all processors spent so far."""
        raise NotImplementedError


@dataclass(frozen=True)
class Embedded(Subject):
    """The engine in this process."""

    folder: Path
    before: int

    def disk(self) -> float:
        """Bytes of all its files."""
        return float(sum(one.stat().st_size for one in self.folder.rglob("*") if one.is_file()))

    def memory(self) -> float:
        """What this process took since the engine was opened."""
        gc.collect()
        return float(own_memory(os.getpid()) - self.before)

    def processor(self) -> float:
        """Of this process."""
        return time.process_time()


@dataclass(frozen=True)
class Clustered(Subject):
    """The engine over nodes on this machine."""

    cluster: Cluster
    running: Running

    def disk(self) -> float:
        """Bytes of one copy of every shard."""
        return float(self.cluster.ask("GET", f"/{ALIAS}/_stats/store")["_all"]["primaries"]["store"]["size_in_bytes"])

    def memory(self) -> float:
        """Of all nodes together; a heap is taken whole from the start."""
        return float(sum(own_memory(node.process) for node in self.running.nodes if node.process))

    def processor(self) -> float:
        """Of the nodes and of this process."""
        return time.process_time() + sum(_processor(node.process) for node in self.running.nodes if node.process)


@contextmanager
def embedded(grown: Grown) -> Iterator[Embedded]:
    """An empty index in a folder of its own."""
    with TemporaryDirectory(prefix="scale-") as folder:
        _ = grown.queries  # whatever they load is no part of the engine
        gc.collect()
        engine = EmbeddedEngine(Path(folder) / "cvs", grown.schema)
        yield Embedded("embedded", engine, Path(folder), own_memory(os.getpid()))
        engine.close()


@contextmanager
def clustered(grown: Grown, nodes: int) -> Iterator[Clustered]:
    """An empty index on so many fresh nodes."""
    with running_opensearch(nodes, hasty=False) as running:
        cluster = Cluster(OpenSearchAddress(tuple(running.urls), search_seconds=60, write_seconds=120))
        yield Clustered(f"opensearch-{nodes}", OpenSearchEngine(cluster, ALIAS, grown.schema), cluster, running)
        cluster.close()


def stages(subject: Subject, grown: Grown, sizes: Sequence[int]) -> Iterator[Stage]:
    """Grow the engine to every size in turn and measure it there."""
    queries: list[SearchQuery] = [query.at_depth(DEPTH) for query in grown.queries]
    seconds, spent, held = 0.0, 0.0, 0
    for size in sizes:
        more, more_spent = _fill(subject, grown, held, size)
        seconds, spent, held = seconds + more, spent + more_spent, size
        p50, p95, processor = asked(subject.engine, queries, subject.processor)
        alone = put_and_found(subject.engine, next(grown.between(0, 1))[0])
        yield Stage(size, seconds, spent, subject.disk(), subject.memory(), p50, p95, processor, alone)


def _fill(subject: Subject, grown: Grown, first: int, last: int) -> tuple[float, float]:
    """Seconds inside the engine, on the clock and on the processors."""
    seconds = spent = 0.0
    with click.progressbar(length=last - first, label=f"{subject.name}: fill to {last:,}") as bar:
        began, before = time.perf_counter(), subject.processor()
        making = making_spent = 0.0
        with subject.engine.filling():
            started, started_spent = time.perf_counter(), time.process_time()
            for documents in grown.between(first, last):
                making += time.perf_counter() - started
                making_spent += time.process_time() - started_spent
                subject.engine.put(documents)
                bar.update(len(documents))
                started, started_spent = time.perf_counter(), time.process_time()
        seconds, spent = time.perf_counter() - began - making, subject.processor() - before - making_spent
    return seconds, spent


def own_memory(process: int) -> int:
    """Bytes that are the process's own, without pages of files."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return 1024 * next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))


def _processor(process: int) -> float:
    """Seconds of processors that another process has taken."""
    numbers = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")
