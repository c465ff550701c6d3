"""How near the occupations that a person wants or has worked in lie to those that an order seeks."""

from __future__ import annotations

from math import sqrt

from matcher.candidates.profile import CandidateProfile
from matcher.ranking.weights import Weights
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.reading.findings import OrderReading


class OccupationLink:
    """One order's side of the link; what it says of an occupation is remembered for the next candidate."""

    def __init__(self, reading: OrderReading, catalog: Catalog, weights: Weights) -> None:
        surest = max((sought.score for sought in reading.occupations), default=1.0)
        self._sought = [(sought.occupation, sought.score / surest) for sought in reading.occupations]
        self._catalog, self._history = catalog, weights.occupation.history
        self._near: dict[str, list[tuple[float, float]]] = {}

    def best(self, profile: CandidateProfile) -> float:
        """The best closeness between what the order seeks and what the person wants or has done, from 0 to 1."""
        best = 0.0
        for named in profile.wishes:
            for sure, near in self._nearness(named.occupation):
                best = max(best, sure * sqrt(named.score) * near)
        for named in profile.history:
            for sure, near in self._nearness(named.occupation):
                best = max(best, sure * (sqrt(named.score) * self._history) * near)
        return best

    def _nearness(self, occupation: str) -> list[tuple[float, float]]:
        """(how sure the order is, closeness) of each occupation sought that is near at all."""
        if occupation not in self._near:
            near = [(sure, closeness(self._catalog, occupation, sought)) for sought, sure in self._sought]
            self._near[occupation] = [pair for pair in near if pair[1] > 0]
        return self._near[occupation]
