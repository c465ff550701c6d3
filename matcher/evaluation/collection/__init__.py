"""The bundled synthetic collection: orders, CVs and judgements written by the project; nobody in it exists."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from indexer.intake import read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder

FOLDER = Path(__file__).parent
WIDE = FOLDER / "wide"
FRESH = FOLDER / "fresh"
SECOND = FOLDER / "second"


class Part(StrEnum):
    """Which orders are asked: the first 60 of the 330 first CVs; the later 104, or both, of the CVs of both.

    The 48 fresh orders stand apart, before 280 CVs of their own.
    """

    BUNDLED = "bundled"
    WIDE = "wide"
    ALL = "all"
    FRESH = "fresh"


@cache
def bundled_orders() -> tuple[JobOrder, ...]:
    """The first 60 job orders, in the files' order."""
    return tuple(_orders(FOLDER))


@cache
def bundled_cvs() -> tuple[Cv, ...]:
    """The first 330 CVs, in the files' order: the panel that similarities are measured against is chosen of them."""
    return tuple(_cvs(FOLDER))


@cache
def orders_of(part: Part) -> tuple[JobOrder, ...]:
    """The part's orders, in the files' order."""
    if part is Part.FRESH:
        return tuple(_orders(FRESH))
    first, later = part is not Part.WIDE, part is not Part.BUNDLED
    return (*(bundled_orders() if first else ()), *(_orders(WIDE) if later else ()))


@cache
def cvs_of(part: Part) -> tuple[Cv, ...]:
    """The CVs that the part's orders were judged against."""
    if part is Part.FRESH:
        return tuple(_cvs(FRESH))
    return bundled_cvs() if part is Part.BUNDLED else (*bundled_cvs(), *_cvs(WIDE))


def lines_of(pattern: str, *folders: Path) -> Iterator[Mapping[str, object]]:
    """The lines of the folders' files that match the pattern, in the files' order."""
    for path in (path for folder in folders for path in sorted(folder.glob(pattern))):
        with path.open(encoding="utf-8") as file:
            yield from (json.loads(line) for line in file if line.strip())


def _orders(folder: Path) -> Iterator[JobOrder]:
    return (read_job_order(line) for line in lines_of("orders_*.jsonl", folder))


def _cvs(folder: Path) -> Iterator[Cv]:
    return (read_cv(line) for line in lines_of("cvs_*.jsonl", folder))
