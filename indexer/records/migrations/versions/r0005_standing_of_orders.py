"""How orders stand, and what the board sorts them by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from alembic import op

from indexer.records.column_types import Identifier, RowNumber, UtcTime

revision = "0005"
down_revision = "0004"

ORDERS_AT_ONCE = 1000

orders = sa.table(
    "job_orders",
    *(sa.column(name) for name in ("id", "content", "deadline", "starts")),
    sa.column("received_at", UtcTime),
)


def upgrade() -> None:
    """Add the columns, filled from what the orders say, and the table of steps."""
    op.add_column("job_orders", sa.Column("received_at", UtcTime, nullable=True))
    op.add_column("job_orders", sa.Column("deadline", sa.Text, nullable=True))
    op.add_column("job_orders", sa.Column("starts", sa.Text, nullable=True))
    op.add_column("job_orders", sa.Column("state", sa.Text, nullable=False, server_default="aaben"))
    op.create_index("ix_job_orders_state", "job_orders", ["state"])
    write = sa.update(orders).where(orders.c.id == sa.bindparam("of"))
    for rows in _contents():
        op.get_bind().execute(write, [_said(order_id, json.loads(content)) for order_id, content in rows])
    op.create_table(
        "order_steps",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("noted_by", sa.Text, nullable=False),
        sa.Column("noted_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["job_orders.id"], name="fk_order_steps_order_id_job_orders"),
        sa.PrimaryKeyConstraint("number", name="pk_order_steps"),
    )
    op.create_index("uq_order_steps_order_id_revision", "order_steps", ["order_id", "revision"], unique=True)


def _contents() -> Iterator[list[tuple[str, str]]]:
    """Id and content of all orders, some at a time."""
    last = ""
    page = sa.select(orders.c.id, orders.c.content).order_by(orders.c.id).limit(ORDERS_AT_ONCE)
    while rows := [(row.id, row.content) for row in op.get_bind().execute(page.where(orders.c.id > last))]:
        yield rows
        last = rows[-1][0]


def _said(order_id: str, content: dict[str, str]) -> dict[str, object]:
    received = content.get("received_at")
    return {
        "of": order_id,
        "received_at": datetime.fromisoformat(received) if received else None,
        "deadline": content.get("deadline"),
        "starts": content.get("start"),
    }
