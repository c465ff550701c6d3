"""A new generation of the embedded index beside the old, checked and switched to, nothing embedded."""

from __future__ import annotations

import time
from collections.abc import Iterator

from api.wiring import Components
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting

MOST = 0.6  # milliseconds a CV: 60 s for 100,000


def measure(setting: Setting) -> Iterator[Figure]:
    """Milliseconds a CV for every size, on the clock and on the processors."""
    for size in setting.sizes:
        with setting.components(size) as components:
            _ = components.documents
            keep_all(components)
            began, spent = time.perf_counter(), time.process_time()
            report = components.index.rebuild()
            seconds, processor = time.perf_counter() - began, time.process_time() - spent
        what = f"rebuild of {report.cvs:,} CVs without embedding"
        yield Figure(what, 1000 * seconds / size, "ms a CV", MOST, note="what was read of them before is used again")
        yield Figure(f"{what}, on the processors", 1000 * processor / size, "ms a CV")


def keep_all(components: Components) -> None:
    """Have what was read of CVs kept, if a program filled the town that did not keep it."""
    _ = components.index.engines
    with components.database.reading() as record:
        some = list(record.cv_features.sequences(components.index.generation, limit=1000))
        kept = record.cv_features.kept_many(components.index.generation, some)
    if len(kept) < len(some):
        components.index.rebuild(processes=1)
