"""How the logarithm of everybody's score changes with each number of the weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.evaluation.evidence import Floats, PoolEvidence, severity, severity_names
from matcher.ranking.weights import Weights
from tests.quality.weighing.parameters import Parameter, Path

SMALLEST = 1e-6  # points; nobody has none, since the curves never reach zero


@dataclass(frozen=True, slots=True)
class Slopes:
    """The logarithm of everybody's score, shape (n,), and its slope by each parameter, shape (n, parameters)."""

    log_scores: Floats
    slopes: Floats


def slopes(evidence: PoolEvidence, weights: Weights, chosen: Sequence[Parameter]) -> Slopes:
    """Worked out by hand, in closed form; a test compares them with small steps."""
    earned = _Earned(evidence, weights)
    points = np.maximum(earned.points, SMALLEST)
    columns = {path: slope / points for path, slope in _of_points(earned).items()} | _of_costs(evidence, weights)
    zero = np.zeros(len(points))
    found = np.stack([columns.get(one.path, zero) for one in chosen], axis=1)
    return Slopes(np.log(points) - severity(evidence, weights), found)


class _Earned:
    """The points and what they are made of."""

    def __init__(self, evidence: PoolEvidence, weights: Weights) -> None:
        self.evidence, self.weights = evidence, weights
        signals = list(weights.signals.values())
        self.views = evidence.z_scores
        lexical = np.array([one.lexical for one in signals])
        self.widths = np.array([one.width for one in signals])
        mixed = self.views[:, :, 0] * lexical + self.views[:, :, 1] * (1 - lexical)
        self.above = (mixed - np.array([one.centre for one in signals])) / self.widths
        self.shares = 1 / (1 + np.exp(-self.above))
        self.factors = np.array([weights.factor(evidence.order_type, name) for name in weights.signals])
        self.most = np.array([one.points for one in signals]) * self.factors
        held = weights.occupation.history * evidence.near[:, 1]
        self.through_history = held > evidence.near[:, 0]
        self.near = np.maximum(evidence.near[:, 0], held)
        tasks = evidence.tasks @ np.array([*weights.task_points(evidence.order_type).values()])
        self.points = self.shares @ self.most + weights.occupation.points * self.near + tasks


def _of_points(earned: _Earned) -> dict[Path, Floats]:
    found: dict[Path, Floats] = {}
    steep = earned.most * earned.shares * (1 - earned.shares) / earned.widths
    apart = earned.views[:, :, 0] - earned.views[:, :, 1]
    for place, name in enumerate(earned.weights.signals):
        found["signals", name, "points"] = earned.factors[place] * earned.shares[:, place]
        found["signals", name, "lexical"] = steep[:, place] * apart[:, place]
        found["signals", name, "centre"] = -steep[:, place]
        found["signals", name, "width"] = -steep[:, place] * earned.above[:, place]
        found["kinds", earned.evidence.order_type, name] = earned.weights.signals[name].points * earned.shares[:, place]
    kind = earned.evidence.order_type
    for place, (name, task) in enumerate(earned.weights.tasks.items()):
        found["tasks", name, "points"] = earned.weights.factor(kind, name) * earned.evidence.tasks[:, place]
        found["kinds", kind, name] = task.points * earned.evidence.tasks[:, place]
    occupation = earned.weights.occupation
    found["occupation", "points"] = earned.near
    found["occupation", "history"] = occupation.points * earned.evidence.near[:, 1] * earned.through_history
    return found


def _of_costs(evidence: PoolEvidence, weights: Weights) -> dict[Path, Floats]:
    names = severity_names(weights)
    counted = evidence.demanded + weights.nice * evidence.wished
    found: dict[Path, Floats] = {("severity", *name): -counted[:, place] for place, name in enumerate(names)}
    costs = np.array([weights.severity[kind][grade] for kind, grade in names])
    found["severity", "nice"] = -(evidence.wished @ costs)
    kind = evidence.order_type
    for place, (name, cost) in enumerate(weights.conditions.items()):
        amounts = evidence.conditions[:, place]
        found["conditions", name] = -amounts * weights.factor(kind, name)
        found["kinds", kind, name] = -amounts * cost
    return found
