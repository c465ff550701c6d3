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
NEWEST = FOLDER / "newest"
KINDS = FOLDER / "kinds"
CARE = FOLDER / "care"
WEAK = FOLDER / "weak"
SECOND = FOLDER / "second"


class Part(StrEnum):
    """Which orders are asked: the first 60 of the 330 first CVs; the later 104, or both, of the CVs of both.

    Two sets of orders stand apart: the 48 fresh before 280 CVs of their own; the 48 newest before these and 60 more.
    The later are both sets before all 340. The kinds are 20 orders of those few were judged of, before the 1,010 CVs;
    care are 16 more, half of them in care; weak are 24 of the trades and kinds that were ranked worst.
    """

    BUNDLED = "bundled"
    WIDE = "wide"
    ALL = "all"
    FRESH = "fresh"
    NEWEST = "newest"
    LATER = "later"
    KINDS = "kinds"
    CARE = "care"
    WEAK = "weak"


ORDERS_APART: Mapping[Part, tuple[Path, ...]] = {
    Part.FRESH: (FRESH,),
    Part.NEWEST: (NEWEST,),
    Part.LATER: (FRESH, NEWEST),
    Part.KINDS: (KINDS,),
    Part.CARE: (CARE,),
    Part.WEAK: (WEAK,),
}
CVS_APART: Mapping[Part, tuple[Path, ...]] = {
    Part.FRESH: (FRESH,),
    Part.NEWEST: (FRESH, NEWEST),
    Part.LATER: (FRESH, NEWEST),
    Part.KINDS: (FOLDER, WIDE),
    Part.CARE: (FOLDER, WIDE),
    Part.WEAK: (FOLDER, WIDE),
}


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
    if part in ORDERS_APART:
        return tuple(_orders(*ORDERS_APART[part]))
    first, later = part is not Part.WIDE, part is not Part.BUNDLED
    return (*(bundled_orders() if first else ()), *(_orders(WIDE) if later else ()))


@cache
def cvs_of(part: Part) -> tuple[Cv, ...]:
    """The CVs that the part's orders were judged against."""
    if part in CVS_APART:
        return tuple(_cvs(*CVS_APART[part]))
    return bundled_cvs() if part is Part.BUNDLED else (*bundled_cvs(), *_cvs(WIDE))


def lines_of(pattern: str, *folders: Path) -> Iterator[Mapping[str, object]]:
    """The lines of the folders' files that match the pattern, in the files' order."""
    for path in (path for folder in folders for path in sorted(folder.glob(pattern))):
        with path.open(encoding="utf-8") as file:
            yield from (json.loads(line) for line in file if line.strip())


def _orders(*folders: Path) -> Iterator[JobOrder]:
    return (read_job_order(line) for line in lines_of("orders_*.jsonl", *folders))


def _cvs(*folders: Path) -> Iterator[Cv]:
    return (read_cv(line) for line in lines_of("cvs_*.jsonl", *folders))
