"""How near the occupations that people want or have worked in are to those that an order seeks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Mask, Profiles
from matcher.candidates.fact_columns import Rows
from matcher.candidates.facts import FactKind
from matcher.orders.profile import main_occupations
from matcher.ranking.nearness import nearest_of, nearness_to_learn, occupations_by_code
from matcher.ranking.weights import Weights
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OrderReading

Floats = NDArray[np.float64]


KIN = 0.6  # closeness from which work is of the order's sort (taxonomy/distance.py)
LONG_HELD = 2.0  # years from which somebody knows such work
LEARNING_KINDS = frozenset({"laereplads", "voksenlaerling"})
BESIDE_TITLE = 0.4  # weight of an occupation named only in the text when the title names one; chosen of 1, 0.7 and 0.4


class OccupationLink:
    """One order's side of the link: how near every occupation lies to what the order seeks, worked out once."""

    def __init__(self, reading: OrderReading, catalog: Catalog, weights: Weights, kind: str) -> None:
        self._history = weights.occupation.history
        self._codes, _ = occupations_by_code(catalog)
        surest = max((sought.score for sought in reading.occupations), default=1.0)
        named = main_occupations(reading)
        sought = tuple(
            (mention.occupation, mention.score / surest * (1.0 if mention in named else BESIDE_TITLE))
            for mention in reading.occupations
        )
        # How surely the order names its job says nothing of what is work of that sort.
        self._kin = _or_nothing(nearest_of(catalog, tuple((mention.occupation, 1.0) for mention in named)))
        learning = kind in LEARNING_KINDS
        self._near = _or_nothing(nearest_of(catalog, sought))
        self._wished_near = _or_nothing(nearest_of(catalog, sought, nearness_to_learn)) if learning else self._near

    def best(self, people: Profiles) -> Floats:
        """The best closeness between what the order seeks and what each wants or has done, from 0 to 1. Shape (n,)."""
        return np.maximum(self.wish_closeness(people), self.history_closeness(people))

    def wish_closeness(self, people: Profiles) -> Floats:
        """The same through wishes alone."""
        return self._best(people.rows(FactKind.WISH), self._wished_near, people)

    def history_closeness(self, people: Profiles) -> Floats:
        """The same through jobs held alone, which count less than wishes."""
        held: Floats = self._history * self._best(people.rows(FactKind.HISTORY), self._near, people)
        return held

    def refused(self, people: Profiles) -> Mask:
        """Who has ruled out work of the order's sort. Shape (n,)."""
        rows = people.rows(FactKind.REFUSED)
        return people.owners(rows.owner[self._nearness(rows, self._kin) >= KIN])

    def long_held(self, people: Profiles) -> Mask:
        """Who has been in work of the order's sort for LONG_HELD years. Shape (n,)."""
        rows = people.rows(FactKind.HISTORY)
        return people.owners(rows.owner[(np.nan_to_num(rows.years) >= LONG_HELD) & (self._nearness(rows) >= KIN)])

    def _best(self, rows: Rows, near: Floats, people: Profiles) -> Floats:
        best = np.zeros(len(people))
        np.maximum.at(best, rows.owner, self._nearness(rows, near) * np.sqrt(rows.amounts, dtype=np.float64))
        return best

    def _nearness(self, rows: Rows, near: Floats | None = None) -> Floats:
        """How near the occupation of each row lies to what the order seeks."""
        return (self._near if near is None else near)[rows.places_in(self._codes)]


def _or_nothing(near: Floats) -> Floats:
    """With 0 at the end: how near it is where there is no such occupation."""
    return np.append(near, 0.0)
