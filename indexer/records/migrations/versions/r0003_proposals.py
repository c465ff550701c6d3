"""Proposals, and what cases tell."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from indexer.records.column_types import Identifier, RowNumber, UtcTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "proposal_steps",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("cv_id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("noted_by", sa.Text, nullable=False),
        sa.Column("noted_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["job_orders.id"], name="fk_proposal_steps_order_id_job_orders"),
        sa.ForeignKeyConstraint(["cv_id"], ["cvs.id"], name="fk_proposal_steps_cv_id_cvs"),
        sa.PrimaryKeyConstraint("number", name="pk_proposal_steps"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposal_steps_cv_id", "proposal_steps", ["cv_id"])
    steps = ["order_id", "cv_id", "revision"]
    op.create_index("uq_proposal_steps_order_id_cv_id_revision", "proposal_steps", steps, unique=True)
    op.create_table(
        "case_lookups",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("cv_id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("protected", sa.Boolean, nullable=False),
        sa.Column("employers", sa.Text, nullable=False),
        sa.Column("away", sa.Boolean, nullable=False),
        sa.Column("away_until", sa.Text, nullable=True),
        sa.Column("looked_up_on", sa.Text, nullable=False),
        sa.Column("looked_up_by", sa.Text, nullable=False),
        sa.Column("looked_up_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["cv_id"], ["cvs.id"], name="fk_case_lookups_cv_id_cvs"),
        sa.PrimaryKeyConstraint("number", name="pk_case_lookups"),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_case_lookups_cv_id_revision", "case_lookups", ["cv_id", "revision"], unique=True)
    op.create_index("ix_erasures_kind_erased_at", "erasures", ["kind", "erased_at"])
