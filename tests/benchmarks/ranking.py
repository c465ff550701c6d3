"""Ranking one order over a town: found, checked, ranked, explained and kept in the record, as it is served."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from api.app import settle, warm_up
from api.wiring import Components
from indexer.engines.contract import SearchEngine, SearchHit, SearchQuery, SearchResult
from matcher.evaluation.collection import bundled_orders
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import LARGE, MEDIUM, SMALL, Setting, percentile
from tests.benchmarks.varied import NOTE

LIMITS = {SMALL: 25.0, MEDIUM: 25.0, LARGE: 60.0, 150_000: 30.0, 1_000_000: 100.0}  # milliseconds
SLOW_LIMITS = {MEDIUM: 50.0}
TOP = 50
ROUNDS = 2  # timed, after one that warms


class TimedSearch:
    """The ways in which ranking asks an engine, with the seconds it took in all."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine, self.seconds = engine, 0.0

    def search(self, query: SearchQuery) -> SearchResult:
        """The engine's answer."""
        began = time.perf_counter()
        found = self._engine.search(query)
        self.seconds += time.perf_counter() - began
        return found

    def search_deeper(self, query: SearchQuery, depths: Sequence[int]) -> Iterator[tuple[SearchHit, ...]]:
        """The engine's answers."""
        began = time.perf_counter()
        for hits in self._engine.search_deeper(query, depths):
            self.seconds += time.perf_counter() - began
            yield hits
            began = time.perf_counter()


def measure(setting: Setting) -> Iterator[Figure]:
    """The median and the slow end for every size."""
    for size in setting.every_size:
        with setting.components(size) as components:
            whole, inside = _times(components)
        what = f"rank one order over {size:,} CVs, top {TOP} with reasons"
        yield Figure(f"{what}, p50", percentile(whole, 0.5), "ms", LIMITS.get(size), note=NOTE)
        yield Figure(f"{what}, p95", percentile(whole, 0.95), "ms", SLOW_LIMITS.get(size))
        outside = 1 - sum(inside) / sum(whole)
        yield Figure(f"{what}, share spent outside the engine", 100 * outside, "%")


def _times(components: Components) -> tuple[list[float], list[float]]:
    """Milliseconds per order, in all and inside the engine, warm."""
    serving = components.matching.engine
    timed = TimedSearch(serving()[0])
    engine = cast("SearchEngine", timed)
    matching = replace(components.matching, engine=lambda: (engine, serving()[1]))
    whole, inside = [], []
    warm_up(components)
    settle(components)
    for turn in range(1 + ROUNDS):
        for order in bundled_orders():
            began, before = time.perf_counter(), timed.seconds
            # Whoever asks again is given the list kept before: another one asks in every turn, so that all are kept.
            matching.candidates(order.id, actor=f"benchmark-{turn % 2}", top=TOP)
            if turn:
                whole.append(1000 * (time.perf_counter() - began))
                inside.append(1000 * (timed.seconds - before))
    return whole, inside
