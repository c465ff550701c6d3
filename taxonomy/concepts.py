"""The frozen values that every layer speaks of; ids are stable and never reused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Trade:
    """Fagområde: a trade area that one department is responsible for."""

    key: str
    label: str
    english: str


@dataclass(frozen=True, slots=True)
class Department:
    """Jobcenterafdeling: carries one trade or a special function, or both, between two dates."""

    key: str
    name: str
    trades: tuple[str, ...]
    special_functions: tuple[str, ...]
    valid_from: date
    valid_to: date | None

    def in_force(self, day: date) -> bool:
        """Whether it exists on the day; the first and the last day are among them."""
        return self.valid_from <= day <= (self.valid_to or date.max)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit outside the departments that delivers and receives orders."""

    key: str
    name: str
    english: str


@dataclass(frozen=True, slots=True)
class OrderKind:
    """Ordretype: what may outrank the trade, and whom the kind is for."""

    key: str
    label: str
    english: str
    department: str | None
    marks: tuple[str, ...]
    match_categories: tuple[int, ...]
    note: str


class EducationLevel(StrEnum):
    """Level of education that an occupation asks for."""

    UNSKILLED = "ufaglaert"
    SKILLED = "faglaert"
    SHORT = "kort"
    MEDIUM = "mellemlang"
    LONG = "lang"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An occupation whose jobs somebody from this occupation can fill, and why."""

    occupation: str
    reason: str


@dataclass(frozen=True, slots=True)
class LegalDemand:
    """What the law demands of whoever does a job; `kind` is a value of RequirementKind, `source` the law."""

    kind: str
    key: str
    source: str

    def __str__(self) -> str:
        """As the occupations' files write it."""
        return f"{self.kind}: {self.key} ({self.source})"


@dataclass(frozen=True, slots=True)
class Occupation:
    """Stillingsbetegnelse: a concept with its titles; `titles` starts with the preferred label."""

    id: str
    label: str
    english: str
    isco: str
    trade: str
    level: EducationLevel
    titles: tuple[str, ...]
    english_titles: tuple[str, ...]
    skills: tuple[str, ...]
    tasks: tuple[str, ...]
    demands: tuple[LegalDemand, ...]
    shifts: tuple[str, ...]
    can_fill: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A Danish postcode with its position (WGS 84 degrees) and municipalities."""

    postcode: str
    name: str
    latitude: float
    longitude: float
    municipalities: tuple[str, ...]
