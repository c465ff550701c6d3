"""What a put will do to each record, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic

from sqlalchemy import Row

from indexer.records.kept_records import Kept
from indexer.records.stored import Change, Put, Stored


@dataclass(frozen=True, slots=True)
class PlannedWrite(Generic[Kept]):
    """One value with the row it becomes."""

    change: Change
    stored: Stored[Kept]
    content: str
    content_hash: bytes

    @property
    def outcome(self) -> Put[Kept]:
        """What the caller is told."""
        return Put(self.change, self.stored)

    def row(self) -> dict[str, object]:
        """The columns that every record has."""
        return {
            "id": self.stored.value.id,
            "revision": self.stored.revision,
            "content": self.content,
            "content_hash": self.content_hash,
            "sequence": self.stored.sequence,
            "created_at": self.stored.created_at,
            "changed_at": self.stored.changed_at,
        }


@dataclass(frozen=True, slots=True)
class Before:
    """What was known of the ids: the rows that stand, and the last revisions of what was erased."""

    standing: Mapping[str, Row[tuple[Any, ...]]]
    erased: Mapping[str, int]

    def plan(
        self, value: Kept, content: str, digest: bytes, numbers: Iterator[int], at: datetime
    ) -> PlannedWrite[Kept]:
        """The write of one value; it takes a sequence of `numbers` only when it changes something."""
        row = self.standing.get(value.id)
        if row is None:
            stored = Stored(value, self.erased.get(value.id, 0) + 1, at, at, next(numbers))
            return PlannedWrite(Change.CREATED, stored, content, digest)
        if row.content_hash == digest:
            stored = Stored(value, row.revision, row.created_at, row.changed_at, row.sequence)
            return PlannedWrite(Change.UNCHANGED, stored, content, digest)
        stored = Stored(value, row.revision + 1, row.created_at, at, next(numbers))
        return PlannedWrite(Change.UPDATED, stored, content, digest)
