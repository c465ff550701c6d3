"""The centre's own tables: trades, departments, units outside, kinds of order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from taxonomy.concepts import Department, OrderKind, Trade, Unit
from taxonomy.files import TaxonomyFile, TaxonomyFileError


def load_trades(path: Path) -> dict[str, Trade]:
    """The trades by key."""
    tables = TaxonomyFile(path).tables(required=frozenset({"label", "english"}))
    return {key: Trade(key, table["label"], table["english"]) for key, table in tables}


def load_departments(path: Path, trades: Collection[str]) -> tuple[Department, ...]:
    """Every department period; refuses a trade with no owner or two owners on a day."""
    file = TaxonomyFile(path)
    required = frozenset({"key", "name", "trades", "special_functions", "valid_from"})
    departments = []
    for name, table in file.tables(required=required, optional=frozenset({"valid_to"})):
        file.expect(name, table, list, 'en liste: ["…"]', "trades", "special_functions")
        file.expect(name, table, date, "en dato: 2027-01-01", "valid_from", "valid_to")
        if unknown := set(table["trades"]) - set(trades):
            raise file.error(name, f"[{name}] har ukendte fagområder {', '.join(sorted(unknown))}", near="trades")
        departments.append(
            Department(
                key=table["key"],
                name=table["name"],
                trades=tuple(table["trades"]),
                special_functions=tuple(table["special_functions"]),
                valid_from=table["valid_from"],
                valid_to=table.get("valid_to"),
            )
        )
    _refuse_trades_without_one_owner(path, departments, trades)
    return tuple(departments)


def refuse_kinds_without_department(
    path: Path, kinds: Mapping[str, OrderKind], departments: Sequence[Department]
) -> None:
    """Refuse a kind of order that goes to a department which does not exist on some day; raises TaxonomyFileError."""
    for day in _days_of_change(departments):
        there = {found.key for found in departments if found.in_force(day)}
        for key, kind in kinds.items():
            if kind.department and kind.department not in there:
                said = f"[{key}] afdelingen {kind.department} findes ikke den {day} (departments.toml)"
                raise TaxonomyFile(path).error(key, said, near="department")


def _days_of_change(departments: Sequence[Department]) -> list[date]:
    """The first day of every state of the departments."""
    changes = {found.valid_from for found in departments}
    changes |= {found.valid_to + timedelta(days=1) for found in departments if found.valid_to}
    return sorted(changes) or [date.min]


def _refuse_trades_without_one_owner(path: Path, departments: Sequence[Department], trades: Collection[str]) -> None:
    for day in _days_of_change(departments):
        for trade in trades:
            owners = [found.key for found in departments if trade in found.trades and found.in_force(day)]
            if len(owners) != 1:
                said = f"hører under både {' og '.join(owners)}" if owners else "hører ikke under nogen"
                raise TaxonomyFileError(path, None, f"{trade} {said} den {day}; netop én afdeling skal have det")


def load_units(path: Path) -> dict[str, Unit]:
    """The units outside the departments by key."""
    tables = TaxonomyFile(path).tables(required=frozenset({"name", "english"}))
    return {key: Unit(key, table["name"], table["english"]) for key, table in tables}


def load_order_kinds(path: Path) -> dict[str, OrderKind]:
    """The kinds of order by key."""
    required = frozenset({"label", "english", "match_categories", "note"})
    file = TaxonomyFile(path)
    tables = file.tables(required=required, optional=frozenset({"department", "marks"}))
    for key, table in tables:
        file.expect(key, table, str, "tekst i anførselstegn", "label", "english", "note", "department")
        file.expect(key, table, list, "en liste: [1, 2]", "match_categories", "marks")
    return {
        key: OrderKind(
            key=key,
            label=table["label"],
            english=table["english"],
            department=table.get("department"),
            marks=tuple(table.get("marks", ())),
            match_categories=tuple(table["match_categories"]),
            note=table["note"],
        )
        for key, table in tables
    }
