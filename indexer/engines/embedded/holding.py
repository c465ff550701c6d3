"""Everything one search reads, as it stood at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import Filter
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.frequencies import Frequencies
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.masks import passing
from indexer.engines.embedded.postings import Block, Postings
from indexer.engines.embedded.scoring import word_parts
from indexer.engines.embedded.side_files import SideReader

_REMEMBERED_FILTERS = 8  # sets of them, a byte a document each; who asks for one list after another asks alike


@dataclass(frozen=True)
class Holding:
    """Columns and word frequencies of one moment, and what is turned round of them when first asked for."""

    layout: Layout
    columns: ColumnsView
    frequencies: Frequencies
    side: SideReader
    postings: Postings

    def passing(self, filters: tuple[Filter, ...]) -> NDArray[np.bool_]:
        """Which slots hold a living document that passes every filter; the last few answers are remembered."""
        found = self._passing.get(filters)
        if found is None:
            found = passing(filters, self.columns, self.layout)
            if len(self._passing) >= _REMEMBERED_FILTERS:
                self._passing.clear()
            self._passing[filters] = found
        return found

    @cached_property
    def _passing(self) -> dict[tuple[Filter, ...], NDArray[np.bool_]]:
        return {}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Which slots hold each word and value; slots of later moments may stand in them too."""
        return self.postings.over(self.columns)

    @cached_property
    def word_parts(self) -> tuple[NDArray[np.float64], ...]:
        """What a word gives by how often it stands in a document of which length, block by block."""
        return word_parts(self.blocks, self.columns)

    @cached_property
    def scales(self) -> NDArray[np.float32]:
        """What every slot's vector in eight bits is multiplied by, 0 where there is none; made when first asked for."""
        return np.ascontiguousarray(self.columns.records["scale"])

    @cached_property
    def greatest_scale(self) -> float:
        """The greatest of them; 0 without any."""
        return float(self.scales.max(initial=0.0))

    @cached_property
    def id_places(self) -> NDArray[np.int64]:
        """The place of every slot's id in the order of ids; made when first asked for."""
        ids = self.columns.ids
        order = sorted(range(len(self.columns)), key=ids.__getitem__)
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        return places
