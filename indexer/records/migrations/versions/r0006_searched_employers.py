"""The names of companies as they are searched for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from indexer.records.column_types import Identifier
from indexer.records.employers import as_sought

revision = "0006"
down_revision = "0005"

EMPLOYERS_AT_ONCE = 1000

employers = sa.table("employers", sa.column("key", Identifier), sa.column("name"), sa.column("sought"))


def upgrade() -> None:
    """Add the column, filled from the names."""
    op.add_column("employers", sa.Column("sought", sa.Text, nullable=True))
    page = sa.select(employers.c.key, employers.c.name).order_by(employers.c.key).limit(EMPLOYERS_AT_ONCE)
    write = sa.update(employers).where(employers.c.key == sa.bindparam("of"))
    last = ""
    while rows := op.get_bind().execute(page.where(employers.c.key > last)).all():
        op.get_bind().execute(write, [{"of": row.key, "sought": as_sought(row.name)} for row in rows])
        last = rows[-1].key
