"""${message}"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from indexer.records.column_types import Identifier, UtcTime

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Make the change."""
    ${upgrades if upgrades else "pass"}
