"""A fixed reference panel of synthetic CVs turns an order's similarities into z-scores, comparable between orders.

A similarity of 0.86 means nothing by itself; how far it lies above the panel's mean does. Because the panel is fixed,
the score of a pair depends on the order and the CV alone. The panel knows Danish and foreign CVs apart: a CV in Polish
shares few words with a Danish order, and is measured against others in the same position. Nor can it ever lie as high:
between languages every likeness is fainter, and its z-score is stretched by as much (REACH). An order in another
language than Danish is nearer to every CV in its own, which is measured against a few CVs in that language alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from matcher.candidates.crowd import Mask, Profiles
from matcher.candidates.facts import FactKind
from matcher.orders.profile import OrderProfile
from matcher.ranking.batch import Batch, Floats
from matcher.ranking.views import raw_views

SMALLEST_SPREAD = 1e-3  # an order that is equally far from everybody says nothing
NORDIC = ("da", "no", "nb", "nn", "sv")  # read by a Danish lexical view nearly as Danish is
HALF_DANISH = ("sv",)  # a Swedish CV's similarities lie midway between those of Danish and of foreign ones
# How many times further above their mean Danish CVs lie than foreign ones that were judged as suitable, on the tuning
# half of the collection: the square root of what was measured, since half of it is noise. Wishes are mostly in Danish.
REACH = {"wish": 1.0, "history": 1.2, "skills": 1.2, "profile": 1.45, "whole": 1.2}
# The few CVs in the order's own language hold hardly anybody for its job, so that their spread is that of strangers:
# who suits lies about twice as many of these deviations above their mean as of the whole panel's.
AT_HOME = 0.6

ZScores = Mapping[str, tuple[Floats, Floats]]


@dataclass(frozen=True, slots=True)
class Scale:
    """The panel's spread of one view of one signal, and its means among Nordic and among foreign CVs.

    `at_home` is mean and spread among CVs in the language of an order that is not Danish.
    """

    spread: float
    nordic: float
    foreign: float
    at_home: tuple[float, float] | None = None

    def z_scores(self, values: Floats, foreignness: Floats, reach: float = 1.0, at_home: Mask | None = None) -> Floats:
        """The values in standard deviations above the panel's mean; 0 where there is no such text. Shape (n,).

        `foreignness` is from 0 (Danish) to 1; `reach` is what the z-score of a foreign CV is multiplied by. `at_home`
        are the CVs in the language of an order that is not Danish.
        """
        centre = self.nordic + foreignness * (self.foreign - self.nordic)
        stretched = (values - centre) / self.spread * (1 + foreignness * (reach - 1))
        if at_home is not None and self.at_home:
            mean, spread = self.at_home
            stretched = np.where(at_home, (values - mean) / spread * AT_HOME, stretched)
        z_scores: Floats = np.where(np.isnan(stretched), 0.0, stretched).astype(np.float32)
        return z_scores


Scales = Mapping[str, tuple[Scale, Scale]]


@dataclass(frozen=True)
class ReferencePanel:
    """The CVs that every order's similarities are measured against, and those for orders in other languages."""

    people: Profiles
    abroad: Mapping[str, Profiles] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def _batch(self) -> Batch:
        return Batch(self.people)

    def scales(self, order: OrderProfile) -> Scales:
        """Mean and spread of the order's similarities to the panel, per text signal and view: lexical, meaning."""
        theirs = foreign(self.people)
        raw = raw_views(order, self._batch)
        scales = {name: (_scale(lexical, theirs), _scale(meaning, theirs)) for name, (lexical, meaning) in raw.items()}
        if order.language not in self.abroad:
            return scales
        home = raw_views(order, Batch(self.abroad[order.language]))
        return {
            name: (_at_home(one, home[name][0]), _at_home(two, home[name][1])) for name, (one, two) in scales.items()
        }


def calibrate(order: OrderProfile, people: Profiles, scales: Scales) -> ZScores:
    """Everybody's z-scores per text signal and view: standard deviations above the panel's mean."""
    theirs, home = foreignness(people), people.have_key(FactKind.TEXT_LANGUAGE, order.language)
    return {
        name: (
            scales[name][0].z_scores(lexical, theirs, REACH[name], home),
            scales[name][1].z_scores(meaning, theirs, REACH[name], home),
        )
        for name, (lexical, meaning) in raw_views(order, Batch(people)).items()
    }


def foreign(people: Profiles) -> Mask:
    """Which CVs are written in another language than Danish or its neighbours. Shape (n,)."""
    return ~people.have_key(FactKind.TEXT_LANGUAGE, *NORDIC)


def foreignness(people: Profiles) -> Floats:
    """How far each CV's language is from Danish: 0, a half or 1. Shape (n,)."""
    return (foreign(people) + 0.5 * people.have_key(FactKind.TEXT_LANGUAGE, *HALF_DANISH)).astype(np.float32)


def _at_home(scale: Scale, panel: Floats) -> Scale:
    spread = max(float(np.nanstd(panel)), SMALLEST_SPREAD)
    return replace(scale, at_home=(float(np.nanmean(panel)), spread))


def _scale(panel: Floats, theirs: Mask) -> Scale:
    spread = max(float(np.nanstd(panel)), SMALLEST_SPREAD)
    return Scale(spread, float(np.nanmean(panel[~theirs])), float(np.nanmean(panel[theirs])))
