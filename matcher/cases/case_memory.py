"""Keeps looked-up cases in memory between lists: reading 700 from the record takes longer than making a list."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime

from indexer.records.case_lookups import LookedUp
from indexer.records.record import Record
from indexer.records.watermarks import Watermark


class CaseMemory:
    """The last look-up of every case; follows the record by row number. Safe from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cases: dict[str, LookedUp] = {}
        self._same: dict[LookedUp, LookedUp] = {}  # many cases say the same
        self._until = 0
        self._erased_at: datetime | None = None

    def recall(self, record: Record, cv_ids: Sequence[str], seen: Watermark) -> Mapping[str, LookedUp]:
        """The last look-up of each of the cases that has one, as of the moment `seen`."""
        with self._lock:
            self._follow(record, seen)
            # An earlier moment than the one in memory is read exactly from the record.
            if self._until == seen.cases:
                return {cv_id: self._cases[cv_id] for cv_id in cv_ids if cv_id in self._cases} if self._cases else {}
        return record.case_lookups.of_many(cv_ids, seen.cases)

    def _follow(self, record: Record, seen: Watermark) -> None:
        if seen.erased_at and (self._erased_at is None or seen.erased_at > self._erased_at):
            for cv_id in record.case_lookups.erased_since(self._erased_at):
                self._cases.pop(cv_id, None)
            self._erased_at = seen.erased_at
        if seen.cases > self._until:
            fresh = record.case_lookups.between(self._until, seen.cases)
            self._cases.update({cv_id: self._same.setdefault(one, one) for cv_id, one in fresh.items()})
            self._until = seen.cases
