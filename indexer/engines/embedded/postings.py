"""Words and values turned round: which slots hold each, block by block of slots; made of what stands beside a slot."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numkong
import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.kinds import KindNumbers, Kinds, kinds_of
from indexer.engines.embedded.side_files import SideReader
from indexer.engines.tokens import COUNT_BITS, MOST_TIMES

BLOCK_SLOTS = 1 << 15  # at most 1 << 16, so that a slot within a block takes two bytes; half keeps making one small
_CODE_BITS = 40  # a value's name: the number of its field, then so many bits of its code; no more than a word's 48

_TIMES = np.uint64(MOST_TIMES)

Names = NDArray[np.uint64]
Places = NDArray[np.uint16]


def value_name(field: int, code: int) -> int:
    """The name under which a value of a field is posted."""
    return field << _CODE_BITS | code


@dataclass(frozen=True, slots=True)
class Turned:
    """Name i of `names`, which ascend, stands in `places[starts[i]:starts[i + 1]]`, as `kinds` say."""

    names: Names
    starts: NDArray[np.int64]
    places: Places
    kinds: KindNumbers

    def known(self, asked: Names) -> tuple[NDArray[np.intp], list[slice]]:
        """Which of the asked names stand here, and where each of these does."""
        if not len(self.names) or not len(asked):
            return np.empty(0, np.intp), []
        at = np.minimum(np.searchsorted(self.names, asked), len(self.names) - 1)
        which = np.flatnonzero(self.names[at] == asked)
        found = at[which]
        return which, list(map(slice, self.starts[found].tolist(), self.starts[found + 1].tolist()))


@dataclass(frozen=True, slots=True)
class Block:
    """Slots from `first` to before `end`: their words with the kinds that these are of, their values, their vectors.

    `signs` are the vectors in eight bits as numkong packs them, which are scanned as fast as memory is read.
    """

    first: int
    end: int
    words: Turned
    values: Turned
    kinds: Kinds
    signs: numkong.PackedMatrix


class Postings:
    """The blocks over all slots; a slot never changes, so a block never does. Safe from several threads."""

    def __init__(self, side: SideReader) -> None:
        self._side = side
        self._blocks: tuple[Block, ...] = ()
        self._lock = threading.Lock()

    def over(self, columns: ColumnsView) -> tuple[Block, ...]:
        """Blocks that hold every slot of the columns, and maybe later ones; new slots are turned round now."""
        if not self._blocks or self._blocks[-1].end < len(columns):
            with self._lock:
                held = {(block.first, block.end): block for block in self._blocks}
                runs = grown(list(held), len(columns))
                self._blocks = tuple(held.get(run) or self._turned(run, columns) for run in runs)
        return self._blocks

    def _turned(self, run: tuple[int, int], columns: ColumnsView) -> Block:
        first, end = run
        tokens, counts = self._side.run(first, end, columns)
        owners = np.repeat(np.arange(end - first, dtype=np.uint16), counts)
        numbers, kinds = kinds_of(tokens.astype(np.uint16), owners, columns.records["length"][first:end])
        words = _turned_round(tokens & ~_TIMES, owners, numbers)
        signs = numkong.dots_pack(columns.signs[first:end], "int8")
        return Block(first, end, words, _values(first, end, columns), kinds, signs)


def grown(runs: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """The runs with all slots up to `end`; small ones grow together, so that they stay few and each is made seldom."""
    start = runs[-1][1] if runs else 0
    while start < end:
        runs.append((start, min(start + BLOCK_SLOTS, end)))
        start = runs[-1][1]
        while len(runs) > 1 and _grow_together(*runs[-2:]):
            runs[-2:] = [(runs[-2][0], runs[-1][1])]
    return runs


def _grow_together(one: tuple[int, int], other: tuple[int, int]) -> bool:
    before, behind = one[1] - one[0], other[1] - other[0]
    return before <= 2 * behind and before + behind <= BLOCK_SLOTS


def _values(first: int, end: int, columns: ColumnsView) -> Turned:
    names, owners = [np.empty(0, np.uint64)], [np.empty(0, np.uint16)]
    for field, entries in enumerate(columns.entries):
        begin, stop = np.searchsorted(entries.slots, np.array([first, end], entries.slots.dtype)).tolist()
        named = np.uint64(value_name(field, 0)) | entries.codes[begin:stop].astype(np.uint64)
        names.append(named << np.uint64(COUNT_BITS))
        owners.append((entries.slots[begin:stop] - np.uint32(first)).astype(np.uint16))
    keys = np.concatenate(names)
    return _turned_round(keys, np.concatenate(owners), np.zeros(len(keys), np.uint16))


def _turned_round(keys: Names, owners: Places, kinds: KindNumbers) -> Turned:
    """`keys` are names shifted by COUNT_BITS, and used up."""
    # One number that orders by name, then by place; no two are equal, so that any way of sorting gives the same.
    keys |= owners
    order = np.argsort(keys)
    keys = keys[order]
    keys >>= np.uint64(COUNT_BITS)
    begins = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
    return Turned(keys[begins], np.append(begins, len(keys)), owners[order], kinds[order])
