"""Jobordre: a job order as it was handed in; the caller's own words, never rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class OrderType(StrEnum):
    """Kinds of order, as the public format writes them."""

    ORDINARY = "ordinaer"
    WAGE_SUBSIDY = "loentilskud"
    TRAINEESHIP = "virksomhedspraktik"
    FLEX_JOB = "fleksjob"
    SHELTERED_JOB = "skaanejob"
    ADULT_APPRENTICE = "voksenlaerling"
    APPRENTICESHIP = "laereplads"
    SPARE_TIME_JOB = "fritidsjob"


class Shift(StrEnum):
    """When on the day or week the work is done."""

    DAY = "dag"
    EVENING = "aften"
    NIGHT = "nat"
    WEEKEND = "weekend"
    CHANGING = "skiftende"


@dataclass(frozen=True, slots=True)
class Contact:
    """The person at the company to call back."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class JobOrder:
    """One order for one or more positions; field names are those of the public format."""

    id: str
    title: str
    text: str
    order_type: OrderType
    positions: int
    postcode: str
    employer: str = ""
    cvr: str = ""
    city: str = ""
    hours_per_week: float | None = None
    shift: Shift | None = None
    start: date | None = None
    deadline: date | None = None
    must_have: tuple[str, ...] = ()
    nice_to_have: tuple[str, ...] = ()
    contact: Contact = Contact()
    received_at: datetime | None = None
    source: str = ""
    public_text: str | None = None  # what everybody may read in place of `text`; None says nothing of it

    def is_open(self, on: date) -> bool:
        """Whether the deadline, if there is one, has not passed on that day."""
        return self.deadline is None or self.deadline >= on
