"""Scales of match categories: when each is in force, and which categories may be proposed for which kind of order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.tables.organisation import load_order_kinds

HIGHEST_CATEGORY = 255  # a CV's packed features have one byte for it


@dataclass(frozen=True, slots=True)
class MatchScale:
    """A scale of match categories between two dates; `ready` are those ready for the labour market.

    `kinds` are the categories that may be proposed for a kind of order while the scale is in force, where they differ
    from order_kinds.toml.
    """

    key: str
    label: str
    categories: Mapping[int, str]
    ready: tuple[int, ...]
    kinds: Mapping[str, tuple[int, ...]]
    valid_from: date
    valid_to: date | None

    def in_force(self, day: date) -> bool:
        """Whether it holds on the day; the first and the last day are among them."""
        return self.valid_from <= day <= (self.valid_to or date.max)


def load_match_scales(path: Path, order_kinds: Collection[str]) -> tuple[MatchScale, ...]:
    """The scales of match categories; refuses two in force on one day."""
    file = TaxonomyFile(path)
    required = frozenset({"label", "valid_from", "categories", "ready"})
    tables = file.tables(required=required, optional=frozenset({"kinds", "valid_to"}))
    for key, table in tables:
        _refuse_wrong_types(file, key, table)
        _refuse_unknown(file, key, table, order_kinds)
    scales = tuple(_scale(key, table) for key, table in tables)
    _refuse_two_on_a_day(file, scales)
    return scales


@cache
def match_categories() -> tuple[int, ...]:
    """Every category that any scale of the bundled data has, ascending."""
    kinds = load_order_kinds(DATA / "order_kinds.toml")
    scales = load_match_scales(DATA / "match_scales.toml", kinds)
    return tuple(sorted({category for scale in scales for category in scale.categories}))


def _scale(key: str, table: Mapping[str, Any]) -> MatchScale:
    return MatchScale(
        key=key,
        label=table["label"],
        categories={int(category): label for category, label in table["categories"].items()},
        ready=tuple(table["ready"]),
        kinds={kind: tuple(categories) for kind, categories in table.get("kinds", {}).items()},
        valid_from=table["valid_from"],
        valid_to=table.get("valid_to"),
    )


def _refuse_wrong_types(file: TaxonomyFile, key: str, table: Mapping[str, Any]) -> None:
    file.expect(key, table, date, "en dato: 2027-01-01", "valid_from", "valid_to")
    file.expect(key, table, list, "en liste: [1, 2]", "ready")
    file.expect(key, table, dict, 'skrevet { "1" = "…" }', "categories")
    file.expect(key, table, dict, "skrevet { ordinaer = [1, 2] }", "kinds")
    for kind, categories in table.get("kinds", {}).items():
        if not isinstance(categories, list):
            raise file.error(key, f"[{key}] kinds {kind} skal være en liste: [1, 2]", near="kinds")
    for category in table["categories"]:
        if not category.isdecimal():
            raise file.error(key, f"[{key}] categories {category!r} er ikke et tal", near="categories")
        if int(category) > HIGHEST_CATEGORY:
            raise file.error(key, f"[{key}] categories {category} er over {HIGHEST_CATEGORY}", near="categories")


def _refuse_unknown(file: TaxonomyFile, key: str, table: Mapping[str, Any], order_kinds: Collection[str]) -> None:
    kinds, known = table.get("kinds", {}), {int(category) for category in table["categories"]}
    if unknown := [kind for kind in kinds if kind not in order_kinds]:
        raise file.error(key, f"[{key}] kinds har den ukendte ordretype {unknown[0]}", near="kinds")
    for near, categories in (("ready", table["ready"]), *(("kinds", one) for one in kinds.values())):
        if strange := [category for category in categories if category not in known]:
            raise file.error(key, f"[{key}] {near} har {strange[0]}, som ikke er i categories", near=near)


def _refuse_two_on_a_day(file: TaxonomyFile, scales: Sequence[MatchScale]) -> None:
    for earlier, later in pairwise(sorted(scales, key=lambda scale: scale.valid_from)):
        if (earlier.valid_to or date.max) >= later.valid_from:
            said = f"gælder endnu, når [{later.key}] begynder; giv den et valid_to før {later.valid_from}"
            raise file.error(earlier.key, f"[{earlier.key}] {said}")
