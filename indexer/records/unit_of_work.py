"""One transaction: who acts, why, when, and on which connection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from indexer.records.errors import ReadOnlyError


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """What the repositories of one transaction share; everything in it happens at the moment `at`.

    `queue_start` is the highest sequence before the transaction; it is None in a reading, where nothing may be written.
    """

    connection: Connection
    actor: str
    purpose: str
    at: datetime
    queue_start: int | None

    def require_writing(self) -> int:
        """The queue's highest sequence before this transaction; raises ReadOnlyError in a reading."""
        if self.queue_start is None:
            raise ReadOnlyError
        return self.queue_start
