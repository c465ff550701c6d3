"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from indexer.records.column_types import Identifier, RowNumber, UtcTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table of the first version."""
    _create_orders_and_cvs()
    _create_readings_and_routes()
    _create_ranked_lists()
    _create_index_tables()
    _create_trails()


def _create_orders_and_cvs() -> None:
    op.create_table(
        "employers",
        sa.Column("key", Identifier, nullable=False),
        sa.Column("cvr", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("changed_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_employers"),
    )
    op.create_table(
        "job_orders",
        sa.Column("id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("content_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("changed_at", UtcTime, nullable=False),
        sa.Column("employer_key", Identifier, nullable=True),
        sa.ForeignKeyConstraint(["employer_key"], ["employers.key"], name="fk_job_orders_employer_key_employers"),
        sa.PrimaryKeyConstraint("id", name="pk_job_orders"),
    )
    op.create_index("ix_job_orders_employer_key", "job_orders", ["employer_key"])
    op.create_table(
        "job_order_versions",
        sa.Column("id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("content_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("changed_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", "revision", name="pk_job_order_versions"),
    )
    op.create_table(
        "cvs",
        sa.Column("id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("content_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("changed_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cvs"),
    )
    op.create_table(
        "cv_versions",
        sa.Column("id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("content_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("changed_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", "revision", name="pk_cv_versions"),
    )
    op.create_table(
        "erasures",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("erased_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name="pk_erasures"),
    )


def _create_readings_and_routes() -> None:
    op.create_table(
        "order_readings",
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("taxonomy_version", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("read_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["job_orders.id"], name="fk_order_readings_order_id_job_orders"),
        sa.PrimaryKeyConstraint("order_id", "revision", "taxonomy_version", name="pk_order_readings"),
    )
    op.create_table(
        "reading_corrections",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("correction", sa.Text, nullable=False),
        sa.Column("corrected_by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("corrected_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["job_orders.id"], name="fk_reading_corrections_order_id_job_orders"),
        sa.PrimaryKeyConstraint("number", name="pk_reading_corrections"),
    )
    op.create_index("ix_reading_corrections_order_id", "reading_corrections", ["order_id"])
    op.create_table(
        "routes",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("trade", sa.Text, nullable=True),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("needs_decision", sa.Boolean, nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("routed_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["job_orders.id"], name="fk_routes_order_id_job_orders"),
        sa.PrimaryKeyConstraint("number", name="pk_routes"),
    )
    op.create_index("ix_routes_order_id", "routes", ["order_id"])
    op.create_table(
        "route_decisions",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("trade", sa.Text, nullable=True),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("decided_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["job_orders.id"], name="fk_route_decisions_order_id_job_orders"),
        sa.PrimaryKeyConstraint("number", name="pk_route_decisions"),
    )
    op.create_index("ix_route_decisions_order_id", "route_decisions", ["order_id"])
    op.create_table(
        "order_owners",
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("trade", sa.Text, nullable=True),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("awaits_decision", sa.Boolean, nullable=False),
        sa.Column("decided", sa.Boolean, nullable=False),
        sa.Column("since", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["job_orders.id"], name="fk_order_owners_order_id_job_orders"),
        sa.PrimaryKeyConstraint("order_id", name="pk_order_owners"),
    )
    op.create_index("ix_order_owners_awaits_decision", "order_owners", ["awaits_decision"])
    op.create_index("ix_order_owners_department", "order_owners", ["department"])


def _create_ranked_lists() -> None:
    op.create_table(
        "ranked_lists",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("order_id", Identifier, nullable=False),
        sa.Column("order_revision", sa.Integer, nullable=False),
        sa.Column("today", sa.Text, nullable=False),
        sa.Column("versions", sa.Text, nullable=False),
        sa.Column("options", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_ranked_lists"),
    )
    op.create_index("ix_ranked_lists_order_id", "ranked_lists", ["order_id"])
    op.create_table(
        "ranked_candidates",
        sa.Column("list_number", RowNumber, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("cv_id", Identifier, nullable=False),
        sa.Column("cv_revision", sa.Integer, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("eligible", sa.Boolean, nullable=False),
        sa.Column("parts", sa.Text, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("blocked_by", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["list_number"], ["ranked_lists.number"], name="fk_ranked_candidates_list_number_ranked_lists"
        ),
        sa.PrimaryKeyConstraint("list_number", "place", name="pk_ranked_candidates"),
    )
    op.create_index("ix_ranked_candidates_cv_id", "ranked_candidates", ["cv_id"])


def _create_index_tables() -> None:
    op.create_table(
        "index_queue",
        sa.Column("sequence", RowNumber, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_index_queue"),
    )
    op.create_table(
        "index_queue_head",
        sa.Column("one", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_index_queue_head"),
    )
    op.create_table(
        "index_generations",
        sa.Column("name", Identifier, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("changed_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_index_generations"),
    )
    op.create_index(
        "uq_index_generations_one_current",
        "index_generations",
        ["state"],
        unique=True,
        sqlite_where=sa.text("state = 'current'"),
        postgresql_where=sa.text("state = 'current'"),
    )
    op.create_table(
        "cv_features",
        sa.Column("generation", Identifier, nullable=False),
        sa.Column("cv_id", Identifier, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("blob", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["generation"], ["index_generations.name"], name="fk_cv_features_generation_index_generations"
        ),
        sa.PrimaryKeyConstraint("generation", "cv_id", name="pk_cv_features"),
    )
    op.execute("INSERT INTO index_queue_head (one, sequence) VALUES (1, 0)")


def _create_trails() -> None:
    op.create_table(
        "audit_trail",
        sa.Column("number", RowNumber, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", Identifier, nullable=False),
        sa.Column("revision", sa.Integer, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_audit_trail"),
    )
    op.create_index("ix_audit_trail_kind_id", "audit_trail", ["kind", "id"])
    op.create_table(
        "answered_requests",
        sa.Column("key", Identifier, nullable=False),
        sa.Column("request_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("answered_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_answered_requests"),
    )
