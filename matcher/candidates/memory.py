"""Candidates read back from the record: the facts of many stay in memory, the rest in a file of this process's own."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from indexer.batches import batches
from indexer.engines.contract import SearchHit
from indexer.records.cv_features import CvFeatures
from indexer.records.record import Record
from matcher.candidates.codec import decode_words, ends, refuse_other_forms
from matcher.candidates.crowd import Crowd, crowd
from matcher.candidates.packed import FRONT, Packed
from matcher.candidates.profile import Candidate
from matcher.candidates.scratch import AtHand, Scratch
from matcher.eligibility.circumstances import NOTHING_LOOKED_UP, Circumstances

AT_ONCE = 250  # read from the record: what is kept of more would lie scattered between what is let go
KEPT = 1_000_000  # people, a country: about 1.1 KB each in memory and 5.5 KB in the file; then the memory begins anew


class Remembered(NamedTuple):
    """One person as of a sequence of the CV: front and facts, and where passages and words stand behind each other."""

    sequence: int
    front: bytes
    facts: bytes
    store: Scratch | AtHand
    place: int
    end: int

    def candidate(self) -> Candidate:
        """The person in words."""
        parts = ends(self.front)
        start = self.place + parts.passages - parts.facts
        return decode_words(self.store.read(start, self.end - start))


@dataclass(frozen=True, slots=True)
class RecalledPool:
    """People of one generation, as they were indexed; `circumstances` is what their cases tell for the order."""

    crowd: Crowd
    people: Sequence[Remembered]
    by_id: Mapping[str, Remembered]
    circumstances: Circumstances = field(default_factory=lambda: NOTHING_LOOKED_UP)

    @property
    def sequences(self) -> Mapping[str, int]:
        """The sequence of everybody's CV."""
        return {cv_id: one.sequence for cv_id, one in self.by_id.items()}

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """The candidates of those rows, with their words."""
        return [self.people[row].candidate() for row in rows]


_ID, _FOUND_AT = attrgetter("id"), attrgetter("sequence")
_REMEMBERED_AT, _FRONT, _FACTS = attrgetter("sequence"), attrgetter("front"), attrgetter("facts")


class CandidateMemory:
    """Remembers the candidates of one generation by id and sequence; safe from several threads.

    `folder` is where the file lies, the system's place for such if None. It has no name and goes with the process.
    """

    def __init__(self, folder: Path | None = None, kept: int = KEPT) -> None:
        self._folder, self._kept = folder, kept
        self._lock = threading.Lock()
        self._people: dict[str, Remembered] = {}
        self._scratch: Scratch | None = None
        self._generation = ""

    def recall(self, record: Record, generation: str, hits: Iterable[SearchHit]) -> RecalledPool:
        """Those found who have features, in the order found.

        The sequence of the version found tells whether the memory is of it; where the engine tells none, the record is
        asked.
        """
        found = tuple(hits)
        known = self._at_hand(generation, found)
        if known is not None:
            return _recalled(known)
        wanted = {hit.id: hit.sequence for hit in found}
        untold = [cv_id for cv_id, sequence in wanted.items() if sequence is None]
        if untold:
            wanted.update(record.cv_features.sequences_of(generation, untold))
        known = self._known(generation, wanted)
        for part in batches([cv_id for cv_id in wanted if cv_id not in known], AT_ONCE):
            known.update(self._keep(generation, record.cv_features.get_many(generation, part)))
        return _recalled({cv_id: known[cv_id] for cv_id in wanted if cv_id in known})

    def _at_hand(self, generation: str, found: Sequence[SearchHit]) -> dict[str, Remembered] | None:
        """Everybody found, where the memory is of each one's version, as it mostly is: no loop in Python."""
        ids = tuple(map(_ID, found))
        with self._lock:
            people = list(map(self._people.get, ids)) if generation == self._generation else [None]
        whole = [one for one in people if one is not None]
        if len(whole) < len(people) or list(map(_REMEMBERED_AT, whole)) != list(map(_FOUND_AT, found)):
            return None
        return dict(zip(ids, whole, strict=True))

    def _known(self, generation: str, wanted: Mapping[str, int | None]) -> dict[str, Remembered]:
        with self._lock:
            if generation != self._generation:
                self._begin_anew(generation)
            kept = [self._people.get(cv_id) for cv_id in wanted]
        each = zip(wanted.items(), kept, strict=True)
        return {cv_id: one for (cv_id, at), one in each if one is not None and one.sequence == at}

    def _begin_anew(self, generation: str) -> None:
        """Forget everybody: nobody asks for the generation before again, and a full memory takes nobody new."""
        self._generation, self._people, self._scratch = generation, {}, None

    def _keep(self, generation: str, fresh: Mapping[str, CvFeatures]) -> dict[str, Remembered]:
        with self._lock:
            if generation != self._generation:
                return {cv_id: _remembered(found, None) for cv_id, found in fresh.items()}
            if len(self._people) + len(fresh) > self._kept:
                self._begin_anew(generation)
            self._scratch = self._scratch or _scratch(self._folder)
            read = {cv_id: _remembered(found, self._scratch) for cv_id, found in fresh.items()}
            if self._scratch is not None:
                self._people.update(read)
        return read


def _scratch(folder: Path | None) -> Scratch | None:
    try:
        return Scratch(folder)
    except OSError:  # a disk that takes nothing costs time, not answers
        return None


def _recalled(by_id: Mapping[str, Remembered]) -> RecalledPool:
    people = list(by_id.values())

    def passages(rows: Sequence[int], sizes: Sequence[int]) -> list[bytes]:
        some = [people[row] for row in rows]
        return [one.store.read(one.place, size) for one, size in zip(some, sizes, strict=True)]

    fronts, facts = list(map(_FRONT, people)), list(map(_FACTS, people))
    return RecalledPool(crowd(Packed(tuple(by_id), fronts, facts, passages)), people, by_id)


def _remembered(found: CvFeatures, scratch: Scratch | None) -> Remembered:
    refuse_other_forms(found.blob)
    front, facts = FRONT.itemsize, ends(found.blob).facts
    rest = found.blob[facts:]
    store, place = _stored(rest, scratch)
    return Remembered(found.sequence, found.blob[:front], found.blob[front:facts], store, place, place + len(rest))


def _stored(rest: bytes, scratch: Scratch | None) -> tuple[Scratch | AtHand, int]:
    if scratch is not None:
        with suppress(OSError):  # a disk that takes no more costs memory, not answers
            return scratch, scratch.add(rest)
    return AtHand(rest), 0
