"""Fits weights.toml on the tuning halves of all parts: `python -m tests.quality.fit_ranking CACHE [--write]`.

Prints what today's weights give, what fitted ones give on orders they were not fitted on (by groups of orders, and a
trade at a time), and how every number moved. With --write the file gets a new version, if the gain is real. Nothing
learns while the software runs: the new file is read and committed by people.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np

from indexer.embedding.choose import choose_embedder
from matcher.evaluation.collection import Part, bundled_cvs
from matcher.evaluation.evidence import measure
from matcher.evaluation.judgements import Half
from matcher.evaluation.matching import JudgedHalf, gather
from matcher.ranking.panel import load_reference_panel
from matcher.ranking.score import Scorer
from matcher.ranking.weights import FILE, Weights, load_weights
from taxonomy.catalog import load_catalog
from tests.quality.weighing.file import next_version, numbers, rewritten
from tests.quality.weighing.folds import PULLS, HeldOut, choose_pull, hold_out, in_folds, measured
from tests.quality.weighing.pairs import JudgedOrder, fit
from tests.quality.weighing.parameters import Path as Place
from tests.quality.weighing.parameters import parameters, with_numbers


@dataclass(frozen=True, slots=True)
class Fitted:
    """New numbers, how strongly they were held to the old, and what they gain on orders they were not fitted on."""

    numbers: dict[Place, float]
    pull: float
    orders: HeldOut
    trades: HeldOut

    @property
    def is_real(self) -> bool:
        """Whether the gain is above zero in both ways of holding out, and in the first beyond luck."""
        return self.orders.interval[0] > 0 and self.trades.gain > 0


def judged_orders(judged: JudgedHalf, scorer: Scorer) -> list[JudgedOrder]:
    """The orders with their evidence and grades, grouped by trade."""
    people, grades = judged.pool.crowd.profiles, judged.judgements
    return [
        JudgedOrder(
            one.order.id,
            one.trade or "",
            measure(one.profile, people, scorer),
            np.array([grades[one.order.id].get(cv, 0) for cv in people.ids]),
        )
        for one in judged.orders
    ]


def fit_weights(orders: Sequence[JudgedOrder], weights: Weights, pulls: Sequence[float] = PULLS) -> Fitted:
    """The weights that put the judged pairs right, held to today's as strongly as costs next to nothing."""
    folds = in_folds(orders)
    tried = {pull: hold_out(folds, weights, pull) for pull in pulls}
    pull, chosen = choose_pull(tried), parameters(weights)
    moves = fit(orders, weights, chosen, pull)
    return Fitted(numbers(weights, chosen, moves), pull, tried[pull], hold_out(orders, weights, pull))


def evaluation(fitted: Fitted, orders: Sequence[JudgedOrder], after: Weights) -> str:
    """What set the new version, in one sentence for the file."""
    low, high = fitted.orders.interval
    held_out = f"{_mean(fitted.orders.after)} on orders held out (gain {low:+.3f} to {high:+.3f})"
    others = f"{_mean(fitted.trades.after)} on trades held out, {_mean(measured(orders, after))} on those fitted on"
    before = f"nDCG@10 {_mean(fitted.orders.before)} before"
    return f"fitted by pairs on {len(orders)} tuning orders, pull {fitted.pull}: {before}, {held_out}, {others}"


def moved_numbers(fitted: Fitted, weights: Weights) -> list[str]:
    """Every number that changed, from what to what."""
    return [
        f"{'.'.join(one.path)}: {one.start} -> {fitted.numbers[one.path]}"
        for one in parameters(weights)
        if fitted.numbers[one.path] != one.start
    ]


def main(arguments: Sequence[str]) -> int:
    """Fit, report, and write where it was asked for and the gain is real."""
    catalog, embedder = load_catalog(), choose_embedder(cache_folder=Path(arguments[0]))
    scorer = Scorer(load_weights(), load_reference_panel(embedder, catalog, bundled_cvs), catalog)
    judged = (
        gather(part, Half.TUNING, catalog, embedder)
        for part in (Part.ALL, Part.LATER, Part.KINDS, Part.CARE, Part.WEAK)
    )
    orders = [order for one in judged for order in judged_orders(one, scorer)]
    fitted = fit_weights(orders, scorer.weights)
    after = with_numbers(scorer.weights, fitted.numbers)
    said = evaluation(fitted, orders, after)
    sys.stdout.write("\n".join([said, *moved_numbers(fitted, scorer.weights), ""]))
    if not fitted.is_real:
        sys.stdout.write("The gain may be luck: nothing is written.\n")
        return 1
    if "--write" in arguments:
        text = rewritten(FILE.read_text(encoding="utf-8"), fitted.numbers, next_version(after.version), said)
        FILE.write_text(text, encoding="utf-8")
    return 0


def _mean(scores: Mapping[str, float]) -> str:
    return f"{fmean(scores.values()):.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
