"""Taking CVs into the record and into the index, without embedding."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import SMALL, Setting
from tests.benchmarks.varied import DISTINCT, NOTE

LEAST = 3_000.0  # CVs a second


def measure(setting: Setting) -> Iterator[Figure]:
    """The rates at which a town was filled; nothing where it stood filled from an earlier run."""
    town = setting.town(SMALL)
    if town.import_seconds:
        rate = town.size / town.import_seconds
        yield Figure("import CVs, checked and durable, without embedding", rate, "CVs/s", LEAST, at_most=False)
        yield Figure("read a CV and make its features and document", 1000 * town.read_seconds / DISTINCT, "ms")
        yield Figure("index, features and documents written", town.size / town.index_seconds, "CVs/s", note=NOTE)
