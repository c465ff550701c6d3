"""Writes records with revisions: the record, its audit line and its place in the index queue are one write.

A transaction is the only writer while it lasts (database.py): what is compared here is still true when it is written.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from itertools import count

from sqlalchemy import select

from indexer.batches import batches
from indexer.records.answered_requests import AnsweredRequests
from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.erasures import Erasures
from indexer.records.errors import RevisionConflictError
from indexer.records.index_queue import IndexQueue, QueueAction, QueueEntry
from indexer.records.json_text import content_hash, to_json
from indexer.records.kept_records import Kept, KeptRecords
from indexer.records.planned_write import Before, PlannedWrite
from indexer.records.stored import Change, Put
from indexer.records.unit_of_work import UnitOfWork


class ChangingRecords(KeptRecords[Kept]):
    """The writing half of a repository."""

    def __init__(self, work: UnitOfWork) -> None:
        super().__init__(work)
        self._queue, self._audit, self._erasures = IndexQueue(work), AuditTrail(work), Erasures(work)

    def put(self, value: Kept, expected_revision: int | None = None) -> Put[Kept]:
        """Create or update; the same content changes nothing.

        `expected_revision` is the one the change was made from, 0 for none; RevisionConflictError if another stands.
        """
        self._work.require_writing()
        self._expect(value.id, expected_revision)
        return self.put_many([value])[0]

    def put_many(self, values: Sequence[Kept]) -> list[Put[Kept]]:
        """Create or update all, outcomes in the same order; an id that stands twice is a ValueError."""
        self._work.require_writing()
        if len({value.id for value in values}) != len(values):
            raise ValueError("an id stands twice in one put_many")
        return [write.outcome for part in batches(values) for write in self._put_part(part)]

    def preview(self, values: Sequence[Kept]) -> list[Change]:
        """What put_many would do, without doing it."""
        return [write.change for part in batches(values) for write in self._planned(part)]

    def erase(self, record_id: str, expected_revision: int | None = None) -> None:
        """Delete the record with every revision and all that hangs on it; raises RecordNotFoundError."""
        self._work.require_writing()
        self._expect(record_id, expected_revision)
        revision = self.require(record_id).revision
        self._erase_dependents(record_id)
        AnsweredRequests(self._work).forget(record_id)
        self.tables.remove(self._connection, record_id)
        self._erasures.add(self.kind, record_id, revision)
        self._audit.note(Act.ERASED, self.kind, record_id, revision)
        self._queue.add([QueueEntry(self._queue.reserve(1), self.kind, record_id, revision, QueueAction.DELETE)])

    def index_again(self, record_id: str) -> None:
        """Queue the record for the index although its content is unchanged, unless this transaction already did."""
        queue_start = self._work.require_writing()
        stored = self.require(record_id)
        if stored.sequence > queue_start:
            return
        sequence = self._queue.reserve(1)
        self.tables.set_sequence(self._connection, record_id, sequence)
        self._queue.add([QueueEntry(sequence, self.kind, record_id, stored.revision, QueueAction.PUT)])

    @abstractmethod
    def _to_mapping(self, value: Kept) -> Mapping[str, object]:
        """The value in its plain form."""

    def _put_part(self, values: Sequence[Kept]) -> list[PlannedWrite[Kept]]:
        planned = self._planned(values)
        changing = [write for write in planned if write.change is not Change.UNCHANGED]
        if changing:
            self._queue.reserve(len(changing))
            self._write(changing)
        return planned

    def _planned(self, values: Sequence[Kept]) -> list[PlannedWrite[Kept]]:
        before = self._before([value.id for value in values])
        numbers = count(self._queue.highest() + 1)
        contents = [to_json(self._to_mapping(value)) for value in values]
        return [
            before.plan(value, content, content_hash(content), numbers, self._work.at)
            for value, content in zip(values, contents, strict=True)
        ]

    def _before(self, record_ids: Sequence[str]) -> Before:
        table = self.tables.current
        names = ("id", "revision", "content_hash", "sequence", "created_at", "changed_at")
        standing = select(*(table.c[name] for name in names)).where(table.c.id.in_(record_ids))
        rows = {row.id: row for row in self._connection.execute(standing)}
        new = [record_id for record_id in record_ids if record_id not in rows]
        return Before(rows, self._erasures.last_revisions(self.kind, new))

    def _write(self, writes: Sequence[PlannedWrite[Kept]]) -> None:
        for change, store in ((Change.CREATED, self.tables.create), (Change.UPDATED, self.tables.replace)):
            rows = [
                {**write.row(), **self._more_columns(write.stored.value)} for write in writes if write.change is change
            ]
            store(self._connection, rows)
            done = [(write.stored.value.id, write.stored.revision) for write in writes if write.change is change]
            self._audit.note_many(Act(change), self.kind, done)
        self._queue.add(
            QueueEntry(stored.sequence, self.kind, stored.value.id, stored.revision, QueueAction.PUT)
            for stored in (write.stored for write in writes)
        )

    def _expect(self, record_id: str, expected: int | None) -> None:
        if expected is None:
            return
        table = self.tables.current
        found = self._connection.execute(select(table.c.revision).where(table.c.id == record_id)).scalar_one_or_none()
        if expected != (found or 0):
            raise RevisionConflictError(record_id, expected, found)

    def _more_columns(self, value: Kept) -> dict[str, object]:  # noqa: ARG002
        """The columns that only this kind of record has."""
        return {}

    def _erase_dependents(self, record_id: str) -> None:
        """Erase what hangs on the record."""
