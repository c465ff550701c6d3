"""Exact values of documents as numbers: each field numbers its values in the order in which they came."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchDocument
from indexer.engines.embedded.columns import Columns
from indexer.engines.embedded.layout import ENTRY, POSITION, Layout
from indexer.engines.embedded.places import position_value


def value_codes(
    documents: Sequence[SearchDocument], columns: Columns, layout: Layout
) -> tuple[list[list[list[int]]], list[list[str]]]:
    """Codes by document and value field, and by field the values that were not known yet."""
    new_values: list[list[str]] = [[] for _ in layout.value_fields]
    new_codes: list[dict[str, int]] = [{} for _ in layout.value_fields]

    def code(field: int, value: str) -> int:
        held = columns.code_of[field].get(value, new_codes[field].get(value))
        if held is None:
            held = len(columns.values[field]) + len(new_values[field])
            new_codes[field][value] = held
            new_values[field].append(value)
        return held

    codes = [
        [
            [code(number, value) for value in dict.fromkeys(_values(document, field))]
            for number, field in enumerate(layout.value_fields)
        ]
        for document in documents
    ]
    return codes, new_values


def _values(document: SearchDocument, field: str) -> Sequence[str]:
    if field == POSITION:
        return () if document.position is None else (position_value(document.position),)
    return document.keywords.get(field, ())


def value_entries(codes: Sequence[Sequence[int]], first_slot: int) -> NDArray[np.void]:
    """One field's (slot, code) pairs of documents in a row of slots."""
    pairs = [(first_slot + row, code) for row, held in enumerate(codes) for code in held]
    return np.array(pairs, ENTRY)
