"""What no CV says but a person's case file and earlier proposals do; where it is unknown the rules ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One person's case file with regard to one order, as when it was looked up; None means not known.

    `proposed`, `refused` (by the employer) and `declined` (by the person) are of this order; `away_until` is the last
    day of an absence, None while it has no end. Why somebody is away is nobody's business here.
    """

    protected: bool | None = False
    employed: bool | None = False
    proposed: bool | None = False
    refused: bool = False
    declined: bool = False
    away: bool | None = False
    away_until: date | None = None


NOT_KNOWN = CaseFile(protected=None, employed=None, proposed=None, away=None)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known with regard to one order: about some people by id, and about all others alike."""

    by_id: Mapping[str, CaseFile] = field(default_factory=dict)
    of_others: CaseFile = NOT_KNOWN

    def of(self, cv_id: str) -> CaseFile:
        """What is known of the person."""
        return self.by_id.get(cv_id, self.of_others)


NOTHING_LOOKED_UP = Circumstances()
