"""Why for one person, and what would change it both ways, over a town, as they are served."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from api.wiring import Components
from matcher.evaluation.collection import bundled_orders
from matcher.why.changes import WhatIf
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting, percentile
from tests.benchmarks.varied import NOTE

WHY_LIMIT, CHANGES_LIMIT = 10.0, 150.0  # milliseconds
ORDERS, PEOPLE = 20, 12  # people an order, spread over the town


def measure(setting: Setting) -> Iterator[Figure]:
    """The median and the slow end; the first question about an order works everybody out."""
    size = setting.middle
    with setting.components(size) as components:
        firsts, whys, changes = _times(components)
    yield Figure(f"why for one person over {size:,} CVs, p50", percentile(whys, 0.5), "ms", WHY_LIMIT, note=NOTE)
    yield Figure(f"why for one person over {size:,} CVs, p95", percentile(whys, 0.95), "ms")
    yield Figure(f"why, the first asked of an order over {size:,} CVs, p50", percentile(firsts, 0.5), "ms")
    what = f"what would change it, both ways, over {size:,} CVs"
    yield Figure(f"{what}, p50", percentile(changes, 0.5), "ms", CHANGES_LIMIT, note=NOTE)
    yield Figure(f"{what}, p95", percentile(changes, 0.95), "ms")


def _times(components: Components) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of the first why of an order, of the others, and of both ways of change."""
    people, what_if = _people(components), WhatIf(components.whys)
    components.whys.why(bundled_orders()[-1].id, people[0], actor="benchmark")
    firsts, whys, changes = [], [], []
    for order in bundled_orders()[:ORDERS]:
        firsts.append(_milliseconds(lambda: components.whys.why(order.id, people[0], actor="benchmark")))  # noqa: B023
        for cv_id in people:
            whys.append(_milliseconds(lambda: components.whys.why(order.id, cv_id, actor="benchmark")))  # noqa: B023
            changes.append(_milliseconds(lambda: what_if.changes(order.id, cv_id, actor="benchmark")))  # noqa: B023
    return firsts, whys, changes


def _people(components: Components) -> list[str]:
    with components.database.reading() as record:
        ids = [stored.value.id for stored in record.cvs.all(limit=2_000)]
    return ids[:: max(len(ids) // PEOPLE, 1)][:PEOPLE]


def _milliseconds(asked: Callable[[], object]) -> float:
    began = time.perf_counter()
    asked()
    return 1000 * (time.perf_counter() - began)
