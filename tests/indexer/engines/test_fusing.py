"""Fusing slots is fusing ids."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.engines.contract import SearchQuery
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.fusing import fused_slots
from indexer.engines.embedded.layout import RECORD
from indexer.engines.fusion import fused_page

IDS = ["d", "b", "æ", "a", "c", "f", "e", "å"]
rankings = st.permutations(range(len(IDS))).flatmap(lambda slots: st.integers(0, len(IDS)).map(lambda n: slots[:n]))


def _columns() -> ColumnsView:
    records = np.zeros(len(IDS), RECORD)
    records["sequence"] = np.arange(10, 10 + len(IDS))
    nothing = np.zeros((len(IDS), 0))
    alive = np.ones(len(IDS), np.bool_)
    return ColumnsView(IDS, alive, records, nothing, nothing.astype(np.int8), [], [], [], nothing, len(IDS), 0)


@given(st.none() | rankings, rankings, st.integers(1, 9), st.integers(0, 4), st.integers(1, 9))
def test_slots_are_fused_as_ids_are(
    words: list[int] | None, meaning: list[int], depth: int, offset: int, limit: int
) -> None:
    query, columns = SearchQuery(depth=depth, offset=offset, limit=limit), _columns()

    page = fused_slots(
        query, None if words is None else np.array(words, np.int64), np.array(meaning, np.int64), columns
    )

    sequences = dict(zip(IDS, columns.records["sequence"].tolist(), strict=True))
    named = None if words is None else [IDS[slot] for slot in words]
    assert page.hits(columns) == fused_page(query, named, [IDS[slot] for slot in meaning], sequences)
