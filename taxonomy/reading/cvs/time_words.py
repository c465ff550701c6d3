"""The words of times in CVs: cv_time.toml as sets, and what they make up, a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold

MOST_YEARS = 50.0  # more are something else


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The words first to last say `years`, the year it ended (`until`), or both; `until` is None while it goes on.

    `open` is a beginning alone: "siden 2014", "fra 2021".
    """

    first: int
    last: int
    years: float | None
    until: int | None = None
    open: bool = False


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_time.toml")


@cache
def time_words(name: str) -> frozenset[str]:
    """The folded words of one set of cv_time.toml."""
    return frozenset(map(fold, str(_file().content["time"][name]).split()))


@cache
def time_numbers() -> dict[str, float]:
    """The folded words of numbers, with what they count."""
    pairs = (entry.split() for entry in comma_list(str(_file().content["numbers"]["words"])))
    return {fold(word): float(number) for number, word in pairs}
