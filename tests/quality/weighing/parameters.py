"""The numbers of weights.toml that may be fitted: where each stands, how it may move and how far it is let."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.grades import Grade
from matcher.ranking.weights import Weights

Path = tuple[str, ...]
Moves = NDArray[np.float64]

# How far a number is let for the pull back to cost as much as one standard deviation of a prior: a factor of e to the
# give for what has a sign of its own (points, costs, widths), so that it never changes sign; else a sum.
POINTS_GIVE, WIDTH_GIVE, COST_GIVE, CONDITION_GIVE, KIND_GIVE = 0.4, 0.2, 0.5, 0.5, 0.3
CENTRE_GIVE, LEXICAL_GIVE, HISTORY_GIVE = 0.3, 0.15, 0.15
# What no judgements may talk down: words cannot buy off what the law demands. Where a fit would let it cost less,
# licences are misread in orders or CVs, and that is to be mended there.
LEAST: Mapping[Path, float] = {
    ("severity", "driving_licence", "missing"): 0.8,
    ("severity", "authorisation", "missing"): 1.2,
}
FARTHEST = 4.0  # gives; beyond it the data would have to shout


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number by its place in the file; moved by one, it changes by its give (a factor of e to it, or a sum)."""

    path: Path
    start: float
    give: float
    is_factor: bool = True
    least: float = 0.0
    most: float = float("inf")

    def value(self, move: float) -> float:
        """The number after a move."""
        moved = self.start * exp(self.give * move) if self.is_factor else self.start + self.give * move
        return min(max(moved, self.least), self.most)

    def slope(self, move: float) -> float:
        """How fast the number changes with the move; 0 where it may go no further."""
        value = self.value(move)
        if not self.is_factor:
            return self.give if self.least < value < self.most else 0.0
        return self.give * value


def parameters(weights: Weights) -> tuple[Parameter, ...]:
    """Every number that may be fitted. What costs nothing today is left so: that is a decision, not a size."""
    return tuple(found for found in _all(weights) if found.start or not found.is_factor)


def _all(weights: Weights) -> Iterator[Parameter]:
    for name, one in weights.signals.items():
        yield Parameter(("signals", name, "points"), one.points, POINTS_GIVE)
        yield Parameter(("signals", name, "lexical"), one.lexical, LEXICAL_GIVE, is_factor=False, most=1.0)
        yield Parameter(("signals", name, "centre"), one.centre, CENTRE_GIVE, is_factor=False, least=-1.0, most=4.0)
        yield Parameter(("signals", name, "width"), one.width, WIDTH_GIVE, least=0.2)
    yield Parameter(("occupation", "points"), weights.occupation.points, POINTS_GIVE)
    yield Parameter(("occupation", "history"), weights.occupation.history, HISTORY_GIVE, is_factor=False, most=1.0)
    for name, task in weights.tasks.items():
        yield Parameter(("tasks", name, "points"), task.points, POINTS_GIVE)
    for kind, factors in weights.kinds.items():
        yield from (Parameter(("kinds", kind, name), factor, KIND_GIVE) for name, factor in factors.items())
    yield Parameter(("severity", "nice"), weights.nice, COST_GIVE, most=1.0)
    for kind, costs in weights.severity.items():
        for grade, cost in costs.items():
            # What an order rules out is decided, not fitted: few orders say it, and reading missed half of those.
            if grade == Grade.EXCLUDED:
                continue
            path = ("severity", kind, grade)
            yield Parameter(path, cost, COST_GIVE, least=min(LEAST.get(path, 0.0), cost))
    for name, cost in weights.conditions.items():
        yield Parameter(("conditions", name), cost, CONDITION_GIVE, least=-float("inf"))


def moved(weights: Weights, chosen: Sequence[Parameter], moves: Moves) -> Weights:
    """The weights after the moves, with costs that are in order again."""
    return with_numbers(weights, {one.path: one.value(move) for one, move in zip(chosen, moves.tolist(), strict=True)})


def with_numbers(weights: Weights, numbers: Mapping[Path, float]) -> Weights:
    """The weights with these numbers; the rest stays."""

    def number(now: float, *path: str) -> float:
        return numbers.get(path, now)

    return replace(
        weights,
        signals={
            name: replace(
                one,
                points=number(one.points, "signals", name, "points"),
                lexical=number(one.lexical, "signals", name, "lexical"),
                centre=number(one.centre, "signals", name, "centre"),
                width=number(one.width, "signals", name, "width"),
            )
            for name, one in weights.signals.items()
        },
        occupation=replace(
            weights.occupation,
            points=number(weights.occupation.points, "occupation", "points"),
            history=number(weights.occupation.history, "occupation", "history"),
        ),
        tasks={
            name: replace(one, points=number(one.points, "tasks", name, "points"))
            for name, one in weights.tasks.items()
        },
        kinds=_table("kinds", weights.kinds, numbers),
        nice=number(weights.nice, "severity", "nice"),
        severity={kind: in_order(costs) for kind, costs in _table("severity", weights.severity, numbers).items()},
        conditions={name: number(cost, "conditions", name) for name, cost in weights.conditions.items()},
    )


def in_order(costs: Mapping[str, float]) -> dict[str, float]:
    """The costs of one kind of demand, none below zero and none above that of a clearer lack.

    Neither silence nor one level short costs more than a clear lack, nor what is likely more than silence.
    """
    found = {grade: max(cost, 0.0) for grade, cost in costs.items()}
    worst = found.get(Grade.MISSING, float("inf"))
    most = {Grade.EXCLUDED: float("inf"), Grade.LIKELY: min(found.get(Grade.UNKNOWN, worst), worst)}
    return {grade: min(cost, most.get(Grade(grade), worst)) for grade, cost in found.items()}


def _table(
    name: str, table: Mapping[str, Mapping[str, float]], numbers: Mapping[Path, float]
) -> dict[str, dict[str, float]]:
    return {
        kind: {key: numbers.get((name, kind, key), value) for key, value in row.items()} for kind, row in table.items()
    }
