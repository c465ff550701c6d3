"""What each part of the ranking is worth: each text signal alone, and everything with one part left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matcher.evaluation.evidence import PoolEvidence, evidence_scores, measure
from matcher.evaluation.matching import EvaluatedOrder, JudgedHalf
from matcher.evaluation.runs import Evaluation, evaluate
from matcher.ranking.score import Scorer
from matcher.ranking.weights import Weights

OCCUPATION = "occupation"
DEMANDS, CONDITIONS, KINDS = "demands", "conditions", "kinds"
SUBTRACTING = {DEMANDS: "krav og ønsker", CONDITIONS: "vilkår og fravalg", KINDS: "ordretypens profil"}


@dataclass(frozen=True, slots=True)
class Contribution:
    """A part of the ranking by its Danish name, with the ranking by it alone and by everything else.

    A part that only subtracts points cannot rank alone.
    """

    label: str
    alone: Evaluation | None
    without: Evaluation


def contributions(judged: JudgedHalf, scorer: Scorer, orders: Iterable[EvaluatedOrder]) -> list[Contribution]:
    """Every part, in the order of the weights' file; equals stand in the order of the pool."""
    people = judged.pool.crowd.profiles
    measured = {one.order.id: measure(one.profile, people, scorer) for one in orders}

    def ranked(weights: Weights) -> Evaluation:
        return evaluate(_run(measured, people.ids, weights), judged.judgements)

    weights = scorer.weights
    earning = {name: signal.label for name, signal in weights.signals.items()} | {OCCUPATION: weights.occupation.label}
    earning |= {name: task.label for name, task in weights.tasks.items()}
    return [
        *(
            Contribution(label, ranked(only(weights, name)), ranked(without(weights, name)))
            for name, label in earning.items()
        ),
        *(Contribution(label, None, ranked(without(weights, name))) for name, label in SUBTRACTING.items()),
    ]


def only(weights: Weights, name: str) -> Weights:
    """The weights with one earning part and nothing that takes points away."""
    others = [other for other in (*weights.signals, OCCUPATION, *weights.tasks) if other != name]
    for other in (*others, DEMANDS, CONDITIONS):
        weights = without(weights, other)
    return weights


def without(weights: Weights, name: str) -> Weights:
    """The weights with one part left out."""
    if name == OCCUPATION:
        return replace(weights, occupation=replace(weights.occupation, points=0.0))
    if name == DEMANDS:
        return replace(weights, severity={kind: dict.fromkeys(table, 0.0) for kind, table in weights.severity.items()})
    if name == CONDITIONS:
        return replace(weights, conditions=dict.fromkeys(weights.conditions, 0.0))
    if name == KINDS:
        return replace(weights, kinds={})
    if name in weights.tasks:
        return replace(weights, tasks={**weights.tasks, name: replace(weights.tasks[name], points=0.0)})
    return replace(weights, signals={**weights.signals, name: replace(weights.signals[name], points=0.0)})


def _run(measured: Mapping[str, PoolEvidence], ids: Sequence[str], weights: Weights) -> dict[str, list[str]]:
    return {
        order: [ids[row] for row in np.argsort(-evidence_scores(evidence, weights), kind="stable").tolist()]
        for order, evidence in measured.items()
    }
