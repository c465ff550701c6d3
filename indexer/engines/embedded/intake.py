"""Documents and deletions turned into the rows, words and vectors of one batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchDocument
from indexer.engines.embedded.batch import RowBatch
from indexer.engines.embedded.columns import Columns
from indexer.engines.embedded.layout import ENTRY, RECORD, Layout
from indexer.engines.embedded.quantising import quantised
from indexer.engines.embedded.value_codes import value_codes, value_entries
from indexer.engines.tokens import packed, weighed_counts


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch with what goes beside the journal."""

    batch: RowBatch
    vectors: NDArray[np.float32]
    tokens: NDArray[np.uint64]


def prepare(documents: Sequence[SearchDocument], columns: Columns, layout: Layout, token_end: int) -> Prepared:
    """Rows for documents that are new to the index or replace what it holds."""
    first_slot = len(columns)
    vectors = np.stack([_vector(document, layout) for document in documents])
    signs, scales = quantised(vectors)
    numbers = np.array([_numbers(document, layout) for document in documents], np.float64)
    tokens = [packed(weighed_counts(document.tokens, layout.factors)) for document in documents]
    records = np.zeros(len(documents), RECORD)
    records["sequence"] = [document.sequence for document in documents]
    records["token_count"] = [len(words) for words in tokens]
    records["token_start"] = token_end + np.concatenate(([0], np.cumsum(records["token_count"][:-1], dtype=np.uint64)))
    records["length"] = [int((words & np.uint64(0xFFFF)).sum()) for words in tokens]
    records["scale"] = scales
    records["has_vector"] = scales > 0
    codes, new_values = value_codes(documents, columns, layout)
    return Prepared(
        batch=RowBatch(
            ids=[document.id for document in documents],
            records=records,
            numbers=numbers.reshape(len(documents), len(layout.number_number)),
            signs=signs,
            entries=[value_entries(field_codes, first_slot) for field_codes in zip(*codes, strict=True)],
            new_values=new_values,
        ),
        vectors=vectors,
        tokens=np.concatenate(tokens),
    )


def tombstones(pairs: Sequence[tuple[str, int]], layout: Layout) -> RowBatch:
    """Rows that say these ids are gone as of these sequences."""
    records = np.zeros(len(pairs), RECORD)
    records["sequence"] = [sequence for _, sequence in pairs]
    records["deleted"] = True
    return RowBatch(
        ids=[gone for gone, _ in pairs],
        records=records,
        numbers=np.full((len(pairs), len(layout.number_number)), np.nan),
        signs=np.zeros((len(pairs), layout.schema.dimensions), np.int8),
        entries=[np.empty(0, ENTRY) for _ in layout.value_fields],
        new_values=[[] for _ in layout.value_fields],
    )


def _vector(document: SearchDocument, layout: Layout) -> NDArray[np.float32]:
    if document.vector is None:
        return np.zeros(layout.schema.dimensions, np.float32)
    return document.vector.astype(np.float32)


def _numbers(document: SearchDocument, layout: Layout) -> list[float]:
    return [float(document.numbers.get(field, np.nan)) for field in layout.number_number]
