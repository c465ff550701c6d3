"""Candidates read back from the record; the numbers of many are kept in memory, their words are read when shown."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.records.record import Record
from matcher.candidates.codec import decode, numbers
from matcher.candidates.crowd import Crowd, crowd
from matcher.candidates.profile import Candidate

KEPT = 6_000  # at about 4 KB each 24 MB: a quarter of a KB a CV at 100,000


@dataclass(frozen=True, slots=True)
class Recalled:
    """People of one generation, as the record holds them while it is open."""

    record: Record
    generation: str
    crowd: Crowd

    def whole(self, rows: Sequence[int]) -> list[Candidate]:
        """The candidates of those rows, with their words."""
        ids = [self.crowd.profiles.ids[row] for row in rows]
        found = self.record.cv_features.get_many(self.generation, ids)
        return [decode(found[cv_id].blob) for cv_id in ids]


class CandidateMemory:
    """Remembers candidates' numbers by generation, id and sequence; safe from several threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._numbers: dict[tuple[str, str], tuple[int, bytes]] = {}

    def recall(self, record: Record, generation: str, cv_ids: Sequence[str]) -> Recalled:
        """Those CVs that have features, in the order asked for."""
        standing = record.cv_features.sequences_of(generation, cv_ids)
        with self._lock:
            known = {cv_id: self._known(generation, cv_id, sequence) for cv_id, sequence in standing.items()}
        missing = [cv_id for cv_id, found in known.items() if found is None]
        fresh = record.cv_features.get_many(generation, missing)
        read = {cv_id: (found.sequence, numbers(found.blob)) for cv_id, found in fresh.items()}
        self._keep(generation, read)
        known.update({cv_id: found for cv_id, (_, found) in read.items()})
        ids = [cv_id for cv_id in cv_ids if known.get(cv_id) is not None]
        return Recalled(record, generation, crowd(ids, [found for cv_id in ids if (found := known[cv_id])]))

    def _keep(self, generation: str, read: Mapping[str, tuple[int, bytes]]) -> None:
        with self._lock:
            self._numbers.update({(generation, cv_id): found for cv_id, found in read.items()})
            # The oldest go first, read lately or not: it costs nothing to know which, and nothing is lost but time.
            surplus = len(self._numbers) - self._kept
            for key in list(self._numbers)[: max(surplus, 0)]:
                del self._numbers[key]

    def _known(self, generation: str, cv_id: str, sequence: int) -> bytes | None:
        found = self._numbers.get((generation, cv_id))
        return found[1] if found and found[0] == sequence else None
