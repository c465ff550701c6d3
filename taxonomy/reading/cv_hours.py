"""Weekly hours that a CV's writer asks for."""

from __future__ import annotations

from collections.abc import Iterable

from taxonomy.reading.hours import FULL_TIME, PART_TIME, hours_per_week
from taxonomy.reading.reader import Reader

FULL, PART = "fuldtid", "deltid"


def cv_hours(texts: Iterable[str], reader: Reader) -> tuple[float, float] | None:
    """Fewest and most hours a week, from the first text that says any; None where all are silent."""
    for text in texts:
        for words in reader.blocks(text):
            if found := hours_per_week(words):
                return found
    return None


def hours_sought(hours: tuple[float, float] | None) -> str | None:
    """Full time or part time, in the words of the CV's own field; None for what could be either."""
    if hours is None:
        return None
    low, high = hours
    return PART if high <= PART_TIME[1] else FULL if low >= PART_TIME[1] and high >= FULL_TIME[0] - 2 else None
