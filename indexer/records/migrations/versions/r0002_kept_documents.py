"""The search document of a CV is kept beside its features."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make room for it; where there is none the CV is read again for the next index."""
    op.add_column("cv_features", sa.Column("document", sa.LargeBinary, nullable=True))
