"""The youngest and the oldest that somebody of an age group can be, in full years."""

from __future__ import annotations

import re

YOUNGEST, OLDEST = 0, 255  # nothing is known: anybody
BETWEEN = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})")
UNDER = re.compile(r"(?:under|<)\s*(\d{1,2})")
FROM = re.compile(r"(?:over|fra|>=)?\s*(\d{1,2})\s*\+?")


def age_bounds(group: str) -> tuple[int, int]:
    """From and to, both included: "15-17", "65+", "under 18", "24"; anything between 0 and 255 for other words.

    What nobody can be, "60-30" or "under 0", is other words.
    """
    youngest, oldest = _said(group.strip().lower().removesuffix("år").strip())
    return (youngest, oldest) if youngest <= oldest else (YOUNGEST, OLDEST)


def _said(group: str) -> tuple[int, int]:
    if found := BETWEEN.fullmatch(group):
        return int(found[1]), int(found[2])
    if found := UNDER.fullmatch(group):
        return YOUNGEST, int(found[1]) - 1
    if found := FROM.fullmatch(group):
        return int(found[1]), int(found[1]) if group.isdecimal() else OLDEST
    return YOUNGEST, OLDEST
