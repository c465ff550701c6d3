"""A batch of changes as it goes into the journal: arrays one after another, with a short head in JSON."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.layout import ENTRY, RECORD, Layout

_SIZES = struct.Struct("<qII")  # applied or -1, rows, length of the head


@dataclass(frozen=True, slots=True)
class RowBatch:
    """Rows to add behind the rows held, in slot order.

    `numbers` is (rows, number fields), NaN where missing; `signs` is (rows, dimensions), the vectors in 8 bits;
    `entries` per value field; `new_values` per value field continue its list of values.
    """

    ids: list[str]
    records: NDArray[np.void]
    numbers: NDArray[np.float64]
    signs: NDArray[np.int8]
    entries: list[NDArray[np.void]]
    new_values: list[list[str]]
    applied: int = -1


def encode(batch: RowBatch) -> bytes:
    """The body of a journal block."""
    head = json.dumps(
        [batch.ids, [len(entries) for entries in batch.entries], batch.new_values],
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode("utf-8", "surrogatepass")
    arrays = [batch.records, batch.numbers, batch.signs, *batch.entries]
    sizes = _SIZES.pack(batch.applied, len(batch.ids), len(head))
    return b"".join([sizes, head, *(array.tobytes() for array in arrays)])


def decode(body: bytes, layout: Layout) -> RowBatch:
    """The batch within a journal block of a collection of this layout."""
    applied, rows, head_length = _SIZES.unpack_from(body)
    begin = _SIZES.size + head_length
    ids, entry_counts, new_values = json.loads(body[_SIZES.size : begin].decode("utf-8", "surrogatepass"))
    numbers, dimensions = len(layout.number_number), layout.schema.dimensions
    records = np.frombuffer(body, RECORD, rows, begin)
    begin += records.nbytes
    number_rows = np.frombuffer(body, np.float64, rows * numbers, begin).reshape(rows, numbers)
    begin += number_rows.nbytes
    signs = np.frombuffer(body, np.int8, rows * dimensions, begin).reshape(rows, dimensions)
    begin += signs.nbytes
    entries = []
    for count in entry_counts:
        entries.append(np.frombuffer(body, ENTRY, count, begin))
        begin += entries[-1].nbytes
    return RowBatch(ids, records, number_rows, signs, entries, new_values, applied)


def applied_only(applied: int, layout: Layout) -> RowBatch:
    """A batch without rows that only remembers how far the queue is in."""
    fields = len(layout.value_fields)
    return RowBatch(
        ids=[],
        records=np.empty(0, RECORD),
        numbers=np.empty((0, len(layout.number_number))),
        signs=np.empty((0, layout.schema.dimensions), np.int8),
        entries=[np.empty(0, ENTRY)] * fields,
        new_values=[[] for _ in range(fields)],
        applied=applied,
    )
