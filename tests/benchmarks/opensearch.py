"""The engine over a real cluster of three nodes on this machine: filling, searching, its lists beside the embedded."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from api.wiring import House
from indexer.documents import cv_schema
from indexer.engines.contract import SearchDocument, SearchEngine, SearchQuery
from indexer.engines.opensearch import Cluster, OpenSearchAddress, OpenSearchEngine
from indexer.engines.opensearch.index import remove_index
from indexer.synchronise import BATCH
from matcher.evaluation.collection import bundled_orders
from matcher.retrieval.sought import Seeking, Sought
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting, percentile
from tests.services.opensearch import running_opensearch

NODES, ALIAS = 3, "benchmark-cvs"
P95, BULK, OVERLAP, WORST = 150.0, 1000.0, 0.95, 0.8  # milliseconds, documents a second, shared of the first twenty
TOP = 20
ROUNDS = 3
SEARCHABLE = 20  # documents put one by one


def measure(setting: Setting) -> Iterator[Figure]:
    """The figures for every size, on nodes that share this machine's cores with the asking."""
    with running_opensearch(NODES, hasty=False) as running:
        cluster = Cluster(OpenSearchAddress(tuple(running.urls), search_seconds=30))
        for size in setting.sizes:
            with setting.house(size) as house:
                yield from _figures(house, cluster, size)
            remove_index(cluster, ALIAS)
        cluster.close()


def _figures(house: House, cluster: Cluster, size: int) -> Iterator[Figure]:
    engine = OpenSearchEngine(cluster, ALIAS, cv_schema(house.embedder.dimensions))
    seconds, last = _filled(engine, house)
    what = f"OpenSearch, {NODES} nodes, {size:,} CVs"
    yield Figure(f"{what}, bulk", size / seconds, "documents/s", BULK, at_most=False)
    queries = _queries(house)
    for asked, depth in (("find 500", 500), ("find 20", TOP)):
        times = _times(engine, [query.at_depth(depth) for query in queries])
        yield Figure(f"{what}, {asked}, p50", percentile(times, 0.5), "ms")
        yield Figure(f"{what}, {asked}, p95", percentile(times, 0.95), "ms", P95)
    yield Figure(f"{what}, one put and found", percentile(_searchable(engine, last), 0.5), "ms", 1500.0)
    shared = [_shared(house.index.engines.cvs, engine, query.at_depth(500)) for query in queries]
    yield Figure(f"{what}, first {TOP} shared with the embedded engine", sum(shared) / len(shared), "", OVERLAP, False)
    yield Figure(f"{what}, first {TOP} shared, worst order", min(shared), "", WORST, at_most=False)
    size_in_bytes = cluster.ask("GET", f"/{ALIAS}/_stats/store")["_all"]["primaries"]["store"]["size_in_bytes"]
    yield Figure(f"{what}, on disk without copies", size_in_bytes / size, "bytes a CV")


def _filled(engine: SearchEngine, house: House) -> tuple[float, SearchDocument]:
    """Seconds spent in the engine, and one of the documents."""
    seconds, after = 0.0, ""
    documents: Sequence[SearchDocument] = []
    while True:
        with house.database.reading() as record:
            page = record.cvs.all(after, BATCH)
        if not page:
            return seconds, documents[-1]
        documents, _ = house.documents.build_cvs(page)
        began = time.perf_counter()
        engine.put(documents)
        seconds += time.perf_counter() - began
        after = page[-1].value.id


def _queries(house: House) -> list[Sought]:
    seeking = Seeking(house.scorer, house.embedder)
    return [seeking.ready(order, datetime.now(UTC).date()) for order in bundled_orders()]


def _times(engine: SearchEngine, queries: Sequence[SearchQuery]) -> list[float]:
    """Milliseconds, warm."""
    times = []
    for turn in range(1 + ROUNDS):
        for query in queries:
            began = time.perf_counter()
            engine.search(query)
            if turn:
                times.append(1000 * (time.perf_counter() - began))
    return times


def _searchable(engine: SearchEngine, document: SearchDocument) -> list[float]:
    times = []
    for number in range(SEARCHABLE):
        one = SearchDocument(f"new-{number}", 10**9 + number, {"text": (f"new{number}",)}, vector=document.vector)
        began = time.perf_counter()
        engine.put([one])
        found = engine.search(SearchQuery(words=((f"new{number}", 1.0),)))
        times.append(1000 * (time.perf_counter() - began))
        assert [hit.id for hit in found.hits] == [one.id]
    engine.delete([(f"new-{number}", 2 * 10**9) for number in range(SEARCHABLE)])
    return times


def _shared(embedded: SearchEngine, cluster: SearchEngine, query: SearchQuery) -> float:
    one, other = ({hit.id for hit in engine.search(query).hits[:TOP]} for engine in (embedded, cluster))
    return len(one & other) / max(len(one), 1)
