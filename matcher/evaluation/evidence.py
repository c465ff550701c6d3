"""What an order's ranking is made of before any weight: measured once, weighed many times.

The weighing here and in score.py is the same sum; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Profiles
from matcher.orders.profile import OrderProfile
from matcher.ranking.conditions import conditions
from matcher.ranking.demands import DemandGrades
from matcher.ranking.grades import GRADES
from matcher.ranking.kind_conditions import wished_work
from matcher.ranking.occupation_link import OccupationLink
from matcher.ranking.reference_panel import calibrate
from matcher.ranking.score import Scorer
from matcher.ranking.task_link import WISHED
from matcher.ranking.weights import Weights

Floats = NDArray[np.float64]
SeverityName = tuple[str, str]  # kind of requirement, grade


@dataclass(frozen=True, slots=True)
class PoolEvidence:
    """One order before n people.

    `z_scores` (n, signals, 2): lexical and meaning, in standard deviations. `near` (n, 2): the occupation link through
    wishes alone, and through jobs held counted fully. `tasks` (n, tasks): the share of the order's tasks. `demanded`
    and `wished` (n, severities): how many hard demands and wishes are met by each kind and grade. `conditions`
    (n, conditions): amounts, 0 where they make no difference.
    """

    order_type: str
    z_scores: Floats
    near: Floats
    tasks: Floats
    demanded: Floats
    wished: Floats
    conditions: Floats

    def only(self, rows: NDArray[np.intp]) -> PoolEvidence:
        """The people of those rows."""
        names = ("z_scores", "near", "tasks", "demanded", "wished", "conditions")
        return replace(self, **{name: getattr(self, name)[rows] for name in names})


def severity_names(weights: Weights) -> tuple[SeverityName, ...]:
    """The columns of `demanded` and `wished`."""
    return tuple((kind, grade) for kind, table in weights.severity.items() for grade in table)


def measure(order: OrderProfile, people: Profiles, scorer: Scorer) -> PoolEvidence:
    """The order's evidence about everybody. The weights give the names of what is measured, not their size."""
    brief, weights = scorer.brief(order), scorer.weights
    z_scores = calibrate(brief.order, people, brief.scales)
    near = np.stack([_link(order, people, scorer, share) for share in (0.0, 1.0)], axis=1)
    work = wished_work(near[:, 0], brief.tasks.share(people, WISHED))
    amounts, met = conditions(brief.order, people, work, brief.link), brief.demands.grade(people)
    return PoolEvidence(
        order_type=order.order_type,
        z_scores=np.stack([np.stack(z_scores[name], axis=1) for name in weights.signals], axis=1).astype(float),
        near=near,
        tasks=np.stack([brief.tasks.share(people, name) for name in weights.tasks], axis=1),
        demanded=_counts((one for one in met if one.requirements), people, weights, hard=True),
        wished=_counts((one for one in met if one.requirements), people, weights, hard=False),
        conditions=np.stack(
            [np.nan_to_num(amounts.get(name, np.zeros(len(people)))) for name in weights.conditions], axis=1
        ),
    )


def evidence_scores(evidence: PoolEvidence, weights: Weights) -> Floats:
    """Everybody's score under the weights, from evidence already measured. Shape (n,)."""
    signals = weights.signals.values()
    lexical = np.array([one.lexical for one in signals])
    mixed = evidence.z_scores[:, :, 0] * lexical + evidence.z_scores[:, :, 1] * (1 - lexical)
    centres, widths = np.array([one.centre for one in signals]), np.array([one.width for one in signals])
    most = np.array([one.points * weights.factor(evidence.order_type, name) for name, one in weights.signals.items()])
    points = (1 / (1 + np.exp(-(mixed - centres) / widths))) @ most
    near = np.maximum(evidence.near[:, 0], weights.occupation.history * evidence.near[:, 1])
    tasks = evidence.tasks @ np.array([*weights.task_points(evidence.order_type).values()])
    scores: Floats = (points + weights.occupation.points * near + tasks) * np.exp(-severity(evidence, weights))
    return scores


def severity(evidence: PoolEvidence, weights: Weights) -> Floats:
    """What unmet demands and conditions cost everybody. Shape (n,)."""
    costs = np.array([weights.severity[kind][grade] for kind, grade in severity_names(weights)])
    against = np.array([weights.against(evidence.order_type, name) for name in weights.conditions])
    demands = evidence.demanded @ costs + weights.nice * (evidence.wished @ costs)
    found: Floats = demands + evidence.conditions @ against
    return found


def _link(order: OrderProfile, people: Profiles, scorer: Scorer, history: float) -> Floats:
    weights = replace(scorer.weights, occupation=replace(scorer.weights.occupation, history=history))
    return np.asarray(OccupationLink(order.reading, scorer.catalog, weights, order.order_type).best(people))


def _counts(met: Iterable[DemandGrades], people: Profiles, weights: Weights, *, hard: bool) -> Floats:
    columns = {name: place for place, name in enumerate(severity_names(weights))}
    counts = np.zeros((len(people), len(columns)))
    for one in met:
        for row, requirement in enumerate(one.requirements):
            if requirement.hard is not hard:
                continue
            for place, grade in enumerate(GRADES):
                column = columns.get((requirement.kind.value, grade.value))
                if column is not None:
                    counts[:, column] += (one.counts == row) & (one.grades == place)
    return counts
