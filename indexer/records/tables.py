"""The tables of the record; rows never leave this package."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.types import Double

from indexer.records.column_types import Identifier, RowNumber, UtcTime

OPEN_STATE = "aaben"  # of an order that nobody has closed
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _content_columns() -> tuple[Column[object], ...]:
    return (
        Column("content", Text, nullable=False),
        Column("content_hash", LargeBinary(16), nullable=False),
        Column("sequence", BigInteger, nullable=False),
        Column("created_at", UtcTime, nullable=False),
        Column("changed_at", UtcTime, nullable=False),
    )


def _current(name: str, *more: Column[object]) -> Table:
    """A table of records as they are now."""
    identity = Column("id", Identifier, primary_key=True), Column("revision", Integer, nullable=False)
    return Table(name, METADATA, *identity, *_content_columns(), *more)


def _versions(name: str) -> Table:
    """A table of records as they were before their last change; with the current one that is every revision."""
    identity = Column("id", Identifier, primary_key=True), Column("revision", Integer, primary_key=True)
    return Table(name, METADATA, *identity, *_content_columns())


# `sought` is the name as it is searched for (employers.py).
employers = Table(
    "employers",
    METADATA,
    Column("key", Identifier, primary_key=True),
    Column("cvr", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("sought", Text),
)

# Beside the employer what the board is sorted by, as the content has it, and how the order stands (order_steps).
job_orders = _current(
    "job_orders",
    Column("employer_key", Identifier, ForeignKey("employers.key"), index=True),
    Column("received_at", UtcTime),
    Column("deadline", Text),
    Column("starts", Text),
    Column("state", Text, nullable=False, server_default=OPEN_STATE, index=True),
)
job_order_versions = _versions("job_order_versions")
cvs = _current("cvs")
cv_versions = _versions("cv_versions")

# What was erased leaves its last revision number, so that a revision never means two different contents.
erasures = Table(
    "erasures",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("id", Identifier, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("erased_at", UtcTime, nullable=False),
)

index_queue = Table(
    "index_queue",
    METADATA,
    Column("sequence", RowNumber, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("id", Identifier, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("action", Text, nullable=False),
)

# One row: the highest sequence given out. It outlives the pruning of the queue, and writers take turns by locking it.
index_queue_head = Table(
    "index_queue_head",
    METADATA,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("sequence", BigInteger, nullable=False),
)

audit_trail = Table(
    "audit_trail",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("id", Identifier, nullable=False),
    Column("revision", Integer),
    Index("ix_audit_trail_kind_id", "kind", "id"),
)

order_readings = Table(
    "order_readings",
    METADATA,
    Column("order_id", Identifier, ForeignKey("job_orders.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("taxonomy_version", Text, primary_key=True),
    Column("reading", Text, nullable=False),
    Column("read_at", UtcTime, nullable=False),
)

reading_corrections = Table(
    "reading_corrections",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("order_id", Identifier, ForeignKey("job_orders.id"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("correction", Text, nullable=False),
    Column("corrected_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("corrected_at", UtcTime, nullable=False),
)

routes = Table(
    "routes",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("order_id", Identifier, ForeignKey("job_orders.id"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("trade", Text),
    Column("department", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("needs_decision", Boolean, nullable=False),
    Column("details", Text, nullable=False),
    Column("routed_at", UtcTime, nullable=False),
)

route_decisions = Table(
    "route_decisions",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("order_id", Identifier, ForeignKey("job_orders.id"), nullable=False, index=True),
    Column("trade", Text),
    Column("department", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_at", UtcTime, nullable=False),
)

# Who has the order now: the last human decision, else the last route. Kept as a row to list departments' work by.
order_owners = Table(
    "order_owners",
    METADATA,
    Column("order_id", Identifier, ForeignKey("job_orders.id"), primary_key=True),
    Column("trade", Text),
    Column("department", Text, nullable=False, index=True),
    Column("awaits_decision", Boolean, nullable=False, index=True),
    Column("decided", Boolean, nullable=False),
    Column("since", UtcTime, nullable=False),
)

# How each order was closed and opened again, by whom and why; rows are added, never changed.
order_steps = Table(
    "order_steps",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("order_id", Identifier, ForeignKey("job_orders.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("noted_by", Text, nullable=False),
    Column("noted_at", UtcTime, nullable=False),
    Index("uq_order_steps_order_id_revision", "order_id", "revision", unique=True),
)

ranked_lists = Table(
    "ranked_lists",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("order_id", Identifier, nullable=False, index=True),
    Column("order_revision", Integer, nullable=False),
    Column("today", Text, nullable=False),
    Column("versions", Text, nullable=False),
    Column("options", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("created_by", Text, nullable=False),
)

# All of a list's candidates in one row, as JSON: they are given out, read and rebuilt together. `cv_ids`, short and
# first, is looked through for the lists that somebody stands in, which is seldom asked; an index on each candidate's
# id would scatter every list that is kept over fifty pages of the file.
ranked_places = Table(
    "ranked_places",
    METADATA,
    Column("list_number", RowNumber, ForeignKey("ranked_lists.number"), primary_key=True, autoincrement=False),
    Column("cv_ids", Text, nullable=False),
    Column("places", Text, nullable=False),
    info={"page": 50},  # rows copied at once; one may be 100 KB
)

index_generations = Table(
    "index_generations",
    METADATA,
    Column("name", Identifier, primary_key=True),
    Column("state", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
)
# The database itself refuses a second current generation.
Index(
    "uq_index_generations_one_current",
    index_generations.c.state,
    unique=True,
    sqlite_where=text("state = 'current'"),
    postgresql_where=text("state = 'current'"),
)

cv_features = Table(
    "cv_features",
    METADATA,
    Column("generation", Identifier, ForeignKey("index_generations.name"), primary_key=True),
    Column("cv_id", Identifier, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("blob", LargeBinary, nullable=False),
    Column("document", LargeBinary),  # behind what ranking reads, which need not be read past it
)

answered_requests = Table(
    "answered_requests",
    METADATA,
    Column("key", Identifier, primary_key=True),
    Column("request_hash", LargeBinary(16), nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_at", UtcTime, nullable=False),
)
