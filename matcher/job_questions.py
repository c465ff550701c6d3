"""What somebody searches for among the open jobs, and the filters that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indexer.engines.contract import AnyOf, Between, Filter, Within
from taxonomy.places import places

RADIUS_KM = 20.0  # when a place but no radius is given; JobTech's 5 km is short for a commute


@dataclass(frozen=True, slots=True)
class JobQuestion:
    """What somebody searches for among the open jobs; empty fields restrict nothing."""

    words: str = ""
    trades: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    postcode: str = ""
    radius_km: float | None = None
    order_types: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    shifts: tuple[str, ...] = ()
    published_after: float | None = None  # seconds since 1970
    newest_first: bool = False
    offset: int = 0
    limit: int = 20

    def filters(self, today: date) -> tuple[Filter, ...]:
        """What an order that is open on that day must be to be found."""
        filters: list[Filter] = [Between("deadline", low=float(today.toordinal()), or_missing=True)]
        asked = {
            "trade": self.trades,
            "occupation": self.occupations,
            "order_type": self.order_types,
            "hours": self.hours,
            "shift": self.shifts,
        }
        filters.extend(AnyOf(field, values) for field, values in asked.items() if values)
        if self.published_after is not None:
            filters.append(Between("published", low=self.published_after))
        if self.postcode:
            place = places()[self.postcode]
            filters.append(Within(place.latitude, place.longitude, self.radius_km or RADIUS_KM))
        return tuple(filters)
