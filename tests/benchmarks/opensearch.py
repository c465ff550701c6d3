"""The engine over a real cluster of three nodes on this machine: filling, searching, its lists beside the embedded."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from api.settings import OpenSearchSettings
from indexer.engines.opensearch.index import remove_index
from tests.benchmarks.figures import Figure
from tests.benchmarks.grown import Grown
from tests.benchmarks.rebuild import keep_all
from tests.benchmarks.same_lists import compared
from tests.benchmarks.scale_engines import ALIAS, Clustered, clustered, embedded, stages
from tests.benchmarks.setting import Setting
from tests.benchmarks.stages import asked
from tests.benchmarks.town import ComponentsWithVariedVectors, close, town_settings

NODES = 3
P95, BULK, FOUND, REBUILD = 150.0, 1000.0, 1500.0, 1.8  # ms, documents/s, ms, ms a CV: 180 s for 100,000
DEPTH, SHORT = 500, 20


def measure(setting: Setting) -> Iterator[Figure]:
    """The figures for every size, on nodes that share this machine's cores with the asking."""
    grown = Grown()
    for size in setting.sizes:
        with ExitStack() as opened:
            cluster = opened.enter_context(clustered(grown, NODES))
            what = f"OpenSearch, {NODES} nodes, {size:,} CVs"
            yield from _alone(what, cluster, grown, size)
            mine = opened.enter_context(embedded(grown))
            for documents in grown.between(0, size):
                mine.engine.put(documents)
            queries = [query.at_depth(DEPTH) for query in grown.queries]
            yield from compared(what, mine.engine, cluster.engine, queries)
            remove_index(cluster.cluster, ALIAS)
            yield from _rebuilt(what, setting, cluster, size)


def _alone(what: str, cluster: Clustered, grown: Grown, size: int) -> Iterator[Figure]:
    (stage,) = stages(cluster, grown, [size])
    yield Figure(f"{what}, bulk, copies included", size / stage.fill_seconds, "documents/s", BULK, at_most=False)
    yield Figure(f"{what}, bulk, on the processors", 1000 * stage.fill_processor_seconds / size, "ms a document")
    yield Figure(f"{what}, find {DEPTH}, p50", stage.query_p50, "ms")
    yield Figure(f"{what}, find {DEPTH}, p95", stage.query_p95, "ms", P95)
    yield Figure(f"{what}, find {DEPTH}, on the processors", stage.query_processor, "ms")
    p50, p95, _ = asked(cluster.engine, [query.at_depth(SHORT) for query in grown.queries], cluster.processor)
    yield Figure(f"{what}, find {SHORT}, p50", p50, "ms")
    yield Figure(f"{what}, find {SHORT}, p95", p95, "ms", P95)
    yield Figure(f"{what}, one put and found, p50", stage.put_and_found, "ms", FOUND)
    yield Figure(f"{what}, on disk without copies", stage.disk_bytes / size, "bytes a CV")


def _rebuilt(what: str, setting: Setting, cluster: Clustered, size: int) -> Iterator[Figure]:
    """A copy of a town's record gets an index in the cluster; what was read of its CVs is used again."""
    with setting.components(size) as filled:
        keep_all(filled)
    with TemporaryDirectory(prefix="rebuild-") as folder:
        settings = town_settings(Path(folder))
        shutil.copy(town_settings(setting.town(size).data).database.removeprefix("sqlite:///"), folder)
        reached = OpenSearchSettings(url=",".join(cluster.running.urls), timeout="60", write_timeout="120")
        components = ComponentsWithVariedVectors(replace(settings, engine="opensearch", opensearch=reached))
        _ = components.documents
        began, spent = time.perf_counter(), cluster.processor()
        held = components.index.rebuild().cvs
        seconds, processors = time.perf_counter() - began, cluster.processor() - spent
        yield Figure(f"{what}, rebuild without embedding", 1000 * seconds / held, "ms a CV", REBUILD)
        yield Figure(f"{what}, rebuild, on the processors", 1000 * processors / held, "ms a CV")
        close(components)
