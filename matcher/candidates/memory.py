"""Candidates read back from the record; the numbers of many are kept in memory, their words are read when shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from indexer.engines.contract import SearchHit
from indexer.records.cv_features import CvFeatures
from indexer.records.record import Record
from matcher.candidates.codec import decode_words, numbers
from matcher.candidates.crowd import Crowd, crowd
from matcher.candidates.profile import Candidate

KEPT = 3_400  # at about 4 KB each 14 MB: 1.5 KB a CV at 10,000; reading one back takes 10 microseconds
ADMITTED = 8  # of so many read while the memory is full one is kept: asking for everybody in turn drives nobody out

Remembered = tuple[int, bytes]  # the sequence of the CV that the numbers were made from


class RecallOutdatedError(Exception):
    """The record has changed since the numbers were remembered; asking again reads it anew."""


Given = TypeVar("Given")


def settled(attempt: Callable[[bool], Given]) -> Given:
    """What the attempt gives; once more without memory (True) where the record has changed since."""
    try:
        return attempt(False)
    except RecallOutdatedError:
        return attempt(True)


@dataclass(frozen=True, slots=True)
class Recalled:
    """People of one generation, as the record holds them while it is open; `sequences` are those of their CVs."""

    record: Record
    generation: str
    crowd: Crowd
    sequences: Mapping[str, int]

    def whole(self, rows: Sequence[int]) -> list[Candidate]:
        """The candidates of those rows, with their words; RecallOutdatedError where the record has others."""
        ids = [self.crowd.profiles.ids[row] for row in rows]
        found = self.record.cv_features.get_many(self.generation, ids)
        if any(cv_id not in found or found[cv_id].sequence != self.sequences[cv_id] for cv_id in ids):
            raise RecallOutdatedError
        return [decode_words(found[cv_id].blob) for cv_id in ids]


class CandidateMemory:
    """Remembers candidates' numbers by generation, id and sequence; safe from several threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._numbers: dict[tuple[str, str], Remembered] = {}
        self._turned_away = 0
        self._generation = ""

    def recall(self, record: Record, generation: str, hits: Iterable[SearchHit], *, afresh: bool = False) -> Recalled:
        """Those found who have features, in the order found; `afresh` trusts no memory.

        The sequence of the version found tells whether the memory is of it; where the engine tells none, the record is
        asked.
        """
        self._turn_to(generation)
        wanted = {hit.id: hit.sequence for hit in hits}
        known = {} if afresh else self._known(record, generation, wanted)
        fresh = record.cv_features.get_many(generation, [cv_id for cv_id in wanted if cv_id not in known])
        known.update(self._keep(generation, fresh))
        ids = [cv_id for cv_id in wanted if cv_id in known]
        people = crowd(ids, [known[cv_id][1] for cv_id in ids])
        return Recalled(record, generation, people, {cv_id: known[cv_id][0] for cv_id in ids})

    def _turn_to(self, generation: str) -> None:
        """Forget the generation before: nobody asks for it again, and it would keep this one out."""
        with self._lock:
            if generation != self._generation:
                self._generation = generation
                self._numbers.clear()

    def _known(self, record: Record, generation: str, wanted: Mapping[str, int | None]) -> dict[str, Remembered]:
        untold = [cv_id for cv_id, sequence in wanted.items() if sequence is None]
        sequences = {**wanted, **(record.cv_features.sequences_of(generation, untold) if untold else {})}
        with self._lock:
            kept = {cv_id: self._numbers.get((generation, cv_id)) for cv_id in wanted}
        return {cv_id: found for cv_id, found in kept.items() if found is not None and found[0] == sequences[cv_id]}

    def _keep(self, generation: str, fresh: Mapping[str, CvFeatures]) -> dict[str, Remembered]:
        read = {cv_id: (found.sequence, numbers(found.blob)) for cv_id, found in fresh.items()}
        with self._lock:
            for cv_id, found in read.items():
                self._admit((generation, cv_id), found)
        return read

    def _admit(self, key: tuple[str, str], found: Remembered) -> None:
        full = key not in self._numbers and len(self._numbers) >= self._kept
        self._turned_away += full
        if full and self._turned_away % ADMITTED:
            return
        if full:
            del self._numbers[next(iter(self._numbers))]  # the oldest
        self._numbers[key] = found
