"""How well weights would do on orders they were not fitted on: each is ranked by weights that never saw its group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np

from matcher.evaluation.evidence import evidence_scores
from matcher.evaluation.intervals import bootstrap
from matcher.evaluation.metrics import ndcg
from matcher.ranking.weights import Weights
from tests.quality.weighing.pairs import JudgedOrder, fit
from tests.quality.weighing.parameters import moved, parameters

FOLDS = 5
PULLS = (0.01, 0.003, 0.001, 0.0003)  # from the strongest; the weakest lets everything go
NO_WORSE = 0.003  # of nDCG@10: what a stronger pull may cost, since it keeps more of what people decided


@dataclass(frozen=True, slots=True)
class HeldOut:
    """nDCG@10 of every order, by today's weights and by weights that were fitted without its group."""

    before: Mapping[str, float]
    after: Mapping[str, float]

    @property
    def gain(self) -> float:
        """The mean gain."""
        return float(np.mean([self.after[order] - self.before[order] for order in self.before]))

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the gain by the luck of the orders."""
        return bootstrap([self.after[order] - self.before[order] for order in self.before])


def measured(orders: Sequence[JudgedOrder], weights: Weights) -> dict[str, float]:
    """nDCG@10 of every order; equals stand in the order of the pool."""
    return {order.id: _ndcg(order, weights) for order in orders}


def hold_out(orders: Sequence[JudgedOrder], weights: Weights, pull: float) -> HeldOut:
    """Every group left out once."""
    after: dict[str, float] = {}
    chosen = parameters(weights)
    for group in sorted({order.group for order in orders}):
        moves = fit([order for order in orders if order.group != group], weights, chosen, pull)
        fitted = moved(weights, chosen, moves)
        after.update(measured([order for order in orders if order.group == group], fitted))
    return HeldOut(measured(orders, weights), after)


def in_folds(orders: Sequence[JudgedOrder]) -> list[JudgedOrder]:
    """The orders in groups by number, so that neighbours, which one author wrote in one go, stand in different ones."""
    return [
        replace(order, group=str(place % FOLDS)) for place, order in enumerate(sorted(orders, key=attrgetter("id")))
    ]


def choose_pull(found: Mapping[float, HeldOut]) -> float:
    """The strongest pull that costs next to nothing against the best."""
    best = max(one.gain for one in found.values())
    return max(pull for pull, one in found.items() if one.gain >= best - NO_WORSE)


def _ndcg(order: JudgedOrder, weights: Weights) -> float:
    rows = np.argsort(-evidence_scores(order.evidence, weights), kind="stable").tolist()
    return ndcg([str(row) for row in rows], {str(row): int(order.grades[row]) for row in np.flatnonzero(order.grades)})
