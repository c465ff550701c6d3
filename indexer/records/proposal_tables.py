"""The tables of what people do with a list, and of what cases tell: rows are added, never changed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from indexer.records.column_types import Identifier, RowNumber, UtcTime
from indexer.records.tables import METADATA, erasures

# Every step of every proposal; the last one is how it stands. No number is used twice, not even after an erasure: a
# list remembers the highest that it was made with.
proposal_steps = Table(
    "proposal_steps",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("order_id", Identifier, ForeignKey("job_orders.id"), nullable=False),
    Column("cv_id", Identifier, ForeignKey("cvs.id"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("noted_by", Text, nullable=False),
    Column("noted_at", UtcTime, nullable=False),
    Index("uq_proposal_steps_order_id_cv_id_revision", "order_id", "cv_id", "revision", unique=True),
    sqlite_autoincrement=True,
)

# What a person's case told each time it was looked up. Days and employers; nothing of why somebody is away.
case_lookups = Table(
    "case_lookups",
    METADATA,
    Column("number", RowNumber, primary_key=True),
    Column("cv_id", Identifier, ForeignKey("cvs.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("protected", Boolean, nullable=False),
    Column("employers", Text, nullable=False),
    Column("away", Boolean, nullable=False),
    Column("away_until", Text),
    Column("looked_up_on", Text, nullable=False),
    Column("looked_up_by", Text, nullable=False),
    Column("looked_up_at", UtcTime, nullable=False),
    Index("uq_case_lookups_cv_id_revision", "cv_id", "revision", unique=True),
    sqlite_autoincrement=True,
)

# Who remembers cases between lists asks at each list whether somebody was erased meanwhile.
Index("ix_erasures_kind_erased_at", erasures.c.kind, erasures.c.erased_at)
