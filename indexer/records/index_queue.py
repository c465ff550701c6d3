"""The index queue: every change that the index must follow, in one order, written with the change itself.

Sequences have no hole that fills up later: `Database.transaction` locks the head row before anything is written, so a
transaction commits before the next one is given numbers. Whoever has read up to n has therefore seen all up to n.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, insert, select, update

from indexer.records.stored import RecordKind
from indexer.records.tables import cvs, index_queue, index_queue_head, job_orders
from indexer.records.unit_of_work import UnitOfWork

_RECORDS = {RecordKind.CV: cvs, RecordKind.JOB_ORDER: job_orders}


class QueueAction(StrEnum):
    """What the index does with the record."""

    PUT = "put"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One change for the index to follow."""

    sequence: int
    kind: RecordKind
    id: str
    revision: int
    action: QueueAction


class IndexQueue:
    """An append log; each reader remembers for itself how far it came."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def after(self, sequence: int, limit: int = 1000) -> list[QueueEntry]:
        """The entries that follow the sequence, oldest first."""
        newer = select(index_queue).where(index_queue.c.sequence > sequence)
        rows = self._work.connection.execute(newer.order_by(index_queue.c.sequence).limit(limit))
        return [QueueEntry(r.sequence, RecordKind(r.kind), r.id, r.revision, QueueAction(r.action)) for r in rows]

    def highest(self) -> int:
        """The highest sequence given out, 0 when nothing was ever written."""
        return int(self._work.connection.execute(select(index_queue_head.c.sequence)).scalar_one())

    def lowest(self) -> int | None:
        """The oldest sequence still kept, None when the log is empty."""
        oldest = select(index_queue.c.sequence).order_by(index_queue.c.sequence).limit(1)
        return self._work.connection.execute(oldest).scalar_one_or_none()

    def superseded(self, entries: Sequence[QueueEntry]) -> list[int]:
        """The sequences of those whose record was changed or deleted later: a later entry says so."""
        now: dict[tuple[RecordKind, str], int] = {}
        for kind, table in _RECORDS.items():
            ids = {entry.id for entry in entries if entry.kind is kind}
            rows = self._work.connection.execute(select(table.c.id, table.c.sequence).where(table.c.id.in_(ids)))
            now.update({(kind, row.id): row.sequence for row in rows})
        return [one.sequence for one in entries if _is_superseded(one, now.get((one.kind, one.id)))]

    def forget(self, sequences: Sequence[int]) -> None:
        """Forget these entries."""
        self._work.require_writing()
        self._work.connection.execute(delete(index_queue).where(index_queue.c.sequence.in_(sequences)))

    def reserve(self, count: int) -> int:
        """Take `count` sequences in a row; returns the first."""
        self._work.require_writing()
        head = index_queue_head.c.sequence
        taken = update(index_queue_head).values(sequence=head + count).returning(head)
        return int(self._work.connection.execute(taken).scalar_one()) - count + 1

    def add(self, entries: Iterable[QueueEntry]) -> None:
        """Append entries whose sequences were reserved in this transaction."""
        rows = [
            {"sequence": e.sequence, "kind": e.kind, "id": e.id, "revision": e.revision, "action": e.action}
            for e in entries
        ]
        if rows:
            self._work.connection.execute(insert(index_queue), rows)


def _is_superseded(entry: QueueEntry, standing: int | None) -> bool:
    """`standing` is the sequence of the record as it stands now, None where there is none."""
    return entry.action is QueueAction.PUT if standing is None else standing > entry.sequence
