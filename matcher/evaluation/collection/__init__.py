"""The bundled synthetic collection: orders, CVs and judgements written by the project; nobody in it exists."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from indexer.intake import read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder

FOLDER = Path(__file__).parent


@cache
def bundled_orders() -> tuple[JobOrder, ...]:
    """Every bundled job order, in the files' order."""
    return tuple(read_job_order(line) for line in _lines("orders_*.jsonl"))


@cache
def bundled_cvs() -> tuple[Cv, ...]:
    """Every bundled CV, in the files' order."""
    return tuple(read_cv(line) for line in _lines("cvs_*.jsonl"))


def _lines(pattern: str) -> Iterator[Mapping[str, object]]:
    for path in sorted(FOLDER.glob(pattern)):
        with path.open(encoding="utf-8") as file:
            yield from (json.loads(line) for line in file if line.strip())
