"""How similar an order is to people in general: a fixed panel of synthetic CVs makes similarities comparable.

A similarity of 0.86 means nothing by itself; how far it lies above the panel's mean does. Because the panel is fixed,
the score of a pair depends on the order and the CV alone. The panel knows Danish and foreign CVs apart: a CV in Polish
shares few words with a Danish order, and is measured against others in the same position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.profile import CandidateProfile
from matcher.orders.profile import OrderProfile
from matcher.ranking.batch import Batch, Floats, lay_out
from matcher.ranking.views import raw_views

SMALLEST_SPREAD = 1e-3  # an order that is equally far from everybody says nothing
NORDIC = frozenset({"da", "no", "nb", "nn", "sv"})  # read by a Danish lexical view nearly as Danish is

Calibrated = dict[str, tuple[Floats, Floats]]


@dataclass(frozen=True)
class Yardstick:
    """The panel's profiles."""

    panel: tuple[CandidateProfile, ...]

    @cached_property
    def _batch(self) -> Batch:
        return lay_out(self.panel)

    @cached_property
    def _foreign(self) -> NDArray[np.bool_]:
        return foreign(self.panel)

    def calibrate(self, order: OrderProfile, batch: Batch) -> Calibrated:
        """Per text signal both views in standard deviations above the panel's mean; 0 where the CV has no such text."""
        raw, panel = raw_views(order, batch), raw_views(order, self._batch)
        theirs = foreign(batch.profiles)
        return {
            name: (
                _standardised(raw[name][0], panel[name][0], theirs, self._foreign),
                _standardised(raw[name][1], panel[name][1], theirs, self._foreign),
            )
            for name in raw
        }


def foreign(profiles: Sequence[CandidateProfile]) -> NDArray[np.bool_]:
    """Which CVs are written in another language than Danish or its neighbours. Shape (n,)."""
    return np.array([profile.text_language not in NORDIC for profile in profiles], np.bool_)


def _standardised(
    values: Floats, panel: Floats, values_foreign: NDArray[np.bool_], panel_foreign: NDArray[np.bool_]
) -> Floats:
    spread = max(float(np.nanstd(panel)), SMALLEST_SPREAD)
    centres = [float(np.nanmean(panel[panel_foreign == flag])) for flag in (False, True)]
    centre = np.where(values_foreign, centres[1], centres[0])
    heights: Floats = np.nan_to_num((values - centre) / spread, nan=0.0).astype(np.float32)
    return heights
