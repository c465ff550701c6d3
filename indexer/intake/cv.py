"""A citizen's CV as it was handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Hours(StrEnum):
    """Full time, part time or both."""

    FULL_TIME = "fuldtid"
    PART_TIME = "deltid"
    BOTH = "begge"


@dataclass(frozen=True, slots=True)
class Experience:
    """One job held: its title, what kind of employer, and for how many years."""

    title: str
    employer_kind: str = ""
    years: float | None = None


@dataclass(frozen=True, slots=True)
class Cv:
    """One CV; field names are those of the public format.

    `match_category`, `insured` and `age_group` decide what the law lets the person be proposed for; no score reads
    them.
    """

    id: str
    headline: str
    text: str
    postcode: str
    match_category: int
    cv_approved: bool
    experience: tuple[Experience, ...] = ()
    education: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    desired_jobs: tuple[str, ...] = ()
    max_commute_km: float | None = None
    availability: date | None = None
    hours: Hours | None = None
    insured: bool | None = None
    age_group: str = ""
