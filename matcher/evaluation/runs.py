"""A run (the output of `rank`) against judgements, order by order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import itemgetter
from statistics import fmean, stdev

from matcher.evaluation import metrics

Judgements = Mapping[str, Mapping[str, int]]  # order -> cv -> grade
Run = Mapping[str, list[str]]  # order -> cvs, best first

METRICS: dict[str, Callable[[Sequence[str], metrics.Grades], float]] = {
    "nDCG@10": metrics.ndcg,
    "P@5": metrics.precision,
    "R@20": metrics.recall,
    "MRR": metrics.reciprocal_rank,
    "Success@1": lambda ranking, grades: metrics.success(ranking, grades, 1),
    "Success@5": lambda ranking, grades: metrics.success(ranking, grades, 5),
    "Success@10": lambda ranking, grades: metrics.success(ranking, grades, 10),
}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every metric for every judged order; `unanswered` are judged orders that the run does not hold."""

    by_order: Mapping[str, Mapping[str, float]]
    unanswered: tuple[str, ...]

    def mean(self, metric: str, orders: Sequence[str] | None = None) -> float:
        """The mean over judged orders, all or some; 0 where nothing was judged."""
        values = [self.by_order[order][metric] for order in (self.by_order if orders is None else orders)]
        return fmean(values) if values else 0.0

    def standard_error(self, metric: str) -> float:
        """The standard error of the mean over orders; 0 for fewer than two."""
        values = [scores[metric] for scores in self.by_order.values()]
        return stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0

    def worst(self, metric: str = "nDCG@10", count: int = 5) -> list[tuple[str, float]]:
        """The orders that fared worst."""
        return sorted(((order, scores[metric]) for order, scores in self.by_order.items()), key=itemgetter(1, 0))[
            :count
        ]


def evaluate(run: Run, judgements: Judgements) -> Evaluation:
    """Every judged order's metrics; an order without a run scores 0."""
    return Evaluation(
        by_order={
            order: {name: metric(run.get(order, []), grades) for name, metric in METRICS.items()}
            for order, grades in sorted(judgements.items())
        },
        unanswered=tuple(sorted(judgements.keys() - run.keys())),
    )


def gather_run(lines: Iterable[tuple[str, str, int]]) -> dict[str, list[str]]:
    """(order, cv, rank) lines to a run."""
    ranked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for order, cv, rank in lines:
        ranked[order].append((rank, cv))
    return {order: [cv for _, cv in sorted(places)] for order, places in ranked.items()}


def gather_judgements(lines: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    """(order, cv, grade) lines to judgements."""
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for order, cv, grade in lines:
        judged[order][cv] = grade
    return dict(judged)
