"""Word frequencies kept beside the journal so that opening need not count them again; a copy that may be missing."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.durable_files import replace_durably
from indexer.engines.embedded.frequencies import Frequencies, no_frequencies

_HEAD = struct.Struct("<4sIQQ")  # mark, checksum of the rest, slots, words
_MARK = b"JFF1"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The frequencies over the slots that were alive when there were len(alive) of them."""

    frequencies: Frequencies
    alive: NDArray[np.bool_]


def save_snapshot(path: Path, snapshot: Snapshot) -> None:
    """Replace the snapshot at once."""
    frequencies = snapshot.frequencies
    body = b"".join(
        [
            np.packbits(snapshot.alive).tobytes(),
            frequencies.names.astype("<u8").tobytes(),
            frequencies.held_by.astype("<i8").tobytes(),
        ]
    )
    head = _HEAD.pack(_MARK, zlib.crc32(body), len(snapshot.alive), len(frequencies.names))
    replace_durably(path, head + body)


def load_snapshot(path: Path, slots: int) -> Snapshot:
    """The snapshot, or an empty one where there is none that fits an index of so many slots."""
    empty = Snapshot(no_frequencies(), np.zeros(0, np.bool_))
    content = path.read_bytes() if path.exists() else b""
    if len(content) < _HEAD.size:
        return empty
    mark, checksum, taken_at, words = _HEAD.unpack_from(content)
    if mark != _MARK or zlib.crc32(content[_HEAD.size :]) != checksum or taken_at > slots:
        return empty
    bits = (taken_at + 7) // 8
    alive = np.unpackbits(np.frombuffer(content, np.uint8, bits, _HEAD.size), count=taken_at).astype(np.bool_)
    names = np.frombuffer(content, np.dtype("<u8"), words, _HEAD.size + bits)
    held_by = np.frombuffer(content, np.dtype("<i8"), words, _HEAD.size + bits + names.nbytes)
    return Snapshot(Frequencies(names, held_by), alive)
