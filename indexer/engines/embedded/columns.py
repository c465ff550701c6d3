"""What the index holds of every document, column by column in memory, and frozen views of it for searching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.batch import RowBatch
from indexer.engines.embedded.layout import POSITION, RECORD, Layout
from indexer.engines.embedded.places import parsed_positions
from indexer.growing import GrowingArray


class Entries(NamedTuple):
    """Which document (slot) holds which value (code) of one field, a pair a row, in slot order."""

    slots: NDArray[np.uint32]
    codes: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """The columns as they stood at one moment; every array has a row a slot unless said otherwise.

    A slot is one version of one document; `alive` says whether it is the newest. `entries` stand per value field,
    `values` are the field's values by code, `positions` degrees by position code.
    """

    ids: list[str]
    alive: NDArray[np.bool_]
    records: NDArray[np.void]
    numbers: NDArray[np.float64]
    signs: NDArray[np.int8]
    entries: list[Entries]
    values: list[list[str]]
    code_of: list[dict[str, int]]
    positions: NDArray[np.float64]
    living: int
    total_length: int

    def __len__(self) -> int:
        return len(self.alive)


class Columns:
    """The columns with what the writer needs beside them; rows are only added."""

    def __init__(self, layout: Layout) -> None:
        self.ids: list[str] = []
        self.slot_of: dict[str, int] = {}
        self.values: list[list[str]] = [[] for _ in layout.value_fields]
        self.code_of: list[dict[str, int]] = [{} for _ in layout.value_fields]
        self.applied = 0
        self._records: GrowingArray[np.void] = GrowingArray(RECORD)
        self._numbers: GrowingArray[np.float64] = GrowingArray(np.float64, len(layout.number_number))
        self._signs: GrowingArray[np.int8] = GrowingArray(np.int8, layout.schema.dimensions)
        # Each column by itself: rows of several columns are searched far slower.
        self._entry_slots: list[GrowingArray[np.uint32]] = [GrowingArray(np.uint32) for _ in layout.value_fields]
        self._entry_codes: list[GrowingArray[np.uint32]] = [GrowingArray(np.uint32) for _ in layout.value_fields]
        self._alive = np.zeros(0, np.bool_)
        self._positions = np.empty((0, 2))
        self._position_field = layout.value_number[POSITION]
        self._living = 0
        self._total_length = 0

    def __len__(self) -> int:
        return len(self.ids)

    def sequence(self, document_id: str) -> int:
        """The sequence held for the id, living or deleted; -1 when it was never heard of."""
        slot = self.slot_of.get(document_id)
        return -1 if slot is None else int(self._records.view()[slot]["sequence"])

    def add(self, batches: Sequence[RowBatch]) -> NDArray[np.int64]:
        """Take the batches in, in order; the slots that died of it."""
        first = len(self.ids)
        for batch in batches:
            self.ids += batch.ids
            self.applied = max(self.applied, batch.applied)
            for number, values in enumerate(batch.new_values):
                for value in values:
                    self.code_of[number][value] = len(self.values[number])
                    self.values[number].append(value)
        if len(self.ids) == first:
            return np.empty(0, np.int64)
        self._extend(batches)
        died = self._turn_over(first)
        if any(batch.new_values[self._position_field] for batch in batches):
            self._positions = parsed_positions(self.values[self._position_field])
        return died

    def view(self) -> ColumnsView:
        """The columns as they are now."""
        return ColumnsView(
            self.ids,
            self._alive,
            self._records.view(),
            self._numbers.view(),
            self._signs.view(),
            [Entries(s.view(), c.view()) for s, c in zip(self._entry_slots, self._entry_codes, strict=True)],
            self.values,
            self.code_of,
            self._positions,
            self._living,
            self._total_length,
        )

    def _extend(self, batches: Sequence[RowBatch]) -> None:
        self._records.extend([batch.records for batch in batches])
        self._numbers.extend([batch.numbers for batch in batches])
        self._signs.extend([batch.signs for batch in batches])
        for number, (slots, codes) in enumerate(zip(self._entry_slots, self._entry_codes, strict=True)):
            slots.extend([batch.entries[number]["slot"] for batch in batches])
            codes.extend([batch.entries[number]["code"] for batch in batches])

    def _turn_over(self, first: int) -> NDArray[np.int64]:
        records = self._records.view()
        # A new array each time: searches under way keep the one they began with.
        alive = np.concatenate((self._alive, ~records["deleted"][first:]))
        died = []
        for slot in range(first, len(self.ids)):
            before = self.slot_of.get(self.ids[slot])
            if before is not None and alive[before]:
                alive[before] = False
                died.append(before)
            self.slot_of[self.ids[slot]] = slot
        self._alive = alive
        born = np.flatnonzero(alive[first:]) + first
        gone = np.array([slot for slot in died if slot < first], np.int64)
        self._living += len(born) - len(gone)
        self._total_length += int(records["length"][born].sum()) - int(records["length"][gone].sum())
        return np.array(died, np.int64)
