"""What the record gives back: values with their revision, and what a write did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")


class RecordKind(StrEnum):
    """The records that have revisions and a place in the index."""

    JOB_ORDER = "job_order"
    CV = "cv"


class Change(StrEnum):
    """What a write did."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Stored(Generic[Value]):
    """A value as it stands in the record; revisions count from 1, times are in UTC.

    `sequence` is the place in the index queue of the last change that the index must know of.
    """

    value: Value
    revision: int
    created_at: datetime
    changed_at: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class Put(Generic[Value]):
    """The outcome of a write and the record after it."""

    change: Change
    stored: Stored[Value]
