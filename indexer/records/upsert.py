"""Insert or replace by primary key, which SQLite and PostgreSQL write alike but SQLAlchemy does not."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(
    connection: Connection, table: Table, rows: Sequence[dict[str, object]], not_older: str | None = None
) -> None:
    """Write the rows; those whose key stands are replaced, unless the standing row's `not_older` column is higher."""
    if not rows:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    write = dialect.insert(table)
    keys = [column.name for column in table.primary_key]
    given = {name: write.excluded[name] for name in rows[0] if name not in keys}
    standing = None if not_older is None else table.c[not_older] <= write.excluded[not_older]
    connection.execute(write.on_conflict_do_update(index_elements=keys, set_=given, where=standing), rows)
