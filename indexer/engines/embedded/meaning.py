"""Nearest vectors, exactly: a scan in eight bits over everything that passes, the best weighed again in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numkong
import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.beside import Beside
from indexer.engines.embedded.fusing import best_first
from indexer.engines.embedded.highest import Highest
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.postings import Block
from indexer.engines.embedded.quantising import quantised
from indexer.engines.embedded.side_files import SideReader

DECIMALS = 9
_ROWS_AT_ONCE = 500  # two megabytes: what a process was once given in one piece it seldom hands back
_GATHERED_SHARE = 0.08  # above this share of the rows, scanning them all is faster than gathering those that pass
# The error of one component is even within half a step (deviation step/sqrt(12)), once for each of the two vectors.
_DEVIATIONS = 5.0
_BESIDE_FROM = 100_000  # documents: of fewer, another thread is told of the scan hardly sooner than it is done
_FURTHER = 4.0  # than any vector of unit length can lie from another, and any margin


class MeaningMatches:
    """The documents that pass the mask and have a vector, by how near it is to the query's; scanned once.

    Of the nearest so many as `deepest` are asked for at most.
    """

    def __init__(self, vector: NDArray[np.float32], passes: NDArray[np.bool_], holding: Holding, deepest: int) -> None:
        self._vector, self._holding, self._deepest = vector, holding, deepest
        self.mask: NDArray[np.bool_] = passes & (holding.scales > 0)
        self._steps, [self._step] = quantised(vector[None, :])
        self._are_few = self.count < _GATHERED_SHARE * len(passes)
        self._weighed = np.empty(0, np.int64), np.empty(0)
        self._beside = None
        if len(passes) >= _BESIDE_FROM and not self._are_few:
            self._beside = Beside(self._scanned, holding.blocks)

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self.mask))

    def nearest(self, most: int) -> NDArray[np.int64]:
        """The slots of the `most` nearest, nearest first, then by id."""
        slots = np.flatnonzero(self.mask) if self.count <= most else self._likely(most)
        return slots[best_first(self._similar(slots), slots, self._holding.columns, most)]

    def _similar(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        """How near each of ascending slots is in full; those that were asked for last are not weighed again."""
        before, known = self._weighed
        at = np.searchsorted(before, slots)
        fresh = np.append(before, -1)[at] != slots
        near = np.append(known, 0.0)[at]
        near[fresh] = similarities(self._vector, slots[fresh], self._holding.side)
        self._weighed = slots, near
        return near

    def _likely(self, most: int) -> NDArray[np.int64]:
        """Slots that hold the `most` nearest, with a margin for the eight bits."""
        rows, near = self._nearly
        places = near.places(most)
        return places if rows is None else rows[places]

    @cached_property
    def _nearly(self) -> tuple[NDArray[np.int64] | None, Highest]:
        """Slots (None: all of them), and which of them are nearest as far as eight bits tell."""
        rows, estimates = self._estimated()
        margin = _DEVIATIONS * float(np.hypot(self._holding.greatest_scale / self._step, 1)) / 12**0.5
        return rows, Highest(estimates, margin, self._deepest)

    def _estimated(self) -> tuple[NDArray[np.int64] | None, NDArray[np.float32]]:
        """Slots (None: all of them) and how near each is nearly, in the steps of the query."""
        if self._are_few:
            rows = np.flatnonzero(self.mask)
            near = np.asarray(numkong.cdist(self._steps, self._holding.columns.signs[rows], "dot"))
            return rows, _scaled([near], self._holding.scales[rows])
        products = self._beside.results() if self._beside else list(map(self._scanned, self._holding.blocks))
        estimates = _scaled(products, self._holding.scales)
        if self.count < len(estimates):  # a third of the time of assigning
            estimates -= np.multiply(~self.mask, _FURTHER / self._step, dtype=np.float32)
        return None, estimates

    def _scanned(self, block: Block) -> NDArray[np.int32]:
        """How near every slot of the block is in whole steps, whether it passes or not."""
        return np.asarray(numkong.dots_packed(self._steps, block.signs))


def similarities(vector: NDArray[np.float32], slots: NDArray[np.int64], side: SideReader) -> NDArray[np.float64]:
    """Cosine of the query with each slot's vector, in full."""
    found, wanted = np.empty(len(slots)), vector.astype(np.float64)
    for start in range(0, len(slots), _ROWS_AT_ONCE):
        some = slice(start, start + _ROWS_AT_ONCE)
        # A row at a time: a matrix product would wake other threads, for which a busy machine waits long.
        np.vecdot(side.vectors(slots[some]).astype(np.float64), wanted, out=found[some])
    return np.round(found, DECIMALS)


def _scaled(products: Sequence[NDArray[Any]], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """Products of whole steps, exact below 1,040 dimensions, far within the margin beyond, times as many scales."""
    found = np.empty(len(scales), np.float32)
    start = 0
    for one in products:
        part = one.reshape(-1)[: len(scales) - start]  # a block may hold slots of later moments
        some = slice(start, start + len(part))
        np.multiply(part, scales[some], found[some], casting="same_kind", dtype=np.float32)
        start = some.stop
    return found
