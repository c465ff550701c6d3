"""The sources of rules and of demands by law, and the days between which each is in force (data/laws.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "laws.toml"


@dataclass(frozen=True, slots=True)
class Law:
    """A law, a ministerial order or the centre's own practice; a day that is None sets no limit.

    `note` says in Danish what to know about the days.
    """

    name: str
    title: str
    number: str
    section: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Whether it holds on the day; the first and the last day are among them."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    @property
    def cited(self) -> str:
        """As a reason names it: "autorisationsloven §§ 1-2 og 78"."""
        return f"{self.title} {self.section}" if self.section.startswith("§") else self.title


@cache
def laws() -> Mapping[str, Law]:
    """Every source by its name."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: _law(name, table) for name, table in tables.items() if isinstance(table, dict)}


def _law(name: str, table: Mapping[str, object]) -> Law:
    return Law(name, **table)  # type: ignore[arg-type]


@lru_cache(maxsize=1_000)
def law_of(name: str, key: str = "") -> Law:
    """The law of that name, or its part that demands the key; one missing from the table is always in force."""
    known = laws()
    return known.get(f"{name}/{key}") or known.get(name) or Law(name, name, "", "")


@lru_cache(maxsize=1_000)
def any_in_force(sources: tuple[str, ...], day: date) -> bool:
    """Whether one of the sources holds on the day."""
    return any(laws()[name].in_force(day) for name in sources)
