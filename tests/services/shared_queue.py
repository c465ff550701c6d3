"""An index that several processes write: every change is a line in one SQLite file, with the process that wrote it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from indexer.engines.contract import SearchDocument, SearchEngine

_TABLES = """
CREATE TABLE IF NOT EXISTS lines (number INTEGER PRIMARY KEY, collection TEXT, id TEXT, sequence INTEGER, pid INTEGER);
CREATE INDEX IF NOT EXISTS by_id ON lines (collection, id, sequence);
CREATE TABLE IF NOT EXISTS applied (collection TEXT PRIMARY KEY, sequence INTEGER);
"""


class SharedLog:
    """The writing half of a search engine, kept by many processes at once."""

    def __init__(self, path: Path, collection: str) -> None:
        self._store = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        self._store.execute("PRAGMA journal_mode = WAL")
        self._store.executescript(_TABLES)
        self._collection = collection

    # An engine lets an older sequence than held change nothing, and so does the log: a record that was erased meanwhile
    # is told as gone from the change under way on, though a newer state of it may have been put before.
    def put(self, documents: Sequence[SearchDocument]) -> None:
        self._write([(one.id, one.sequence) for one in documents])

    def delete(self, gone: Sequence[tuple[str, int]]) -> None:
        self._write(gone)

    def applied(self) -> int:
        found = self._store.execute("SELECT sequence FROM applied WHERE collection = ?", (self._collection,)).fetchone()
        return found[0] if found else 0

    def mark_applied(self, sequence: int) -> None:
        self._store.execute(
            "INSERT INTO applied VALUES (?, ?) ON CONFLICT DO UPDATE SET sequence = max(sequence, excluded.sequence)",
            (self._collection, sequence),
        )

    def sequences(self) -> Mapping[str, int]:
        mine = "SELECT id, max(sequence) FROM lines WHERE collection = ? GROUP BY id"
        return dict(self._store.execute(mine, (self._collection,)).fetchall())

    def lines(self) -> list[tuple[str, int, int]]:
        """Every (id, sequence, process) in the order written."""
        mine = "SELECT id, sequence, pid FROM lines WHERE collection = ? ORDER BY number"
        return self._store.execute(mine, (self._collection,)).fetchall()

    def close(self) -> None:
        self._store.close()

    def _write(self, changes: Sequence[tuple[str, int]]) -> None:
        for one, sequence in changes:  # one by one, so that a kill leaves half a stretch
            self._store.execute(
                "INSERT INTO lines (collection, id, sequence, pid) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS "
                "(SELECT 1 FROM lines WHERE collection = ?1 AND id = ?2 AND sequence > ?3)",
                (self._collection, one, sequence, os.getpid()),
            )


def as_engine(log: SharedLog) -> SearchEngine:
    """The log where an engine is wanted; nobody searches in it."""
    return cast("SearchEngine", log)
