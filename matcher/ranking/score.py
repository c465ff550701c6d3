"""Points for one order over many candidates: similarity earns them, unmet demands cost a share of them.

score = points * exp(-severity). The parts are the points by signal and, below zero, what each demand cost; they sum to
the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np

from matcher.candidates.profile import CandidateProfile
from matcher.orders.profile import OrderProfile
from matcher.ranking.batch import Batch, Floats, lay_out
from matcher.ranking.conditions import Condition, conditions
from matcher.ranking.demands import Demands
from matcher.ranking.grades import Grade, GradedDemand, demand_label
from matcher.ranking.occupation_link import OccupationLink
from matcher.ranking.said import SaidBy
from matcher.ranking.weights import SignalWeight, Weights
from matcher.ranking.yardstick import Yardstick
from taxonomy.catalog import Catalog

GradedDemands = tuple[GradedDemand, ...]
DECIMALS = 4  # of a point; what is smaller decides nothing


@dataclass(frozen=True, slots=True)
class Loss:
    """What one unmet demand or condition adds to the severity."""

    name: str
    severity: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate's score with what it is made of."""

    profile: CandidateProfile
    score: float
    parts: tuple[tuple[str, float], ...]
    demands: tuple[GradedDemand, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Scorer:
    """Scores pairs by one set of weights, one panel and one catalog."""

    weights: Weights
    yardstick: Yardstick
    catalog: Catalog

    def grade(self, order: OrderProfile, profiles: Sequence[CandidateProfile]) -> list[GradedDemands]:
        """How well every candidate meets what the order demands or mentions, in the order given."""
        asked = (*order.reading.requirements, *(replace(found, hard=False) for found in order.reading.mentioned))
        demands = Demands(asked, self.catalog, order.sought, SaidBy(profiles))
        return [demands.grade(profile) for profile in profiles]

    def score(
        self,
        order: OrderProfile,
        profiles: Sequence[CandidateProfile],
        graded: Sequence[GradedDemands] | None = None,
    ) -> list[Scored]:
        """Every candidate's score, in the order given; each depends on the order and that candidate alone.

        `graded` is what `grade` gave for the same candidates, where it is known already.
        """
        if not profiles:
            return []
        names, points = self._points(order, lay_out(profiles))
        demands = self.grade(order, profiles) if graded is None else graded
        return [
            self._scored(order, profile, met, list(zip(names, row, strict=True)))
            for profile, met, row in zip(profiles, demands, points.tolist(), strict=True)
        ]

    def _points(self, order: OrderProfile, batch: Batch) -> tuple[list[str], Floats]:
        calibrated = self.yardstick.calibrate(order, batch)
        columns = [
            earned(weight, *calibrated[name]) * self.weights.factor(order.order_type, name)
            for name, weight in self.weights.signals.items()
        ]
        columns.append(self._occupation_points(order, batch.profiles))
        names = [*(weight.label for weight in self.weights.signals.values()), self.weights.occupation.label]
        return names, np.stack(columns, axis=1)

    def _occupation_points(self, order: OrderProfile, profiles: Sequence[CandidateProfile]) -> Floats:
        weight, link = self.weights.occupation, OccupationLink(order.reading, self.catalog, self.weights)
        return np.array([weight.points * link.best(profile) for profile in profiles], np.float32)

    def _scored(
        self,
        order: OrderProfile,
        profile: CandidateProfile,
        demands: GradedDemands,
        points: Sequence[tuple[str, float]],
    ) -> Scored:
        felt = tuple(conditions(order, profile))
        losses = [*self._demand_losses(demands), *self._condition_losses(felt)]
        earned_parts = [(name, round(earned_points, DECIMALS)) for name, earned_points in points]
        base = sum(part for _, part in earned_parts)
        severity = sum(loss.severity for loss in losses)
        lost = base * (1 - exp(-severity))
        share = lost / severity if severity else 0.0
        parts = (*earned_parts, *((loss.name, round(-share * loss.severity, DECIMALS)) for loss in losses))
        return Scored(profile, round(sum(part for _, part in parts), DECIMALS), parts, demands, felt)

    def _demand_losses(self, demands: Sequence[GradedDemand]) -> list[Loss]:
        losses = []
        for demand in demands:
            severity = self._severity(demand)
            if severity:
                losses.append(
                    Loss(f"{'krav' if demand.requirement.hard else 'ønsket'}: {demand_label(demand)}", severity)
                )
        return losses

    def _severity(self, demand: GradedDemand) -> float:
        requirement, grade = demand.requirement, demand.grade
        if grade in {Grade.PROVED, Grade.LIKELY}:
            return 0.0
        table = self.weights.severity.get(requirement.kind, {})
        return table.get(grade, 0.0) * (1.0 if requirement.hard else self.weights.nice)

    def _condition_losses(self, felt: Sequence[Condition]) -> list[Loss]:
        return [
            Loss(CONDITION_LABELS[condition.name], condition.amount * self.weights.conditions[condition.name])
            for condition in felt
        ]


def earned(weight: SignalWeight, lexical: Floats, meaning: Floats) -> Floats:
    """Points of a signal from its two views in standard deviations: a curve that levels out at both ends."""
    height = weight.lexical * lexical + (1 - weight.lexical) * meaning
    return (weight.points / (1 + np.exp(-(height - weight.centre) / weight.width))).astype(np.float32)


CONDITION_LABELS = {
    "shift_refused": "vagter, der er fravalgt",
    "shift_wanted": "vagter, der er ønsket",
    "hours_apart": "arbejdstid",
    "start_late_per_month": "startdato",
    "kilometre": "afstand",
    "occupation_refused": "job, der er fravalgt",
    "kind_wanted": "ordretype, der er ønsket",
    "other_kind_wanted": "en anden ordretype, der er ønsket",
    "practised": "allerede øvet i faget",
}
