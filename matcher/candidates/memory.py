"""Candidates read back from the record: the facts of many stay in memory, the rest in a file of this process's own."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

import numpy as np

from indexer.batches import batches
from indexer.engines.contract import SearchHit
from indexer.records.record import Record
from matcher.candidates.circumstances import NOTHING_LOOKED_UP, Circumstances
from matcher.candidates.crowd import Crowd, crowd
from matcher.candidates.profile import Candidate
from matcher.candidates.scratch import AtHand, Scratch
from matcher.candidates.table import NOBODY, CandidateTable, Rows

AT_ONCE = 250  # read from the record: what is kept of more would lie scattered between what is let go
KEPT = 1_000_000  # people, a country: about 0.9 KB each in memory and 5.5 KB in the file; then the memory begins anew


@dataclass(frozen=True, slots=True)
class RecalledPool:
    """People of one generation, as they were indexed; `circumstances` is what their cases tell for the order."""

    crowd: Crowd
    table: CandidateTable
    rows: Rows
    circumstances: Circumstances = field(default_factory=lambda: NOTHING_LOOKED_UP)

    @property
    def sequences(self) -> Mapping[str, int]:
        """The sequence of everybody's CV."""
        return dict(zip(self.crowd.profiles.ids, self.table.sequences_of(self.rows), strict=True))

    def sequences_of(self, cv_ids: Collection[str]) -> Mapping[str, int]:
        """The sequence of the CVs of those of these people who are in the pool."""
        rows = [row for row, cv_id in enumerate(self.crowd.profiles.ids) if cv_id in cv_ids]
        ids = (self.crowd.profiles.ids[row] for row in rows)
        return dict(zip(ids, self.table.sequences_of(self.rows[rows]), strict=True))

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """The candidates of those rows, with their words."""
        return self.table.candidates(self.rows[list(rows)])


_ID, _FOUND_AT = attrgetter("id"), attrgetter("sequence")


class CandidateMemory:
    """Remembers the candidates of one generation by id and sequence; safe from several threads.

    `folder` is where the file lies, the system's place for such if None. It has no name and goes with the process.
    """

    def __init__(self, folder: Path | None = None, kept: int = KEPT) -> None:
        self._folder, self._kept = folder, kept
        self._lock = threading.Lock()
        self._table: CandidateTable | None = None
        self._generation = ""

    def recall(self, record: Record, generation: str, hits: Iterable[SearchHit]) -> RecalledPool:
        """Those found who have features, in the order found; `hits` name nobody twice.

        The sequence of the version found tells whether the memory is of it; where the engine tells none, the record is
        asked.
        """
        found = tuple(hits)
        ids, sequences = list(map(_ID, found)), list(map(_FOUND_AT, found))
        if None in sequences:
            untold = [one.id for one in found if one.sequence is None]
            told = {**dict(zip(ids, sequences, strict=True)), **record.cv_features.sequences_of(generation, untold)}
            ids, sequences = _without_unknown(told)
        return self._recalled(record, generation, ids, sequences)

    def _recalled(self, record: Record, generation: str, ids: Sequence[str], sequences: Sequence[int]) -> RecalledPool:
        table = self._table_of(generation)
        rows = table.rows_of(ids, sequences)
        if (rows == NOBODY).any():
            table, rows = self._completed(record, generation, ids, table, rows)
            known = rows != NOBODY
            ids, rows = [cv_id for cv_id, held in zip(ids, known.tolist(), strict=True) if held], rows[known]
        return RecalledPool(crowd(table.packed(ids, rows)), table, rows)

    def _completed(
        self, record: Record, generation: str, ids: Sequence[str], table: CandidateTable, rows: Rows
    ) -> tuple[CandidateTable, Rows]:
        """A table with all whom the record has features of, and everybody's row in it."""
        if 0 < len(table) <= self._kept < len(table) + int((rows == NOBODY).sum()):
            table, rows = self._begun_anew(generation), np.full(len(ids), NOBODY)
        try:
            return table, _filled(table, record, generation, ids, rows)
        except OSError:  # a disk that takes no more costs time, not answers
            self._begun_anew(generation)
            at_hand = CandidateTable(AtHand())
            return at_hand, _filled(at_hand, record, generation, ids, np.full(len(ids), NOBODY))

    def _table_of(self, generation: str) -> CandidateTable:
        with self._lock:
            if self._table is not None and generation == self._generation:
                return self._table
        return self._begun_anew(generation)

    def _begun_anew(self, generation: str) -> CandidateTable:
        """Nobody remembered: of the generation before nobody asks again, and a full memory takes nobody new."""
        try:
            table = CandidateTable(Scratch(self._folder))
        except OSError:
            return CandidateTable(AtHand())
        with self._lock:
            self._generation, self._table = generation, table
        return table


def _without_unknown(told: Mapping[str, int | None]) -> tuple[list[str], list[int]]:
    known = {cv_id: sequence for cv_id, sequence in told.items() if sequence is not None}
    return list(known), list(known.values())


def _filled(table: CandidateTable, record: Record, generation: str, ids: Sequence[str], rows: Rows) -> Rows:
    """Everybody's row, when those who had none have been read from the record; NOBODY for whom it has no features."""
    fresh, added = [cv_id for cv_id, row in zip(ids, rows.tolist(), strict=True) if row == NOBODY], {}
    for part in batches(fresh, AT_ONCE):
        added.update(table.add(list(record.cv_features.get_many(generation, part).values())))
    return np.array([added.get(cv_id, row) for cv_id, row in zip(ids, rows.tolist(), strict=True)], np.int64)
