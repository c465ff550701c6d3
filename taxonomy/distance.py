"""How far a person of one occupation is from the jobs of another."""

from __future__ import annotations

from functools import lru_cache

from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation

SAME = 1.0
CAN_FILL = 0.75  # a reasoned neighbour, in its direction only
SAME_UNIT_GROUP = 0.6  # ISCO-08, four digits: the same tasks under another title
SAME_MINOR_GROUP = 0.35  # three digits
SAME_SUB_MAJOR_GROUP = 0.15  # two digits


@lru_cache(maxsize=20_000)  # pairs asked for lately; a pair costs 3 microseconds
def closeness(catalog: Catalog, held: str, sought: str) -> float:
    """From 0 to 1 how well somebody of occupation `held` fits jobs of `sought`; not symmetric; unknown ids give 0."""
    if held == sought:
        return SAME
    one, other = catalog.occupations.get(held), catalog.occupations.get(sought)
    if one is None or other is None:
        return 0.0
    return max(CAN_FILL if _can_fill(one, sought) else 0.0, _by_group(one.isco, other.isco))


def _can_fill(one: Occupation, sought: str) -> bool:
    return any(neighbour.occupation == sought for neighbour in one.can_fill)


def _by_group(one: str, other: str) -> float:
    for digits, value in ((4, SAME_UNIT_GROUP), (3, SAME_MINOR_GROUP), (2, SAME_SUB_MAJOR_GROUP)):
        if one[:digits] == other[:digits]:
            return value
    return 0.0
