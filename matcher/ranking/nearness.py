"""How near every occupation is to one that is sought, computed once for many people."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from matcher.candidates.crowd import Floats
from matcher.candidates.fact_columns import Codes
from matcher.candidates.facts import codes
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness

KEPT = 256  # occupations sought lately; 8 KB each


@lru_cache(maxsize=4)
def occupations_by_code(catalog: Catalog) -> tuple[Codes, tuple[str, ...]]:
    """The codes of all occupations in ascending order, and the occupations in the same."""
    numbers = codes(catalog.occupations)
    order = np.argsort(numbers)
    names = tuple(catalog.occupations)
    return numbers[order], tuple(names[place] for place in order.tolist())


@lru_cache(maxsize=KEPT)
def nearness(catalog: Catalog, sought: str) -> Floats:
    """Closeness (taxonomy/distance.py) of every occupation, ordered as `occupations_by_code`, to the one sought."""
    return np.array([closeness(catalog, held, sought) for held in occupations_by_code(catalog)[1]])


@lru_cache(maxsize=KEPT)
def nearness_to_learn(catalog: Catalog, sought: str) -> Floats:
    """The same for work that is to be learnt: helpers in a trade are as near to it as the trained are to helping."""
    held = occupations_by_code(catalog)[1]
    back = np.array([closeness(catalog, sought, one) for one in held])
    best: Floats = np.maximum(nearness(catalog, sought), back)
    return best


def nearest_of(
    catalog: Catalog, sought: tuple[tuple[str, float], ...], near: Callable[[Catalog, str], Floats] = nearness
) -> Floats:
    """The best of nearness times weight over several (occupation, weight) sought; 0 where none is."""
    best = np.zeros(len(catalog.occupations))
    for occupation, weight in sought:
        np.maximum(best, weight * near(catalog, occupation), out=best)
    return best
