"""How similar an order is to people in general: a fixed panel of synthetic CVs makes similarities comparable.

A similarity of 0.86 means nothing by itself; how far it lies above the panel's mean does. Because the panel is fixed,
the score of a pair depends on the order and the CV alone. The panel knows Danish and foreign CVs apart: a CV in Polish
shares few words with a Danish order, and is measured against others in the same position.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.candidates.crowd import Mask, Profiles
from matcher.candidates.facts import What
from matcher.orders.profile import OrderProfile
from matcher.ranking.batch import Batch, Floats
from matcher.ranking.views import raw_views

SMALLEST_SPREAD = 1e-3  # an order that is equally far from everybody says nothing
NORDIC = ("da", "no", "nb", "nn", "sv")  # read by a Danish lexical view nearly as Danish is

Calibrated = Mapping[str, tuple[Floats, Floats]]


@dataclass(frozen=True, slots=True)
class Scale:
    """The panel's spread of one view of one signal, and its means among Nordic and among foreign CVs."""

    spread: float
    nordic: float
    foreign: float

    def heights(self, values: Floats, foreign: Mask) -> Floats:
        """The values in standard deviations above the panel's mean; 0 where there is no such text. Shape (n,)."""
        centre = np.where(foreign, self.foreign, self.nordic)
        heights: Floats = np.nan_to_num((values - centre) / self.spread, nan=0.0).astype(np.float32)
        return heights


Scales = Mapping[str, tuple[Scale, Scale]]


@dataclass(frozen=True)
class Yardstick:
    """The panel."""

    panel: Profiles

    @cached_property
    def _batch(self) -> Batch:
        return Batch(self.panel)

    def scales(self, order: OrderProfile) -> Scales:
        """What the order's similarities to the panel are, per text signal and view: lexical, meaning."""
        theirs = foreign(self.panel)
        raw = raw_views(order, self._batch)
        return {name: (_scale(lexical, theirs), _scale(meaning, theirs)) for name, (lexical, meaning) in raw.items()}


def calibrate(order: OrderProfile, people: Profiles, scales: Scales) -> Calibrated:
    """Per text signal both views of everybody in standard deviations above the panel's mean."""
    theirs = foreign(people)
    return {
        name: (scales[name][0].heights(lexical, theirs), scales[name][1].heights(meaning, theirs))
        for name, (lexical, meaning) in raw_views(order, Batch(people)).items()
    }


def foreign(people: Profiles) -> Mask:
    """Which CVs are written in another language than Danish or its neighbours. Shape (n,)."""
    return ~people.have_key(What.TEXT_LANGUAGE, *NORDIC)


def _scale(panel: Floats, theirs: Mask) -> Scale:
    spread = max(float(np.nanstd(panel)), SMALLEST_SPREAD)
    return Scale(spread, float(np.nanmean(panel[~theirs])), float(np.nanmean(panel[theirs])))
