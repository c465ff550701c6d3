"""Many candidates in columns: numbers that everybody is held against in memory, the rest in a store to read from."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from indexer.growing import GrowingArray
from indexer.records.cv_features import CvFeatures
from matcher.candidates.codec import decode_words, ends, passage_sizes, refuse_other_forms
from matcher.candidates.fact_columns import Counts, FactColumns, FactsOfMany, begins_of, columns_of
from matcher.candidates.facts import FACT, FactKind
from matcher.candidates.packed import FRONT, Packed, fronts_and_facts
from matcher.candidates.profile import Candidate

Rows = NDArray[np.int64]
NOBODY = -1  # the row of who is not in the table
# `begin` to `end` is where passages and words stand behind each other in the store.
ROW = np.dtype([("sequence", "i8"), ("first_fact", "i8"), ("begin", "i8"), ("end", "i8"), ("front", FRONT)])


class Store(Protocol):
    """Bytes that are added at the end and never change."""

    def add(self, content: bytes) -> int:
        """Put the bytes behind the others; their place. Raises OSError where no more is taken."""

    def read(self, place: int, size: int) -> memoryview:
        """So many bytes from the place on."""


class CandidateTable:
    """People in rows that never change: a newer version takes a new one. Read from any thread while one adds."""

    def __init__(self, store: Store) -> None:
        self._store, self._lock = store, threading.Lock()
        self._row_of: dict[str, int] = {}
        self._people: GrowingArray[np.void] = GrowingArray(ROW)
        self._facts: list[GrowingArray[Any]] = [GrowingArray(FACT[name]) for name in FactColumns._fields]
        self._counts: GrowingArray[np.uint32] = GrowingArray(np.uint32, len(FactKind))

    def __len__(self) -> int:
        return len(self._people)

    def add(self, found: Sequence[CvFeatures]) -> dict[str, int]:
        """The row of each. Raises OSError where the store takes no more, ValueError for features of another form."""
        if not found:
            return {}
        numbers = [one.blob for one in found]
        for one in numbers:
            refuse_other_forms(one)
        cuts = [ends(one).facts for one in numbers]
        rest = [one[cut:] for one, cut in zip(numbers, cuts, strict=True)]
        with self._lock:
            people = np.empty(len(found), ROW)
            people["front"], facts = fronts_and_facts(numbers, cuts)
            people["sequence"] = [one.sequence for one in found]
            people["first_fact"] = begins_of(people["front"]["facts"], len(self._facts[0]))
            people["end"] = self._store.add(b"".join(rest)) + np.cumsum([len(one) for one in rest], dtype=np.int64)
            people["begin"] = people["end"] - [len(one) for one in rest]
            return self._added([one.cv_id for one in found], people, *columns_of(facts, people["front"]["facts"]))

    def _added(
        self, ids: Sequence[str], people: NDArray[np.void], facts: Iterable[NDArray[Any]], counts: Counts
    ) -> dict[str, int]:
        """Whoever finds a row finds all of it, so that ids come last."""
        first = len(self._people)
        for column, fresh in zip(self._facts, facts, strict=True):
            column.extend([fresh])
        self._counts.extend([counts])
        self._people.extend([people])
        rows = {cv_id: first + place for place, cv_id in enumerate(ids)}
        self._row_of.update(rows)
        return rows

    def rows_of(self, ids: Sequence[str], sequences: Sequence[int]) -> Rows:
        """The row of each one's version; NOBODY for whom the table does not hold as of that sequence. Shape (n,)."""
        rows = np.fromiter(map(self._row_of.get, ids, repeat(NOBODY)), np.int64, len(ids))
        held = self._people.view()["sequence"]
        if len(held):
            rows[held[rows] != np.array(sequences, np.int64)] = NOBODY  # that of NOBODY is the last row's, or another
        return rows

    def sequences_of(self, rows: Rows) -> list[int]:
        """The sequence of each row's CV."""
        found: list[int] = self._people.view()["sequence"][rows].tolist()
        return found

    def packed(self, ids: Sequence[str], rows: Rows) -> Packed:
        """The people of those rows, whose ids are given."""
        people = self._people.view().take(rows)
        fronts = people["front"]
        columns = FactColumns(*(column.view() for column in self._facts))
        facts = FactsOfMany(columns, people["first_fact"], self._counts.view().take(rows, axis=0))

        def fetch(mine: NDArray[np.intp], sizes: Sequence[int]) -> list[memoryview]:
            return list(map(self._store.read, people["begin"].take(mine).tolist(), sizes))

        return Packed(tuple(ids), fronts, facts, fetch)

    def candidates(self, rows: Rows) -> list[Candidate]:
        """The people of those rows in words."""
        people = self._people.view().take(rows)
        counts = (people["front"][name].astype(np.int64) for name in ("passages", "dimensions", "terms"))
        starts = (people["begin"] + sum(passage_sizes(*counts))).tolist()
        places = zip(starts, people["end"].tolist(), strict=True)
        return [decode_words(self._store.read(start, end - start)) for start, end in places]
