"""The embedded engine beside LanceDB and beside the bare scan of its vectors: same documents, queries and filter.

LanceDB is no dependency of ours (350 MB unpacked). `.venv/bin/python -m pip install lancedb` brings it where it is
wanted; without it the scan alone is measured, and said so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import numkong
import numpy as np
from numpy.typing import NDArray

from api.heap import keep_free
from indexer.engines.contract import AnyOf, Between, SearchDocument, SearchQuery
from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.embedded.quantising import quantised
from tests.benchmarks.figures import Figure
from tests.benchmarks.grown import Grown
from tests.benchmarks.setting import Setting, percentile

TOP = 100
LEAST_FASTER, MOST_SLOWER = 4.0, 3.0
FILTERS = (AnyOf("status", ("godkendt",)), Between("match_category", high=1))
FULL_SCAN_TO = 20_000  # documents up to which LanceDB compares every vector; above, its index that missed none here
Search = Callable[[SearchQuery], object]


def measure(setting: Setting) -> Iterator[Figure]:
    """The median of a filtered hybrid search, top 100, each query asked of all in turn."""
    grown = Grown()
    # As lists are asked for, without the number of all that match: nor do the others count.
    asked = dict[str, Any](keywords=(), filters=FILTERS, limit=TOP, depth=TOP, counted=False)
    queries = [replace(found.query, **asked) for found in grown.queries]
    for size in setting.sizes:
        keep_free(size)  # as the server does
        documents = [one for some in grown.between(0, size) for one in some]
        with TemporaryDirectory(prefix="rivals-") as folder:
            yield from _figures(documents, queries, grown, Path(folder))


def _figures(
    documents: Sequence[SearchDocument], queries: Sequence[SearchQuery], grown: Grown, folder: Path
) -> Iterator[Figure]:
    engine = EmbeddedEngine(folder / "ours", grown.schema)
    for start in range(0, len(documents), 2000):
        engine.put(documents[start : start + 2000])
    asked: dict[str, Search] = {"ours": engine.search, "scan": _scan(documents)}
    if find_spec("lancedb") is None:
        click.echo("rivals: LanceDB is not installed; .venv/bin/python -m pip install lancedb", err=True)
    else:
        from tests.benchmarks.rival_lancedb import filled

        asked["lancedb"] = filled(documents, folder / "lancedb", exact=len(documents) <= FULL_SCAN_TO)
    times, spent = _times(asked, queries)
    what = f"filtered hybrid search over {len(documents):,}, top {TOP}"
    share = engine.search(SearchQuery(filters=FILTERS, limit=0)).total / len(documents)
    processors = ", ".join(f"{name} {took:.1f}" for name, took in spent.items())
    yield Figure(f"{what}, p50", times["ours"], "ms", note=f"{share:.0%} pass; ms of processors: {processors}")
    slower = times["ours"] / times["scan"]
    yield Figure(f"{what}, against the bare int8 scan of {times['scan']:.2f} ms", slower, "times", MOST_SLOWER)
    if "lancedb" in times:
        faster = times["lancedb"] / times["ours"]
        said = f"{what}, faster than LanceDB's {times['lancedb']:.1f} ms"
        yield Figure(said, faster, "times", LEAST_FASTER, at_most=False)
    engine.close()


def _times(asked: dict[str, Search], queries: Sequence[SearchQuery]) -> tuple[dict[str, float], dict[str, float]]:
    """Milliseconds a query: the median on the clock, and the mean on the processors.

    On a machine that others use too, an engine with more threads gets more of it: then the processors tell. Who comes
    next to an engine that fills the caches is slower for it, so that each follows each as often.
    """
    times: dict[str, list[float]] = {name: [] for name in asked}
    spent = dict.fromkeys(asked, 0.0)
    orders = list(permutations(asked))
    for turn in range(2):
        for number, query in enumerate(queries):
            for name in orders[number % len(orders)]:
                search = asked[name]
                began, before = time.perf_counter(), time.process_time()
                search(query)
                if turn:
                    times[name].append(1000 * (time.perf_counter() - began))
                    spent[name] += 1000 * (time.process_time() - before) / len(queries)
    return {name: percentile(found, 0.5) for name, found in times.items()}, spent


def _scan(documents: Sequence[SearchDocument]) -> Search:
    """All vectors in eight bits against the query's, those that pass kept, the best 100 chosen: nothing else."""
    matrix, scales = quantised(np.array([one.vector for one in documents], np.float32))
    passes = np.array(
        [one.keywords["status"] == ("godkendt",) and one.numbers["match_category"] <= 1 for one in documents], np.bool_
    )

    def scanned(query: SearchQuery) -> NDArray[np.int64]:
        signs, _ = quantised(np.array(query.vector, np.float32)[None, :])
        near = np.asarray(numkong.cdist(signs, matrix, "dot"), np.float32).reshape(-1) * scales
        near = np.where(passes, near, -np.inf)
        best = np.argpartition(near, len(near) - TOP)[len(near) - TOP :]
        return best[np.argsort(-near[best])]

    return scanned
