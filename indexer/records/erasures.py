"""What was erased: ids and last revisions, no content."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from indexer.batches import batches
from indexer.records.stored import RecordKind
from indexer.records.tables import erasures
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.upsert import upsert


class Erasures:
    """Keeps a revision number from ever standing for two different contents."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def last_revisions(self, kind: RecordKind, record_ids: Sequence[str]) -> dict[str, int]:
        """The last revision of each id that was once erased."""
        found = {}
        for part in batches(record_ids):
            known = select(erasures.c.id, erasures.c.revision).where(erasures.c.kind == kind, erasures.c.id.in_(part))
            found.update({row.id: row.revision for row in self._work.connection.execute(known)})
        return found

    def add(self, kind: RecordKind, record_id: str, revision: int) -> None:
        """Remember that the id was erased at the revision."""
        row = {"kind": kind, "id": record_id, "revision": revision, "erased_at": self._work.at}
        upsert(self._work.connection, erasures, [row])
