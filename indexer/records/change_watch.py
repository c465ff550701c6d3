"""A cheap way to see that something was committed, for polling a hundred times a second."""

from __future__ import annotations

from threading import Lock

from sqlalchemy import Engine, PoolProxiedConnection, select

from indexer.records.connections import is_sqlite
from indexer.records.tables import index_queue_head


class ChangeWatch:
    """Gives a number that changes with every commit; holds one connection of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._own: PoolProxiedConnection | None = None

    def token(self) -> int:
        """On SQLite the file's data version as this connection sees it (microseconds); else the queue's head."""
        if not is_sqlite(self._engine):
            with self._engine.connect() as connection:
                return int(connection.execute(select(index_queue_head.c.sequence)).scalar_one())
        # The data version counts what other connections commit: it needs one that lives on and never writes.
        with self._lock:
            if self._own is None:
                self._own = self._engine.raw_connection()
            cursor = self._own.cursor()
            cursor.execute("PRAGMA data_version")
            ((version,),) = cursor.fetchall()
            return int(version)

    def close(self) -> None:
        """Give the connection up; safe to call twice."""
        with self._lock:
            if self._own is not None:
                self._own.close()
                self._own = None
