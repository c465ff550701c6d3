"""The part of a candidate that ranking may read, and the part that only the law's rules may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class PassageKind(IntEnum):
    """Which part of the CV a passage of text is."""

    WISH = 0
    HEADLINE = 1
    HISTORY = 2
    SKILLS = 3
    EDUCATION = 4
    PROFILE = 5


@dataclass(frozen=True, slots=True)
class Passages:
    """The CV's texts as numbers: per passage its kind, unit vector (int8, times its scale), years, terms."""

    kinds: NDArray[np.uint8]
    vectors: NDArray[np.int8]
    scales: NDArray[np.float32]
    years: NDArray[np.float32]
    term_counts: NDArray[np.uint32]
    terms: NDArray[np.uint32]
    term_lengths: NDArray[np.float32]


class Qualification(NamedTuple):
    """Something the CV shows or denies; `quote` is the CV's own words, `valid_to` its last day as a day number."""

    kind: str
    key: str
    level: str | None
    quote: str
    valid_to: int | None = None


class Named(NamedTuple):
    """An occupation with the words that name it; `score` from 0 to 1; `years` where the history gives them."""

    occupation: str
    score: float
    quote: str
    years: float | None = None


class TaskShown(NamedTuple):
    """A task that the CV shows or asks for; `share` from 0 to 1 is how surely, `quote` the CV's own words."""

    task: str
    share: float
    quote: str


@dataclass(frozen=True, slots=True)
class CandidateProfile:
    """All that ranking may read: no age, sex, name, origin, health, benefit or match category (a test sees to it).

    `availability` is a proleptic Gregorian day number (date.toordinal). Silence is None or empty, never "no".
    `stems` are the codes (facts.py) of those of telling words, for saying which an order and the CV share.
    """

    id: str
    passages: Passages
    wishes: tuple[Named, ...]
    refused: tuple[Named, ...]
    history: tuple[Named, ...]
    held: tuple[Qualification, ...]
    denied: tuple[Qualification, ...]
    languages: Mapping[str, str]
    wanted_kinds: tuple[str, ...]
    wanted_shifts: tuple[str, ...]
    refused_shifts: tuple[str, ...]
    education_level: str | None
    hours: str | None
    availability: int | None
    position: tuple[float, float] | None
    max_commute_km: float | None
    text_language: str
    stems: frozenset[int] = frozenset()
    tasks: tuple[TaskShown, ...] = ()
    wished_tasks: tuple[TaskShown, ...] = ()
    refused_kinds: tuple[str, ...] = ()
    hours_a_week: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a person may be proposed at all and is never scored."""

    cv_approved: bool
    match_category: int
    insured: bool | None
    age_group: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A CV's facts: `profile` for ranking and rules, `standing` for rules alone."""

    profile: CandidateProfile
    standing: Standing

    @property
    def id(self) -> str:
        """The CV's id."""
        return self.profile.id
