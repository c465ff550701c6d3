"""The rows of one table as both databases see them: in pages, by key, and as a checksum that no order changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, func, insert, select, tuple_

from indexer.records.upsert import upsert

PAGE = 1000  # rows at once and in one transaction, what a kill can cost; a table of large rows says fewer

Key = tuple[object, ...]
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class TableContent:
    """How many rows a table has and the sum of their hashes, which is the same in whatever order they come."""

    rows: int = 0
    checksum: int = 0

    def plus(self, rows: Sequence[Row]) -> TableContent:
        """With these rows too."""
        return TableContent(self.rows + len(rows), (self.checksum + sum(map(row_hash, rows))) % (1 << 256))


class CopiedRows:
    """One table through one connection."""

    def __init__(self, table: Table, connection: Connection) -> None:
        self._table, self._connection = table, connection
        self._key = list(table.primary_key.columns)
        self._page = int(table.info.get("page", PAGE))

    def count(self) -> int:
        """How many rows there are."""
        return int(self._connection.execute(select(func.count()).select_from(self._table)).scalar_one())

    def pages(self) -> Iterator[list[Row]]:
        """Every row in the order of its key, as that database orders it."""
        in_order = select(self._table).order_by(*self._key).limit(self._page)
        page = self._read(in_order)
        while page:
            yield page
            page = self._read(in_order.where(tuple_(*self._key) > tuple_(*self.key_of(page[-1]))))

    def differing(self, rows: Sequence[Row]) -> list[Row]:
        """Those of the rows that are not here or read differently here."""
        here = {self.key_of(row): row_hash(row) for row in self._read(select(self._table).where(self._among(rows)))}
        return [row for row in rows if here.get(self.key_of(row)) != row_hash(row)]

    def missing(self, rows: Sequence[Row]) -> list[Row]:
        """Those of the rows whose key is not here."""
        here = {tuple(found) for found in self._connection.execute(select(*self._key).where(self._among(rows)))}
        return [row for row in rows if self.key_of(row) not in here]

    def add(self, rows: Sequence[Row]) -> None:
        """Write rows that are not here."""
        if rows:
            self._connection.execute(insert(self._table), rows)

    def put(self, rows: Sequence[Row]) -> None:
        """Write rows over those of the same key."""
        upsert(self._connection, self._table, rows)

    def remove(self, rows: Sequence[Row]) -> None:
        """Remove the rows of these keys."""
        if rows:
            self._connection.execute(delete(self._table).where(self._among(rows)))

    def key_of(self, row: Mapping[str, object]) -> Key:
        """The row's key."""
        return tuple(row[column.name] for column in self._key)

    def _among(self, rows: Sequence[Row]) -> ColumnElement[bool]:
        return tuple_(*self._key).in_([self.key_of(row) for row in rows])

    def _read(self, query: Select[tuple[Any, ...]]) -> list[Row]:
        return [dict(row) for row in self._connection.execute(query).mappings()]


def row_hash(row: Row) -> int:
    """A hash of what the row says, the same from every database."""
    said = repr([(name, _plain(value)) for name, value in sorted(row.items())])
    return int.from_bytes(hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest())


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
