"""Filters as masks over the columns: the judge of what passes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import AnyOf, Between, Filter, NoneOf, Within
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.layout import POSITION, Layout
from indexer.engines.embedded.places import codes_within


def passing(filters: Sequence[Filter], columns: ColumnsView, layout: Layout) -> NDArray[np.bool_]:
    """Which slots hold a living document that passes every filter."""
    passes = columns.alive
    for one in filters:
        passes = passes & _mask(one, columns, layout)
    return passes


def codes_asked(one: AnyOf | NoneOf | Within, columns: ColumnsView, layout: Layout) -> tuple[int, NDArray[np.int64]]:
    """The number of the value field that the filter reads and the codes that it names; unknown values have none."""
    if isinstance(one, Within):
        return layout.value_number[POSITION], codes_within(columns.positions, one)
    field = layout.value_number[one.field]
    code_of = columns.code_of[field]
    return field, np.array(sorted({code_of[value] for value in one.values if value in code_of}), np.int64)


def holding(field: int, codes: NDArray[np.int64], columns: ColumnsView) -> NDArray[np.bool_]:
    """Which slots hold at least one of the codes in the value field."""
    entries = columns.entries[field]
    wanted = np.zeros(len(columns.values[field]), np.bool_)
    wanted[codes] = True
    mask = np.zeros(len(columns), np.bool_)
    # By place and not by mask: half the time.
    mask[entries.slots[np.flatnonzero(wanted[entries.codes])]] = True
    return mask


def _mask(one: Filter, columns: ColumnsView, layout: Layout) -> NDArray[np.bool_]:
    if isinstance(one, Between):
        return _between(one, columns.numbers[:, layout.number_number[one.field]])
    mask = holding(*codes_asked(one, columns, layout), columns)
    return ~mask if isinstance(one, NoneOf) else mask


def _between(one: Between, numbers: NDArray[np.float64]) -> NDArray[np.bool_]:
    missing = np.isnan(numbers)
    mask = ~missing
    if one.low is not None:
        mask &= numbers >= one.low
    if one.high is not None:
        mask &= numbers <= one.high
    return mask | missing if one.or_missing else mask
