"""A table of records as they are and the table of what they were: the statements that keep the two in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, insert, select, update

Rows = Sequence[dict[str, object]]


@dataclass(frozen=True, slots=True)
class VersionedTables:
    """The pair; every revision of a record is in exactly one of the two."""

    current: Table
    versions: Table

    def create(self, connection: Connection, rows: Rows) -> None:
        """Add records that were not there."""
        if rows:
            connection.execute(insert(self.current), rows)

    def replace(self, connection: Connection, rows: Rows) -> None:
        """Give records that are there new content; what they were moves to the versions."""
        if not rows:
            return
        names = [column.name for column in self.versions.columns]
        ids = [row["id"] for row in rows]
        old = select(*(self.current.c[name] for name in names)).where(self.current.c.id.in_(ids))
        connection.execute(insert(self.versions).from_select(names, old))
        changed: dict[str, BindParameter[object]] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
        write = update(self.current).where(self.current.c.id == bindparam("new_id")).values(changed)
        connection.execute(write, [{f"new_{name}": value for name, value in row.items()} for row in rows])

    def set_sequence(self, connection: Connection, record_id: str, sequence: int) -> None:
        """Note the record's new place in the index queue."""
        connection.execute(update(self.current).where(self.current.c.id == record_id).values(sequence=sequence))

    def remove(self, connection: Connection, record_id: str) -> None:
        """Remove every revision."""
        for table in (self.versions, self.current):
            connection.execute(delete(table).where(table.c.id == record_id))
