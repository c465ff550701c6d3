"""Revisions of CVs in lists, remembered between lists: asking the record for fifty takes as long as a search."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import datetime

from indexer.records.record import Record
from indexer.records.watermarks import Watermark

KEPT = 50_000  # people: about 0.2 KB each; then the memory begins anew


class RevisionMemory:
    """Which revision a CV had at a sequence, which never changes until it is erased. Safe from several threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._known: dict[str, tuple[int, int]] = {}  # sequence and revision
        self._erased_at: datetime | None = None

    def recall(self, record: Record, sequences: Mapping[str, int], seen: Watermark) -> dict[str, int]:
        """The revisions of the CVs as of those sequences; who has been erased since is left out."""
        with self._lock:
            self._follow(record, seen)
            known = list(map(self._known.get, sequences))
        wanted = sequences.items()
        found = {id_: one[1] for (id_, at), one in zip(wanted, known, strict=True) if one and one[0] == at}
        if len(found) < len(sequences):
            found.update(self._read(record, {id_: at for id_, at in wanted if id_ not in found}, seen))
        return found

    def _follow(self, record: Record, seen: Watermark) -> None:
        if seen.erased_at and (self._erased_at is None or seen.erased_at > self._erased_at):
            for cv_id in record.case_lookups.erased_since(self._erased_at):
                self._known.pop(cv_id, None)
            self._erased_at = seen.erased_at

    def _read(self, record: Record, sequences: Mapping[str, int], seen: Watermark) -> dict[str, int]:
        found = as_ranked(record, sequences)
        with self._lock:
            if len(self._known) + len(found) > self._kept:
                self._known = {}
            # Who reads an earlier moment than somebody before may still see whom that one knows to be erased.
            if seen.erased_at == self._erased_at:
                self._known.update({cv_id: (sequences[cv_id], revision) for cv_id, revision in found.items()})
        return found


def as_ranked(record: Record, sequences: Mapping[str, int]) -> dict[str, int]:
    """The revisions by the record: where the index lags, these are older than the record's."""
    current = record.cvs.revisions_of(sequences)
    for cv_id in [cv_id for cv_id, (_, sequence) in current.items() if sequence > sequences[cv_id]]:
        older = (one for one in record.cvs.revisions(cv_id) if one.sequence <= sequences[cv_id])
        current[cv_id] = next(((one.revision, one.sequence) for one in older), current[cv_id])
    return {cv_id: revision for cv_id, (revision, _) in current.items()}
