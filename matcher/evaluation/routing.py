"""Measures routing against labels: correct trades, calibrated probabilities, and what is left to KVS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.dispatch.router import Router
from matcher.dispatch.weighing import Floats
from matcher.evaluation.intervals import wilson
from matcher.evaluation.labels import LabelledOrder
from matcher.orders.profile import understand

BINS = 10  # of the calibration curve, of equal width
BORDERS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # probabilities from which the machine might decide alone


@dataclass(frozen=True, slots=True)
class RoutedText:
    """A labelled order and where the router sent it; `alone`: without a human's decision."""

    labelled: LabelledOrder
    chosen: str | None
    confidence: float
    alone: bool

    @property
    def right(self) -> bool:
        """Whether the chosen trade is the label or defensible; never where the text names no job."""
        return self.labelled.trade is not None and self.labelled.right(self.chosen)


@dataclass(frozen=True, slots=True)
class CurveBin:
    """A column of the calibration curve: the texts whose probability lies in it, and the share that was right."""

    texts: int
    confidence: float
    right: float
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Border:
    """What would follow if the machine decided alone from this probability upwards."""

    probability: float
    alone: int
    wrong: int


@dataclass(frozen=True)
class RoutingEvaluation:
    """The routed texts; those without a job count for what is left to KVS only."""

    texts: tuple[RoutedText, ...]

    @property
    def with_job(self) -> tuple[RoutedText, ...]:
        """The texts that name a job."""
        return tuple(text for text in self.texts if text.labelled.trade is not None)

    def right_of(self, trade: str | None = None) -> tuple[int, int]:
        """How many texts of a trade by the label, or of all, went to a defensible trade, and how many there are."""
        chosen = [text for text in self.with_job if trade in {None, text.labelled.trade}]
        return sum(text.right for text in chosen), len(chosen)

    @property
    def strictly_right(self) -> int:
        """How many were routed to the very trade of the label."""
        return sum(text.chosen == text.labelled.trade for text in self.with_job)

    @property
    def confusion(self) -> Counter[tuple[str, str | None]]:
        """How many texts of each trade by the label were routed to each trade; a defensible one counts as the label."""
        return Counter(
            (str(text.labelled.trade), text.labelled.trade if text.right else text.chosen) for text in self.with_job
        )

    @property
    def alone(self) -> tuple[RoutedText, ...]:
        """The texts that no human was asked about."""
        return tuple(text for text in self.texts if text.alone)

    @property
    def wrong_alone(self) -> int:
        """How many texts that no human was asked about went to a wrong trade."""
        return sum(not text.right for text in self.alone)

    @property
    def calibration_error(self) -> float:
        """Expected: the mean distance of the curve's probability and share right; 0 where no text names a job."""
        apart = sum(found.texts * abs(found.confidence - found.right) for found in self.curve())
        return apart / max(len(self.with_job), 1)

    def curve(self) -> list[CurveBin]:
        """The bins that hold texts, from the least probability up."""
        chances, right = self._pairs()
        places = np.minimum((chances * BINS).astype(int), BINS - 1)
        return [
            CurveBin(
                texts=int(inside.sum()),
                confidence=float(chances[inside].mean()),
                right=float(right[inside].mean()),
                interval=wilson(int(right[inside].sum()), int(inside.sum())),
            )
            for place in range(BINS)
            if (inside := places == place).any()
        ]

    def borders(self) -> list[Border]:
        """What each border would leave to the machine, whatever else makes it ask."""
        found = []
        for probability in BORDERS:
            alone = [text for text in self.texts if text.confidence >= probability]
            found.append(Border(probability, len(alone), sum(not text.right for text in alone)))
        return found

    def _pairs(self) -> tuple[Floats, NDArray[np.bool_]]:
        return (
            np.array([text.confidence for text in self.with_job], np.float64),
            np.array([text.right for text in self.with_job], np.bool_),
        )


def evaluate_routing(labelled: Iterable[LabelledOrder], router: Router, today: date) -> RoutingEvaluation:
    """Every labelled order read and routed as the product does it."""
    return RoutingEvaluation(tuple(_routed(one, router, today) for one in labelled))


def _routed(labelled: LabelledOrder, router: Router, today: date) -> RoutedText:
    route = router.route(labelled.order, understand(labelled.order, router.reader.catalog), today)
    return RoutedText(labelled, route.trade, route.confidence, not route.needs_decision)
