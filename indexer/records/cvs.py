"""CVs in the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from indexer.intake import cv_from_mapping, cv_to_mapping
from indexer.intake.cv import Cv
from indexer.records.changing_records import ChangingRecords
from indexer.records.proposal_tables import case_lookups, proposal_steps
from indexer.records.ranked_lists import RankedLists
from indexer.records.stored import RecordKind
from indexer.records.tables import cv_features, cv_versions, cvs, index_generations
from indexer.records.versioned_tables import VersionedTables


class Cvs(ChangingRecords[Cv]):
    """Every CV with all its revisions."""

    kind = RecordKind.CV
    tables = VersionedTables(cvs, cv_versions)

    def unchanged_since(self, moment: datetime) -> dict[str, int]:
        """Id and revision of every CV whose content is older than the moment, the oldest first."""
        table = self.tables.current
        older = select(table.c.id, table.c.revision).where(table.c.changed_at < moment)
        rows = self._connection.execute(older.order_by(table.c.changed_at, table.c.id))
        return {row.id: row.revision for row in rows}

    def _to_mapping(self, value: Cv) -> Mapping[str, object]:
        return cv_to_mapping(value)

    def _from_mapping(self, mapping: Mapping[str, Any]) -> Cv:
        return cv_from_mapping(mapping)

    def _erase_dependents(self, record_id: str) -> None:
        generations = select(index_generations.c.name)
        mine = cv_features.c.generation.in_(generations) & (cv_features.c.cv_id == record_id)
        self._connection.execute(delete(cv_features).where(mine))
        for table in (proposal_steps, case_lookups):
            self._connection.execute(delete(table).where(table.c.cv_id == record_id))
        RankedLists(self._work).forget(record_id)
