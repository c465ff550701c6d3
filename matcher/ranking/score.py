"""Points for one order over many candidates: similarity earns them, unmet demands cost a share of them.

score = points * exp(-severity). The parts are the points by signal and, below zero, what each demand cost; they sum to
the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from math import exp

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Floats, Profiles, crowd_of
from matcher.candidates.profile import Candidate, CandidateProfile
from matcher.orders.profile import OrderProfile
from matcher.ranking.batch import Floats as Similarities
from matcher.ranking.conditions import Condition, conditions, conditions_that_hold
from matcher.ranking.demands import DemandGrades, Demands, HowMet
from matcher.ranking.grades import GRADES, Grade, GradedDemand, requirement_label
from matcher.ranking.kind_conditions import wished_work
from matcher.ranking.occupation_link import OccupationLink
from matcher.ranking.reference_panel import ReferencePanel, Scales, calibrate
from matcher.ranking.task_link import FACTS, WISHED, TaskLink
from matcher.ranking.weights import SignalWeight, Weights
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Requirement

DECIMALS = 4  # of a point; what is smaller decides nothing
Loss = tuple[str, float]  # its name among the parts, and its severity


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate's score with what it is made of."""

    profile: CandidateProfile
    score: float
    parts: tuple[tuple[str, float], ...]
    demands: tuple[GradedDemand, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class OrderBrief:
    """What one order asks of everybody, worked out once: all that scoring needs to know of the order."""

    order: OrderProfile
    demands: Demands
    link: OccupationLink
    tasks: TaskLink
    scales: Scales
    costs: tuple[Costs, ...]


@dataclass(frozen=True, slots=True)
class Costs:
    """What one demand costs, shape (requirements, grades), and each requirement's name among the parts of a score."""

    severity: Floats
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactPoints:
    """Points by signal for everybody's facts, shape (n,) each, and the conditions that hold: no text is compared."""

    points: tuple[Similarities | Floats, ...]
    conditions: Mapping[str, Floats]

    def of_rows(self, rows: NDArray[np.intp]) -> FactPoints:
        """The same for the people of those rows."""
        conditions = {name: amount[rows] for name, amount in self.conditions.items()}
        return FactPoints(tuple(one[rows] for one in self.points), conditions)


@dataclass(frozen=True, slots=True)
class BatchScores:
    """Everybody's points by signal, shape (n, signals), graded demands, conditions and approximate scores.

    `scores` choose who is scored in full; they lie within SCORE_TOLERANCE of the exact score, which is a sum of parts
    that are rounded one by one.
    """

    points: Floats
    met: tuple[DemandGrades, ...]
    conditions: Mapping[str, Floats]
    scores: Floats


SCORE_TOLERANCE = 0.01  # points; more than all roundings of parts together
EXPECTED_TEXT_SHARE = 0.55  # of the points that texts can earn, what those found for an order earn of them on average


@dataclass(frozen=True)
class Scorer:
    """Scores pairs by one set of weights, one panel and one catalog."""

    weights: Weights
    reference_panel: ReferencePanel
    catalog: Catalog

    def brief(self, order: OrderProfile, today: date | None = None) -> OrderBrief:
        """The order as it is held against people; a start that has passed is today."""
        if order.start is not None and today is not None:
            order = replace(order, start=max(order.start, today.toordinal()))
        demands = self._demands(order)
        return OrderBrief(
            order=order,
            demands=demands,
            link=OccupationLink(order.reading, self.catalog, self.weights, order.order_type),
            tasks=TaskLink(order.tasks),
            scales=self.reference_panel.scales(order),
            costs=self._costs_of(demands),
        )

    def eased(self, brief: OrderBrief, order: OrderProfile) -> OrderBrief:
        """The brief of the same order with other demands or terms; its texts and their scales stay as they are."""
        demands = self._demands(order)
        return replace(brief, order=order, demands=demands, costs=self._costs_of(demands))

    def score_batch(
        self, brief: OrderBrief, people: Profiles, met: tuple[DemandGrades, ...], fact_points: FactPoints | None = None
    ) -> BatchScores:
        """Everybody scored at once; what one person scores depends on the order and that candidate alone.

        `fact_points` are these people's, where they are known already.
        """
        known = fact_points or self.fact_points(brief, people)
        points = self._points(brief, people, known)
        kept = np.exp(-self._total_severity(brief, met, known.conditions, len(people)))
        return BatchScores(points, met, known.conditions, points.sum(axis=1) * kept)

    def fact_points(self, brief: OrderBrief, people: Profiles) -> FactPoints:
        """Points of the signals that no text is compared for, in the order of the labels, and the conditions."""
        wished, shares = brief.link.wish_closeness(people), {name: brief.tasks.share(people, name) for name in FACTS}
        linked = self.weights.occupation.points * np.maximum(wished, brief.link.history_closeness(people))
        tasks = (points * shares[name] for name, points in self.weights.task_points(brief.order.order_type).items())
        amounts = conditions(brief.order, people, wished_work(wished, shares[WISHED]), brief.link)
        return FactPoints((linked.astype(np.float32), *tasks), amounts)

    def predicted_scores(
        self,
        brief: OrderBrief,
        fact_points: FactPoints,
        met: tuple[DemandGrades, ...],
        text_share: float = EXPECTED_TEXT_SHARE,
    ) -> Floats:
        """About what everybody's score will be, texts not compared but taken to earn so much of theirs. Shape (n,)."""
        facts = np.stack(fact_points.points).sum(axis=0)
        likely: Floats = (text_share * self._text_points + facts) * np.exp(
            -self._total_severity(brief, met, fact_points.conditions, len(facts))
        )
        return likely

    def text_shares(self, batch: BatchScores) -> Floats:
        """The share that everybody's texts earn of the points that texts can earn. Shape (n,)."""
        shares: Floats = batch.points[:, : len(self.weights.signals)].sum(axis=1) / self._text_points
        return shares

    @property
    def _text_points(self) -> float:
        return sum(one.points for one in self.weights.signals.values())

    def _total_severity(
        self, brief: OrderBrief, met: tuple[DemandGrades, ...], amounts: Mapping[str, Floats], count: int
    ) -> Floats:
        severity = np.zeros(count)
        for one in met:
            severity += one.look_up(brief.costs[one.place].severity)
        for name, amount in amounts.items():
            severity += np.where(np.isnan(amount), 0.0, amount) * self.weights.against(brief.order.order_type, name)
        return severity

    def score_in_full(
        self, brief: OrderBrief, batch: BatchScores, rows: Sequence[int], candidates: Iterable[CandidateProfile]
    ) -> list[Scored]:
        """The candidates' exact scores with all parts and the CVs' words; they are the people of the rows."""
        how_met = zip(*(one.how_met(rows) for one in batch.met), strict=True) if batch.met else repeat(())
        costs = zip(*(_lost(brief, one, rows) for one in batch.met), strict=True) if batch.met else repeat(())
        holds = conditions_that_hold(batch.conditions, rows)
        # Not strict: what is repeated for want of demands has no end.
        each = zip(candidates, batch.points[rows].tolist(), how_met, costs, holds, strict=False)
        return [self._scored(brief, *one) for one in each]

    def _scored(
        self,
        brief: OrderBrief,
        candidate: CandidateProfile,
        points: Sequence[float],
        how_met: tuple[HowMet, ...],
        costs: tuple[Loss, ...],
        holds: tuple[Condition, ...],
    ) -> Scored:
        parts = self._parts(points, [*(one for one in costs if one[1]), *self._losses(brief, holds)])
        demands = brief.demands.with_evidence(how_met, candidate)
        return Scored(candidate, round(sum([part for _, part in parts]), DECIMALS), parts, demands, holds)

    def score(self, order: OrderProfile, candidates: Sequence[Candidate]) -> list[Scored]:
        """Every candidate's score, in the order given."""
        if not candidates:
            return []
        brief, people = self.brief(order), crowd_of(candidates).profiles
        batch = self.score_batch(brief, people, brief.demands.grade(people))
        return self.score_in_full(brief, batch, range(len(candidates)), [found.profile for found in candidates])

    def _points(self, brief: OrderBrief, people: Profiles, fact_points: FactPoints) -> Floats:
        z_scores = calibrate(brief.order, people, brief.scales)
        columns = [
            signal_points(weight, *z_scores[name]) * self.weights.factor(brief.order.order_type, name)
            for name, weight in self.weights.signals.items()
        ]
        points: Floats = np.stack([*columns, *fact_points.points], axis=1).astype(np.float64).round(DECIMALS)
        return points

    def _parts(self, points: Sequence[float], losses: Sequence[Loss]) -> tuple[tuple[str, float], ...]:
        """The points by signal, and what each loss takes of them: a share of all that is lost, by its severity."""
        severity = sum([loss for _, loss in losses])
        share = sum(points) * (1 - exp(-severity)) / severity if severity else 0.0
        return (
            *zip(self.weights.labels, points, strict=True),
            *((name, 0.0 - round(share * loss, DECIMALS)) for name, loss in losses),  # never minus nought
        )

    def _demands(self, order: OrderProfile) -> Demands:
        asked = (*order.reading.requirements, *(replace(found, hard=False) for found in order.reading.mentioned))
        return Demands(asked, self.catalog, order.sought)

    def _costs_of(self, demands: Demands) -> tuple[Costs, ...]:
        return tuple(self._costs(one) for one in demands.requirements)

    def _costs(self, requirements: tuple[Requirement, ...]) -> Costs:
        severity = np.array([[self._severity(found, grade) for grade in GRADES] for found in requirements])
        return Costs(severity, tuple(loss_label(found) for found in requirements))

    def _severity(self, requirement: Requirement, grade: Grade) -> float:
        table = self.weights.severity.get(requirement.kind, {})
        return table.get(grade, 0.0) * (1.0 if requirement.hard else self.weights.nice)

    def _losses(self, brief: OrderBrief, holds: Sequence[Condition]) -> list[Loss]:
        kind = brief.order.order_type
        return [(CONDITION_LABELS[one.name], one.amount * self.weights.against(kind, one.name)) for one in holds]


def _lost(brief: OrderBrief, met: DemandGrades, rows: Sequence[int]) -> list[Loss]:
    """What the demand costs each person of those rows, by its name among the parts; nothing where it is met."""
    costs, counts, grades = brief.costs[met.place], met.counts[rows], met.grades[rows]
    severities = costs.severity[counts, grades].tolist()
    return [(costs.labels[count], severity) for count, severity in zip(counts.tolist(), severities, strict=True)]


def loss_label(requirement: Requirement) -> str:
    """What an unmet demand is called among the parts of a score."""
    return f"{'krav' if requirement.hard else 'ønsket'}: {requirement_label(requirement)}"


def signal_points(weight: SignalWeight, lexical: Similarities, meaning: Similarities) -> Similarities:
    """Points of a signal from the z-scores of its two views: a curve that levels out at both ends."""
    mixed = weight.lexical * lexical + (1 - weight.lexical) * meaning
    return (weight.points / (1 + np.exp(-(mixed - weight.centre) / weight.width))).astype(np.float32)


CONDITION_LABELS = {
    "shift_refused": "vagter, der er fravalgt",
    "shift_wanted": "vagter, der er ønsket",
    "shift_other": "andre vagter, der er ønsket",
    "hours_apart": "arbejdstid",
    "start_late_per_month": "startdato",
    "kilometre": "afstand",
    "occupation_refused": "job, der er fravalgt",
    "other_work_wanted": "andet arbejde, der er ønsket",
    "kind_wanted": "ordretype, der er ønsket",
    "near_kind_wanted": "en beslægtet ordretype, der er ønsket",
    "kind_refused": "ordretype, der er fravalgt",
    "other_kind_wanted": "en anden ordretype, der er ønsket",
    "practised": "allerede øvet i faget",
    "trained_already": "allerede uddannet",
}
