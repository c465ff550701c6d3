"""Which changes may be advised, and how large a step each is (data/changes.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "changes.toml"


@dataclass(frozen=True, slots=True)
class Advice:
    """Steps for a person by kind (1 a day, 9 years), demands no order can drop, and how far either may be eased."""

    steps: Mapping[str, int]
    longest_way_km: float
    never_dropped: frozenset[str]
    distance_km: float
    start_days: int


@cache
def load_advice(file: Path = FILE) -> Advice:
    """The advice of a file."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return Advice(
        steps={kind: int(table["step"]) for kind, table in content["person"].items()},
        longest_way_km=float(content["person_limits"]["distance_km"]),
        never_dropped=frozenset(content["order_never"]),
        distance_km=float(content["order_steps"]["distance_km"]),
        start_days=int(content["order_steps"]["start_days"]),
    )
