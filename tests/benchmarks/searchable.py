"""How soon a new order is found by the search for jobs after it was kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from api.wiring import Components
from indexer.engines.contract import SearchQuery
from indexer.intake.job_order import JobOrder
from matcher.evaluation.collection import bundled_orders
from taxonomy.language import analyse
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting, percentile

MOST = 50.0  # milliseconds
ORDERS = 30
LOOK_EVERY, GIVE_UP = 0.001, 30.0  # seconds


def measure(setting: Setting) -> Iterator[Figure]:
    """The median and the slow end from commit to found, with texts that were never embedded before."""
    with setting.components() as components:
        components.index.start()
        times = [_found_after(components, order) for order in _new_orders()][1:]
    yield Figure("an order is searchable after its commit, p50", percentile(times, 0.5), "ms", MOST)
    yield Figure("an order is searchable after its commit, p95", percentile(times, 0.95), "ms", MOST)


def _new_orders() -> Iterator[JobOrder]:
    now = time.time_ns()
    for number, order in enumerate(bundled_orders()[: ORDERS + 1]):
        yield replace(
            order,
            id=f"N-{now}-{number}",
            text=f"{order.text} Sag {now} {number}.",
            employer=f"Firma{now}q{number}",
            source="web",
        )


def _found_after(components: Components, order: JobOrder) -> float:
    """Milliseconds from the answer that the order is kept until the search finds it."""
    query = SearchQuery(words=tuple((word, 1.0) for word in analyse(order.employer)))
    components.reception.receive(order, actor="benchmark")
    began = time.perf_counter()
    components.index.notify()
    while not any(hit.id == order.id for hit in components.index.engines.job_orders.search(query).hits):
        if time.perf_counter() - began > GIVE_UP:
            return 1000 * GIVE_UP
        time.sleep(LOOK_EVERY)
    return 1000 * (time.perf_counter() - began)
