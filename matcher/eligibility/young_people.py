"""Work that the law limits for those under 18 (data/young_people.toml), and whether an order is for such work."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matcher.eligibility.legal_demands import certain_occupations
from matcher.orders.profile import OrderProfile
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation

FILE = Path(__file__).parent / "data" / "young_people.toml"


@dataclass(frozen=True, slots=True)
class Limits:
    """Occupations by id or ISCO-08 unit group, and certificates by key."""

    bars: frozenset[str]
    serving: frozenset[str]
    certificates: frozenset[str]
    forbidden: frozenset[str]
    often: frozenset[str]


@cache
def limits() -> Limits:
    """The tables as they stand."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    listed = {**tables["alcohol"], **tables["dangerous"]}
    return Limits(**{name: frozenset(listed[name]) for name in Limits.__slots__})


def occupations_of(order: OrderProfile, catalog: Catalog) -> list[Occupation]:
    """The occupations that the order certainly seeks."""
    return [catalog.occupations[one.occupation] for one in certain_occupations(order)]


def all_among(sought: Iterable[Occupation], *groups: frozenset[str]) -> bool:
    """Whether every occupation sought is in one of the groups, and there is one."""
    each = [any(one.id in group or one.isco in group for group in groups) for one in sought]
    return bool(each) and all(each)
