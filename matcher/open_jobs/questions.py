"""What somebody searches for among the open jobs, and the filters that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.engines.contract import AnyOf, Between, Filter, Within
from taxonomy.places import places
from taxonomy.towns import NEAR_KM, Town

RADIUS_KM = NEAR_KM  # when a place but no radius is given; JobTech's 5 km is short for a commute


@dataclass(frozen=True, slots=True)
class JobQuestion:
    """What somebody searches for among the open jobs; empty fields restrict nothing."""

    words: str = ""
    trades: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    towns: tuple[Town, ...] = ()  # that the words named
    municipalities: tuple[str, ...] = ()
    postcode: str = ""
    radius_km: float | None = None
    order_types: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    shifts: tuple[str, ...] = ()
    published_after: float | None = None  # seconds since 1970
    newest_first: bool = False
    nearest_first: bool = False  # where the question names one place, and then the newest
    offset: int = 0
    limit: int = 20

    @property
    def sorted_by_field(self) -> bool:
        """Whether likeness does not say which job stands first."""
        return self.newest_first or self.nearest_first

    @property
    def near(self) -> tuple[float, float] | None:
        """The one place that is searched near, None where there is none or several."""
        if self.postcode:
            place = places()[self.postcode]
            return place.latitude, place.longitude
        return self.towns[0].position if len(self.towns) == 1 else None

    def filters(self, today: date) -> tuple[Filter, ...]:
        """What an order that is open on that day must be to be found."""
        filters: list[Filter] = [Between("deadline", low=float(today.toordinal()), or_missing=True)]
        asked = {
            "trade": self.trades,
            "occupation": self.occupations,
            "order_type": self.order_types,
            "hours": self.hours,
            "shift": self.shifts,
            "municipality": self.municipalities,
        }
        filters.extend(AnyOf(field, values) for field, values in asked.items() if values)
        if self.published_after is not None:
            filters.append(Between("published", low=self.published_after))
        filters.extend(self._where())
        return tuple(filters)

    def _where(self) -> Iterator[Filter]:
        if self.near and (self.postcode or self.radius_km):
            yield Within(*self.near, self.radius_km or RADIUS_KM)
        elif self.towns:
            # Orders whose words name the town are found too, wherever they are.
            yield AnyOf("town", tuple(town.key for town in self.towns))
