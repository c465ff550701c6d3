"""Weights, curves and severities: one data file with a version."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

FILE = Path(__file__).parent / "data" / "weights.toml"


@dataclass(frozen=True, slots=True)
class SignalWeight:
    """The most points that a text signal gives, and the curve by which similarity earns them."""

    label: str
    points: float
    lexical: float
    centre: float
    width: float


@dataclass(frozen=True, slots=True)
class OccupationWeight:
    """Points of the occupation link, and what a job held counts against a wish."""

    label: str
    points: float
    history: float


@dataclass(frozen=True, slots=True)
class TaskWeight:
    """Points for the whole of an order's tasks."""

    label: str
    points: float


@dataclass(frozen=True)
class Weights:
    """The whole file as values."""

    version: str
    signals: Mapping[str, SignalWeight]
    occupation: OccupationWeight
    tasks: Mapping[str, TaskWeight]
    kinds: Mapping[str, Mapping[str, float]]
    severity: Mapping[str, Mapping[str, float]]
    nice: float
    conditions: Mapping[str, float]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The names of what earns points, in the order of the columns of points."""
        signals, tasks = self.signals.values(), self.tasks.values()
        return *(one.label for one in signals), self.occupation.label, *(one.label for one in tasks)

    def with_conditions(self, counted: Collection[str]) -> Weights:
        """The same weights where no other conditions count, under a version of their own."""
        kept = {name: cost if name in counted else 0.0 for name, cost in self.conditions.items()}
        return replace(self, version=f"{self.version}/{'+'.join(sorted(counted))}", conditions=kept)

    def factor(self, order_type: str, name: str) -> float:
        """The factor that the kind of order applies to a signal's or the tasks' points, or a condition's cost."""
        return self.kinds.get(order_type, {}).get(name, 1.0)

    def task_points(self, order_type: str) -> dict[str, float]:
        """The points for the whole of an order's tasks in that kind of order."""
        return {name: one.points * self.factor(order_type, name) for name, one in self.tasks.items()}

    def against(self, order_type: str, condition: str) -> float:
        """What a condition costs in that kind of order."""
        return self.conditions[condition] * self.factor(order_type, condition)


@cache
def load_weights(file: Path = FILE) -> Weights:
    """The weights of a file."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    occupation = content["occupation"]
    return Weights(
        version=content["version"],
        signals={name: _signal(table) for name, table in content["signals"].items()},
        occupation=OccupationWeight(occupation["label"], occupation["points"], occupation["history"]),
        tasks={name: TaskWeight(table["label"], table["points"]) for name, table in content["tasks"].items()},
        kinds={kind: _numbers(table) for kind, table in content["kinds"].items()},
        severity={kind: _numbers(table) for kind, table in content["severity"].items() if isinstance(table, dict)},
        nice=content["severity"]["nice"],
        conditions=_numbers(content["conditions"]),
    )


def _signal(table: Mapping[str, object]) -> SignalWeight:
    points, lexical, centre, width = (float(str(table[key])) for key in ("points", "lexical", "centre", "width"))
    return SignalWeight(str(table["label"]), points, lexical, centre, width)


def _numbers(table: Mapping[str, object]) -> dict[str, float]:
    return {key: float(value) for key, value in table.items() if isinstance(value, int | float)}
