"""Keeps the index queue from growing with every change for ever."""

from __future__ import annotations

from indexer.records.database import Database

AT_ONCE = 1000  # entries looked at and forgotten in one transaction, some 10 ms


def forget_superseded(database: Database, actor: str, purpose: str) -> int:
    """Forget the entries whose record was changed again later; returns how many.

    Whoever reads on from any sequence still learns of every record that was changed since. The oldest entry stays: it
    tells how far back the queue reaches.
    """
    with database.reading() as record:
        after = record.index_queue.lowest()
    forgotten = 0
    while after is not None:
        with database.reading() as record:
            entries = record.index_queue.after(after, AT_ONCE)
            superseded = record.index_queue.superseded(entries)
        if superseded:
            with database.transaction(actor, purpose) as record:
                record.index_queue.forget(superseded)
        forgotten += len(superseded)
        after = entries[-1].sequence if entries else None
    return forgotten
