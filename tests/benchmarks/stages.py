"""What one size of an index costs, and how costs grow from size to size."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchDocument, SearchEngine, SearchQuery
from tests.benchmarks.setting import percentile

FROM = 10_000  # smaller indexes cost what any index costs
SIZES = (10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
PUT_ALONE = 15  # documents put one by one


@dataclass(frozen=True, slots=True)
class Stage:
    """One size: seconds to fill it from nothing, bytes, milliseconds a query on the clock and on all processors."""

    size: int
    fill_seconds: float
    fill_processor_seconds: float
    disk_bytes: float
    memory_bytes: float
    query_p50: float
    query_p95: float
    query_processor: float
    put_and_found: float

    def plain(self) -> dict[str, float]:
        """As JSON."""
        return asdict(self)


MEASURED = tuple(field.name for field in fields(Stage) if field.name != "size")


def exponent(stages: Sequence[Stage], measured: str) -> float:
    """The power of the size by which the cost grew, by least squares of logarithms over all stages from FROM on."""
    points = [(math.log(one.size), math.log(max(getattr(one, measured), 1e-9))) for one in stages if one.size >= FROM]
    middle_x, middle_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread if spread else 1.0


def computed(stages: Sequence[Stage], size: int) -> Mapping[str, float]:
    """What a fixed cost and a cost a CV give for a size that was not measured.

    Both are fitted to the stages by relative error and neither is below 0. A power of the size would carry the fixed
    cost, which weighs in the small stages, to the large ones as if it shrank.
    """
    return {name: max(fixed + each * size, 0.0) for name in MEASURED for fixed, each in [_law(stages, name)]}


def _law(stages: Sequence[Stage], measured: str) -> tuple[float, float]:
    """(fixed, a CV)."""
    found = [(one.size, max(getattr(one, measured), 1e-9)) for one in stages if one.size >= FROM]
    if len(found) == 1:
        return 0.0, found[0][1] / found[0][0]
    table = np.array([(1 / cost, size / cost) for size, cost in found])
    fixed, each = np.linalg.lstsq(table, np.ones(len(found)), rcond=None)[0].tolist()
    if fixed < 0:
        return 0.0, _only(table[:, 1])
    return (_only(table[:, 0]), 0.0) if each < 0 else (fixed, each)


def _only(column: NDArray[np.float64]) -> float:
    """The one factor that brings the column nearest to ones."""
    return float(column.sum() / (column * column).sum())


def asked(
    engine: SearchEngine, queries: Sequence[SearchQuery], processor_seconds: Callable[[], float]
) -> tuple[float, float, float]:
    """Milliseconds a query, warm: the median and the slow end on the clock, the mean on the processors."""
    for query in queries:
        engine.search(query)
    times, before = [], processor_seconds()
    for query in queries:
        began = time.perf_counter()
        engine.search(query)
        times.append(1000 * (time.perf_counter() - began))
    spent = 1000 * (processor_seconds() - before) / len(queries)
    return percentile(times, 0.5), percentile(times, 0.95), spent


def put_and_found(engine: SearchEngine, document: SearchDocument) -> float:
    """Milliseconds, the median, until one more document is found; none of them stays."""
    times = []
    for number in range(PUT_ALONE):
        one = SearchDocument(f"new-{number}", time.time_ns(), {"text": (f"new{number}",)}, vector=document.vector)
        began = time.perf_counter()
        engine.put([one])
        found = engine.search(SearchQuery(words=((f"new{number}", 1.0),)))
        times.append(1000 * (time.perf_counter() - began))
        assert [hit.id for hit in found.hits] == [one.id]
    engine.delete([(f"new-{number}", time.time_ns()) for number in range(PUT_ALONE)])
    return percentile(times, 0.5)
