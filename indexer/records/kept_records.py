"""Reading records that have revisions: as they are now, as they were, one by one and page by page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import Row, Select, Table, bindparam, func, select

from indexer.batches import batches
from indexer.intake.identity import HasId
from indexer.records.errors import RecordNotFoundError
from indexer.records.json_text import from_json
from indexer.records.stored import RecordKind, Stored
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.versioned_tables import VersionedTables

Kept = TypeVar("Kept", bound=HasId)


class KeptRecords(ABC, Generic[Kept]):
    """The reading half of a repository; a subclass names its tables and the plain form of its values."""

    kind: ClassVar[RecordKind]
    tables: ClassVar[VersionedTables]

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._connection = work.connection

    def get(self, record_id: str) -> Stored[Kept] | None:
        """The record as it is now, None when there is none."""
        row = self._connection.execute(_of_id(self.tables.current), {"record_id": record_id}).one_or_none()
        return self._stored(row) if row else None

    def require(self, record_id: str) -> Stored[Kept]:
        """The record as it is now; raises RecordNotFoundError."""
        if (found := self.get(record_id)) is None:
            raise RecordNotFoundError(self.kind, record_id)
        return found

    def get_many(self, record_ids: Iterable[str]) -> dict[str, Stored[Kept]]:
        """Those of the records that exist, by id, in the order asked for."""
        wanted = list(dict.fromkeys(record_ids))
        found = {}
        for part in batches(wanted):
            these = select(self.tables.current).where(self.tables.current.c.id.in_(part))
            found.update({stored.value.id: stored for stored in self._each(these)})
        return {record_id: found[record_id] for record_id in wanted if record_id in found}

    def revisions_of(self, record_ids: Iterable[str]) -> dict[str, tuple[int, int]]:
        """(revision, sequence) of those of the records that exist, by id, without reading them."""
        table, found = self.tables.current, {}
        for part in batches(list(record_ids)):
            these = select(table.c.id, table.c.revision, table.c.sequence).where(table.c.id.in_(part))
            found.update({row[0]: (row[1], row[2]) for row in self._connection.execute(these).all()})
        return found

    def at_revision(self, record_id: str, revision: int) -> Stored[Kept] | None:
        """The record as it was at that revision, None when there never was one or it was erased."""
        for table in (self.tables.current, self.tables.versions):
            exactly = (table.c.id == record_id) & (table.c.revision == revision)
            if row := self._connection.execute(select(table).where(exactly)).one_or_none():
                return self._stored(row)
        return None

    def revisions(self, record_id: str) -> list[Stored[Kept]]:
        """Every revision of the record, newest first."""
        before = select(self.tables.versions).where(self.tables.versions.c.id == record_id)
        older = self._each(before.order_by(self.tables.versions.c.revision.desc()))
        newest = self.get(record_id)
        return [newest, *older] if newest else []

    def all(self, after_id: str = "", limit: int = 1000) -> list[Stored[Kept]]:
        """A page of records in the order of their ids (by bytes), those that follow `after_id`."""
        table = self.tables.current
        return list(self._each(select(table).where(table.c.id > after_id).order_by(table.c.id).limit(limit)))

    def each(self, page: int = 1000) -> Iterator[Stored[Kept]]:
        """Every record in the order of ids, holding one page at a time."""
        after_id = ""
        while found := self.all(after_id, page):
            yield from found
            after_id = found[-1].value.id

    def count(self) -> int:
        """How many there are."""
        return self._connection.execute(select(func.count()).select_from(self.tables.current)).scalar_one()

    def sequences(self, after_id: str = "", limit: int = 10_000) -> dict[str, int]:
        """A page of ids with the queue sequence the index should hold them at."""
        table = self.tables.current
        page = select(table.c.id, table.c.sequence).where(table.c.id > after_id).order_by(table.c.id).limit(limit)
        return {row.id: row.sequence for row in self._connection.execute(page)}

    @abstractmethod
    def _from_mapping(self, mapping: Mapping[str, Any]) -> Kept:
        """The value in its plain form as kept."""

    def _each(self, query: Select[tuple[Any, ...]]) -> Iterator[Stored[Kept]]:
        return (self._stored(row) for row in self._connection.execute(query))

    def _stored(self, row: Row[tuple[Any, ...]]) -> Stored[Kept]:
        value = self._from_mapping(from_json(row.content))
        return Stored(value, row.revision, row.created_at, row.changed_at, row.sequence)


@cache
def _of_id(table: Table) -> Select[tuple[Any, ...]]:
    """Put together once: it is asked at every step of the work."""
    return select(table).where(table.c.id == bindparam("record_id"))
