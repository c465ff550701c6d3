"""What a person's case tells when somebody looks it up: it stands in no CV, and the record does not keep it yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One person's case before one order, as it was when looked up.

    `proposed`, `refused` (by the employer) and `declined` (by the person) are of this order; `away_until` is the last
    day of an absence, None while it has no end. Why somebody is away is nobody's business here.
    """

    protected: bool = False
    employed: bool = False
    proposed: bool = False
    refused: bool = False
    declined: bool = False
    away: bool = False
    away_until: date | None = None


Circumstances = Mapping[str, CaseFile]  # by CV id; of who is not in it nothing is known
NOTHING_LOOKED_UP: Circumstances = MappingProxyType({})
