"""What reading finds: every finding carries the text's own words and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RequirementKind(StrEnum):
    """What sort of thing is asked for or held (`read` writes the value)."""

    DRIVING_LICENCE = "driving_licence"
    CERTIFICATE = "certificate"
    AUTHORISATION = "authorisation"
    EDUCATION = "education"
    LANGUAGE = "language"
    AGE = "age"
    CRIMINAL_RECORD = "criminal_record"
    EXPERIENCE = "experience"
    SKILL = "skill"
    OWN_CAR = "own_car"


@dataclass(frozen=True, slots=True)
class TextField:
    """One piece of text to read: the public field it comes from and, in a list, its place there."""

    name: str
    text: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words a finding rests on: `text` equals the field's text[start:end], counted in characters."""

    field: str
    index: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class OccupationMention:
    """An occupation that the words name; `score` from 0 to 1, 1 for a title written out."""

    occupation: str
    score: float
    quote: Quote


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the order asks for.

    `level` is a language level, a number of years or an age, as text. `group`: requirements with the same number are
    alternatives, one is enough. `excluded`: the person must not have it ("ikke allerede uddannet").
    """

    kind: RequirementKind
    key: str
    level: str | None
    hard: bool
    quote: Quote
    group: int | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Conditions of the job as read; None or empty where the text is silent."""

    hours_per_week: tuple[float, float] | None = None
    shifts: tuple[str, ...] = ()
    start: str | None = None
    positions: int | None = None
    kind: str | None = None  # the key of the kind of order that the words say it is


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things an order says that cannot both hold.

    `what` is waived, excluded, age, level or the name of the field; `sentence` is Danish; `quotes` are the words.
    """

    what: str
    sentence: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class OrderReading:
    """All that was understood of an order's words.

    `waived` holds what the text says is not needed, `mentioned` skills and the like that it names without asking for
    them (tasks, systems in use).
    """

    occupations: tuple[OccupationMention, ...]
    requirements: tuple[Requirement, ...]
    waived: tuple[Requirement, ...]
    terms: Terms
    mentioned: tuple[Requirement, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """One qualification that the CV shows; `level` as in Requirement, `valid_to` where the text gives it."""

    kind: RequirementKind
    key: str
    level: str | None
    quote: Quote
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class JobHeld:
    """One job of the history with the occupations its title names; `until` is the year it ended, None if unsaid."""

    title: str
    occupations: tuple[OccupationMention, ...]
    years: float | None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class CvReading:
    """All that was understood of a CV's words; what is not here is unknown, not denied.

    `denied` holds what the CV says the person does not have ("intet kørekort"); `refused` what is not wanted. Kinds are
    keys of order kinds. `hours_per_week`, `available_from` and `max_commute_km` are what the words say, whatever the
    CV's own field says.
    """

    wishes: tuple[OccupationMention, ...]
    refused: tuple[OccupationMention, ...]
    history: tuple[JobHeld, ...]
    held: tuple[Held, ...]
    denied: tuple[Held, ...]
    languages: Mapping[str, str]
    wanted_shifts: tuple[str, ...]
    refused_shifts: tuple[str, ...]
    education_level: str | None
    text_language: str
    wanted_kinds: tuple[str, ...] = ()
    refused_kinds: tuple[str, ...] = ()
    hours_per_week: tuple[float, float] | None = None
    available_from: date | None = None
    max_commute_km: float | None = None
