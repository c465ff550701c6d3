"""Look-ups over the taxonomy's data files, as they are in force on a day."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from taxonomy.concepts import Department, Occupation, OrderKind, Trade, Unit
from taxonomy.files import DATA
from taxonomy.tables.ambiguous_titles import AmbiguousTitle, load_ambiguous_titles
from taxonomy.tables.match_scales import MatchScale, load_match_scales
from taxonomy.tables.occupations import load_occupations
from taxonomy.tables.organisation import (
    load_departments,
    load_order_kinds,
    load_trades,
    load_units,
    refuse_kinds_without_department,
)


@dataclass(frozen=True, eq=False)
class Catalog:
    """Trades, departments, order kinds, categories and occupations, each by its key."""

    trades: Mapping[str, Trade]
    departments: tuple[Department, ...]
    units: Mapping[str, Unit]
    order_kinds: Mapping[str, OrderKind]
    match_scales: tuple[MatchScale, ...]
    occupations: Mapping[str, Occupation]
    version: str
    ambiguous_titles: Mapping[str, AmbiguousTitle] = field(default_factory=dict)

    def department_of_trade(self, trade: str, on: date) -> Department:
        """The one department responsible for the trade on that day."""
        return next(found for found in self.departments_on(on) if trade in found.trades)

    def department(self, key: str, on: date) -> Department:
        """The department with that key as it is on that day."""
        return next(found for found in self.departments_on(on) if found.key == key)

    def departments_on(self, on: date) -> tuple[Department, ...]:
        """The departments that exist on that day."""
        return tuple(found for found in self.departments if found.in_force(on))

    def match_scale(self, on: date) -> MatchScale | None:
        """The scale of match categories in force on that day; None where there is none."""
        return next((found for found in self.match_scales if found.in_force(on)), None)

    @cached_property
    def occupation_by_title(self) -> Mapping[str, str]:
        """The id of the occupation that a title, in small letters, belongs to."""
        return MappingProxyType(
            {title.casefold(): found.id for found in self.occupations.values() for title in found.titles}
        )

    @cached_property
    def occupations_by_trade(self) -> Mapping[str, tuple[Occupation, ...]]:
        """Occupations of each trade, in the files' order."""
        return MappingProxyType(
            {key: tuple(found for found in self.occupations.values() if found.trade == key) for key in self.trades}
        )


@cache
def load_catalog(data: Path = DATA) -> Catalog:
    """The catalog of a data folder; raises TaxonomyFileError with file and line when a table is broken."""
    trades = load_trades(data / "trades.toml")
    occupations = load_occupations(data / "occupations", trades)
    order_kinds = load_order_kinds(data / "order_kinds.toml")
    departments = load_departments(data / "departments.toml", trades)
    refuse_kinds_without_department(data / "order_kinds.toml", order_kinds, departments)
    return Catalog(
        trades=MappingProxyType(trades),
        departments=departments,
        units=MappingProxyType(load_units(data / "units.toml")),
        order_kinds=MappingProxyType(order_kinds),
        match_scales=load_match_scales(data / "match_scales.toml", order_kinds),
        occupations=MappingProxyType(occupations),
        version=content_version(data),
        ambiguous_titles=MappingProxyType(load_ambiguous_titles(data / "ambiguous_titles.toml", occupations)),
    )


def content_version(data: Path = DATA) -> str:
    """A short hash over every data file: another content, another version."""
    digest = hashlib.sha256()
    for path in sorted(data.rglob("*")):
        if path.suffix in {".toml", ".csv"}:
            digest.update(path.relative_to(data).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
