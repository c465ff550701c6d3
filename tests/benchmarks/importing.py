"""Taking CVs into the record and into the index, without embedding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import SMALL, Setting
from tests.benchmarks.town import build_town
from tests.benchmarks.varied import DISTINCT, NOTE

LEAST = 3_000.0  # CVs a second


def measure(setting: Setting) -> Iterator[Figure]:
    """The rates at which a town of its own is filled."""
    del setting  # a town that stands filled tells nothing
    with TemporaryDirectory(prefix="importing-") as folder:
        town = build_town(SMALL, Path(folder))
    rate = town.size / town.import_seconds
    yield Figure("import CVs, checked and durable, without embedding", rate, "CVs/s", LEAST, at_most=False)
    yield Figure("read a CV and make its features and document", 1000 * town.read_seconds / DISTINCT, "ms")
    yield Figure("index, features and documents written", town.size / town.index_seconds, "CVs/s", note=NOTE)
