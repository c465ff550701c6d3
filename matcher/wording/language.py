"""The languages that explanations are given in; each has its table in data/."""

from __future__ import annotations

from enum import StrEnum

LONGEST_HEADER = 200  # characters of Accept-Language that are read


class Language(StrEnum):
    """Danish first."""

    DANISH = "da"
    ENGLISH = "en"


def accepted(header: str) -> Language:
    """The language that an Accept-Language header prefers among ours; Danish where it names none (RFC 9110, 12.5.4)."""
    wanted = [_wanted(part) for part in header[:LONGEST_HEADER].split(",")]
    known = [(weight, tag) for weight, tag in wanted if weight > 0 and tag in set(Language)]
    # Of equals the first stands: max keeps it.
    return Language(max(known, key=lambda found: found[0])[1]) if known else Language.DANISH


def _wanted(part: str) -> tuple[float, str]:
    tag, _, parameters = part.partition(";")
    return _weight(parameters.strip()), tag.strip().lower().partition("-")[0]


def _weight(parameters: str) -> float:
    name, _, value = parameters.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
