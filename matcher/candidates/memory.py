"""Candidates read back from the record, the latest kept in memory so that a warm list costs no decoding."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from indexer.records.record import Record
from matcher.candidates.codec import decode
from matcher.candidates.profile import Candidate

KEPT = 5_000  # at about 10 KB each 50 MB: half a KB a CV at 100,000


class CandidateMemory:
    """Remembers decoded candidates by generation, id and sequence; safe from several threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._candidates: OrderedDict[tuple[str, str], tuple[int, Candidate]] = OrderedDict()

    def recall(self, record: Record, generation: str, cv_ids: Sequence[str]) -> list[Candidate]:
        """The candidates of those CVs that have features, in the order asked for."""
        standing = record.cv_features.sequences_of(generation, cv_ids)
        with self._lock:
            known = {cv_id: self._known(generation, cv_id, sequence) for cv_id, sequence in standing.items()}
        missing = [cv_id for cv_id, found in known.items() if found is None]
        fresh = record.cv_features.get_many(generation, missing)
        with self._lock:
            for cv_id, features in fresh.items():
                known[cv_id] = candidate = decode(features.blob)
                self._candidates[generation, cv_id] = (features.sequence, candidate)
            while len(self._candidates) > self._kept:
                self._candidates.popitem(last=False)
        return [found for cv_id in cv_ids if (found := known.get(cv_id)) is not None]

    def _known(self, generation: str, cv_id: str, sequence: int) -> Candidate | None:
        found = self._candidates.get((generation, cv_id))
        if found is None or found[0] != sequence:
            return None
        self._candidates.move_to_end((generation, cv_id))
        return found[1]
