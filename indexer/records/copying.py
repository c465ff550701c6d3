"""Copies the whole record to another database, SQLite to PostgreSQL or back: every table, the audit trail included.

A copy is a snapshot of one moment. It may be interrupted at any time and continues where it stopped, leaving rows that
are already equal. Until it is complete and verified, a table in the target marks it as unfinished and the program
refuses to use it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Integer, MetaData, Table, func, select, text, update

from indexer.records.connections import is_sqlite
from indexer.records.copied_rows import CopiedRows, Row, TableContent
from indexer.records.database import Database
from indexer.records.errors import RecordError
from indexer.records.index_generations import GenerationState
from indexer.records.migrations import HALF_COPY, SchemaState, refuse, state, upgrade
from indexer.records.outages import outages_explained
from indexer.records.tables import METADATA, audit_trail, index_generations, index_queue_head

Progress = Callable[[int, int], None]  # told (rows copied or compared, of how many)

_half_copy = Table(HALF_COPY, MetaData(), Column("one", Integer, primary_key=True))


class TargetNotEmptyError(RecordError):
    """The target holds a record of its own; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Målet indeholder allerede et arkiv. Angiv en tom database; intet er ændret.")


class CopyDiffersError(RecordError):
    """What was written does not read as the source; the target stays marked as half."""

    def __init__(self, table: str) -> None:
        self.table = table
        super().__init__(f"Kopien af tabellen {table} er ikke som kilden. Kør kopieringen igen.")


class SourceChangedError(RecordError):
    """Somebody wrote in the source meanwhile; the target stays marked as half."""

    def __init__(self) -> None:
        super().__init__(
            "Der er skrevet i kilden under kopieringen. Stop alt, der skriver i den, og kør igen; "
            "det, der allerede er kopieret, kopieres ikke igen."
        )


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """A table that was copied and compared."""

    name: str
    content: TableContent


def copy_record(
    source: Database, target: Database, progress: Progress | None = None, *, backup: bool = False
) -> tuple[CopiedTable, ...]:
    """Copy every row, compare both sides by count and checksum, and open the target for use.

    `target` is opened with `any_schema`; it is empty or a copy that was broken off, else TargetNotEmptyError.
    Raises SourceChangedError or CopyDiffersError; running it again then goes on. For a `backup` the moment at which the
    copying began is enough, and people may write meanwhile.
    """
    with outages_explained():
        begun_before = _begin(target)
        with source.connection(writes=False) as before:
            copy = _Copy(before, target, progress)
            if begun_before:
                copy.make_room()
            written = [copy.table(table, look=begun_before) for table in METADATA.sorted_tables]
            copied = tuple(copy.compared(one) for one in written)
            moment = _moment(before)
        with source.connection(writes=False) as after:
            if not backup and _moment(after) != moment:
                raise SourceChangedError
        _finish(target)
        return copied


class _Copy:
    """The source at one moment and the target."""

    def __init__(self, source: Connection, target: Database, progress: Progress | None) -> None:
        self._source, self._target, self._progress = source, target, progress
        self._done = 0
        self._of = 2 * sum(CopiedRows(table, source).count() for table in METADATA.sorted_tables)

    def make_room(self) -> None:
        """Take out what the source no longer holds, what hangs on something before the thing itself."""
        with self._target.connection(writes=True) as connection:
            # Only one generation may be current, and it may be another one by now.
            current = index_generations.c.state == GenerationState.CURRENT
            connection.execute(update(index_generations).where(current).values(state=GenerationState.RETIRED))
        for table in reversed(METADATA.sorted_tables):
            source = CopiedRows(table, self._source)
            with self._target.connection(writes=False) as connection:
                gone = [source.missing(page) for page in CopiedRows(table, connection).pages()]
            for rows in gone:
                with self._target.connection(writes=True) as connection:
                    CopiedRows(table, connection).remove(rows)

    def table(self, table: Table, *, look: bool) -> CopiedTable:
        """Copy the table; `look` whether some of it may be there already."""
        content = TableContent()
        for page in CopiedRows(table, self._source).pages():
            with self._target.connection(writes=True) as connection:
                there = CopiedRows(table, connection)
                # The migration makes the one row of the queue's head.
                there.put(there.differing(page)) if look or table is index_queue_head else there.add(page)
            content = content.plus(page)
            self._tell(page)
        return CopiedTable(table.name, content)

    def compared(self, copied: CopiedTable) -> CopiedTable:
        """The table again as it was written; raises CopyDiffersError unless the target reads as the source."""
        content = TableContent()
        with self._target.connection(writes=False) as connection:
            for page in CopiedRows(METADATA.tables[copied.name], connection).pages():
                content = content.plus(page)
                self._tell(page)
        if content != copied.content:
            raise CopyDiffersError(copied.name)
        return copied

    def _tell(self, page: list[Row]) -> None:
        self._done += len(page)
        if self._progress is not None:
            self._progress(min(self._done, self._of), self._of)


def _begin(target: Database) -> bool:
    """Make the target ready and mark it as half; whether an earlier copy into it was broken off."""
    found = state(target)
    if found is SchemaState.HALF_COPY:
        return True
    if found is SchemaState.EMPTY:
        upgrade(target)
    elif found is not SchemaState.AT_HEAD:
        refuse(found)
    with target.connection(writes=True) as connection:
        if _is_used(connection):
            raise TargetNotEmptyError
        _half_copy.create(connection)
    return False


def _is_used(connection: Connection) -> bool:
    others = [table for table in METADATA.sorted_tables if table is not index_queue_head]
    return _moment(connection)[0] > 0 or any(CopiedRows(table, connection).count() for table in others)


def _finish(target: Database) -> None:
    """Let the target number its own rows from where the source came to, and take the mark off."""
    with target.connection(writes=True) as connection:
        if not is_sqlite(target.engine):
            for table in METADATA.sorted_tables:
                _number_on(connection, table)
        _half_copy.drop(connection)


def _number_on(connection: Connection, table: Table) -> None:
    column = table.autoincrement_column
    if column is None:
        return
    names = {"table": table.name, "column": column.name}
    counter = connection.execute(text("SELECT pg_get_serial_sequence(:table, :column)"), names).scalar_one()
    highest = connection.execute(select(func.max(column))).scalar_one()
    if counter is not None and highest is not None:
        connection.execute(text("SELECT setval(:counter, :highest)"), {"counter": counter, "highest": highest})


def _moment(connection: Connection) -> tuple[int, int]:
    """How far the queue and the audit trail have come: every change moves one of them."""
    queue = connection.execute(select(index_queue_head.c.sequence)).scalar_one()
    trail = connection.execute(select(func.coalesce(func.max(audit_trail.c.number), 0))).scalar_one()
    return int(queue), int(trail)
