"""The system of record: one writer at a time, readers undisturbed, nothing acknowledged ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from indexer.records.advisory_locks import try_lock
from indexer.records.change_watch import ChangeWatch
from indexer.records.connections import is_sqlite, open_engine
from indexer.records.errors import RecordError
from indexer.records.migrations import refuse_unless_at_head
from indexer.records.outages import outages_explained
from indexer.records.record import Record
from indexer.records.sole_writer import SoleWriter
from indexer.records.tables import index_queue_head
from indexer.records.unit_of_work import UnitOfWork

_HEAD = select(index_queue_head.c.sequence).with_for_update()


def utc_now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


class Database:
    """The record on SQLite or PostgreSQL; `url` may be a plain path to a SQLite file.

    A new SQLite file is made ready; otherwise tables that are not at head raise SchemaNotAtHeadError, unless
    `any_schema`, which is for upgrading them. Safe to share between threads.
    """

    def __init__(self, url: str, *, clock: Callable[[], datetime] = utc_now, any_schema: bool = False) -> None:
        self.engine = open_engine(url)
        self._clock = clock
        self._sqlite = is_sqlite(self.engine)
        self._watch = ChangeWatch(self.engine)
        self._sole = SoleWriter(self.engine)
        if not any_schema:
            self._refuse_other_schemas()

    @contextmanager
    def transaction(self, actor: str, purpose: str = "") -> Iterator[Record]:
        """Read and write as one: all is kept when the block ends, nothing when it raises.

        Writers take turns: SQLite begins as the writer, PostgreSQL locks the queue's head row. `actor` is the id of a
        person or the name of a program, `purpose` why; both go into the audit trail.
        """
        if not actor.strip():
            raise ValueError("a transaction needs an actor")
        with outages_explained(), self.connection(writes=True) as connection:
            head = connection.execute(_HEAD).scalar_one()
            yield Record(UnitOfWork(connection, actor, purpose, self._clock(), head))

    @contextmanager
    def reading(self) -> Iterator[Record]:
        """Read the record as it is at one moment, whatever is written meanwhile."""
        with outages_explained(), self.connection(writes=False) as connection:
            yield Record(UnitOfWork(connection, "", "", self._clock(), None))

    def change_token(self) -> int:
        """A number that is another one after a commit by anybody; cheap enough to ask for every 10 ms."""
        with outages_explained():
            return self._watch.token()

    @contextmanager
    def try_lock(self, work: str) -> Iterator[bool]:
        """Whether the work of that name is this process's while the block lasts; of many processes one has it.

        Who dies in it gives it up at once, who hangs in it after some minutes (see advisory_locks.py).
        """
        with outages_explained(), try_lock(self.engine, work) as mine:
            yield mine

    def serves_alone(self) -> bool:
        """Whether no other program that asked this serves the same SQLite file; true of every server."""
        return self._sole.claim()

    def close(self) -> None:
        """Release every connection; safe to call twice."""
        self._watch.close()
        self._sole.release()
        self.engine.dispose()

    def _refuse_other_schemas(self) -> None:
        try:
            refuse_unless_at_head(self)
        except RecordError:
            self.close()
            raise

    @contextmanager
    def connection(self, *, writes: bool) -> Iterator[Connection]:
        """A transaction on the bare tables, for what is no change of a record: copying it."""
        with self.engine.connect() as connection:
            if self._sqlite:
                connection.execution_options(writes=writes)
            elif not writes:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection
