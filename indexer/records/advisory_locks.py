"""Advisory locks for work that one process does at a time, held until it is done or the process is gone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, func, select, text

from indexer.records.connections import is_sqlite

# A worker that hangs this long loses its connection and with it the lock; one that dies frees it at once.
# The longest regular work, embedding 128 long CVs on a busy machine, takes a minute or two.
PATIENCE = "300s"


@contextmanager
def try_lock(engine: Engine, work: str) -> Iterator[bool]:
    """Whether the work of that name is this process's to do while the block lasts; nobody waits.

    On PostgreSQL a lock of the server's, freed with the connection. On SQLite always true: one machine's processes may
    then do some of it twice, which changes nothing.
    """
    if is_sqlite(engine):
        yield True
        return
    name = int.from_bytes(hashlib.sha256(work.encode()).digest()[:8], signed=True)
    with engine.connect() as connection, connection.begin():
        connection.execute(text(f"SET LOCAL idle_in_transaction_session_timeout = '{PATIENCE}'"))
        yield bool(connection.execute(select(func.pg_try_advisory_xact_lock(name))).scalar_one())
