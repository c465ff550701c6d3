"""The large parts beside the journal, read through memory maps: full vectors and the words of every document."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.durable_files import PlacedFile
from indexer.growing import Scalar

VECTORS, TOKENS = "vectors.f32", "tokens.u64"


class SideFiles:
    """Written before the journal names their content, so what a killed process left behind is written over."""

    def __init__(self, folder: Path, dimensions: int) -> None:
        self._vectors = PlacedFile(folder / VECTORS)
        self._tokens = PlacedFile(folder / TOKENS)
        self._row_bytes = dimensions * np.dtype(np.float32).itemsize

    def write(self, slot: int, vectors: NDArray[np.float32], token_start: int, tokens: NDArray[np.uint64]) -> None:
        """Store the vectors from slot on and the tokens from their place on, durably."""
        self._vectors.write(slot * self._row_bytes, vectors.tobytes())
        if len(tokens):
            self._tokens.write(token_start * tokens.itemsize, tokens.tobytes())

    def close(self) -> None:
        """Release the files; safe to call twice."""
        self._vectors.close()
        self._tokens.close()


class SideReader:
    """Maps of both files, renewed when the index has grown beyond them."""

    def __init__(self, folder: Path, dimensions: int) -> None:
        self._folder, self._dimensions = folder, dimensions
        self._vectors: NDArray[np.float32] = np.empty((0, dimensions), np.float32)
        self._tokens: NDArray[np.uint64] = np.empty(0, np.uint64)

    def hold(self, slots: int, tokens: int) -> bool:
        """Whether the files reach as far as so many slots and tokens."""
        wanted = {VECTORS: slots * self._dimensions * 4, TOKENS: tokens * 8}
        files = {self._folder / name: size for name, size in wanted.items() if size}
        return all(path.exists() and path.stat().st_size >= size for path, size in files.items())

    def vectors(self, slots: NDArray[np.int64]) -> NDArray[np.float32]:
        """(slots, dimensions), copied out of the file."""
        if len(slots) and slots.max() >= len(self._vectors):
            mapped: NDArray[np.float32] = _mapped(self._folder / VECTORS, np.dtype(np.float32))
            self._vectors = mapped[: len(mapped) // self._dimensions * self._dimensions].reshape(-1, self._dimensions)
        return self._vectors[slots]

    def tokens(self, slots: NDArray[np.int64], columns: ColumnsView) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """Every packed token of the slots, one document after another, and which of `slots` each belongs to."""
        starts = columns.records["token_start"][slots].astype(np.int64)
        counts = columns.records["token_count"][slots].astype(np.int64)
        total = int(counts.sum())
        if total:
            self._reach(int((starts + counts).max()))
        owners = np.repeat(np.arange(len(slots)), counts)
        within = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
        return self._tokens[np.repeat(starts, counts) + within], owners

    def run(self, first: int, end: int, columns: ColumnsView) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        """Every packed token of the slots from `first` to before `end`, not copied, and how many each slot has."""
        records = columns.records[first:end]
        counts = records["token_count"].copy()
        held = np.flatnonzero(counts)
        if not len(held):
            return np.empty(0, np.uint64), counts
        # The writer puts the tokens of slot after slot behind one another.
        start, last = int(records["token_start"][held[0]]), records[held[-1]]
        stop = int(last["token_start"]) + int(last["token_count"])
        self._reach(stop)
        return self._tokens[start:stop], counts

    def _reach(self, tokens: int) -> None:
        if tokens > len(self._tokens):
            self._tokens = _mapped(self._folder / TOKENS, np.dtype(np.uint64))


def _mapped(path: Path, kind: np.dtype[Scalar]) -> NDArray[Scalar]:
    mapped = np.memmap(path, kind, "r", shape=(path.stat().st_size // kind.itemsize,))
    return mapped.view(np.ndarray)  # a plain array is indexed in half the time
