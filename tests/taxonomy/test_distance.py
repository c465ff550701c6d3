"""How near occupations are to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taxonomy.catalog import Catalog
from taxonomy.concepts import Neighbour
from taxonomy.distance import closeness


@pytest.fixture(scope="module")
def small(catalog: Catalog) -> Catalog:
    """Five occupations whose groups and neighbours are known: `a` can fill `e`, not the other way round."""
    made = {
        key: replace(catalog.occupations["lagermedarbejder"], id=key, isco=isco, can_fill=())
        for key, isco in (("a", "4321"), ("b", "4321"), ("c", "4322"), ("d", "4311"), ("e", "9999"))
    }
    made["a"] = replace(made["a"], can_fill=(Neighbour("e", "samme opgaver"),))
    return replace(catalog, occupations=made)


@pytest.mark.parametrize(
    ("held", "sought", "value"),
    [
        ("a", "a", 1.0),
        ("a", "e", 0.75),
        ("e", "a", 0.0),
        ("a", "b", 0.6),
        ("a", "c", 0.35),
        ("a", "d", 0.15),
        ("a", "unknown", 0.0),
        ("unknown", "a", 0.0),
    ],
)
def test_closeness_goes_by_reasoned_neighbours_and_isco_groups(
    small: Catalog, held: str, sought: str, value: float
) -> None:
    assert closeness(small, held, sought) == value


def test_two_catalogs_are_not_mixed_up(small: Catalog, catalog: Catalog) -> None:
    assert closeness(small, "a", "e") == 0.75
    assert closeness(catalog, "a", "e") == 0.0
