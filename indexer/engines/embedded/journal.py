"""The one file that decides what the index holds: blocks added at the end, each with its checksum.

A block counts once it is whole. A process killed in the middle of one leaves a tail that nobody reads and the next
writer writes over, so no separate manifest has to agree with it.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from indexer.engines.embedded.durable_files import PlacedFile

_HEAD = struct.Struct("<4sII")  # mark, length of the body, its checksum
_MARK = b"JFB1"


def read_blocks(path: Path, start: int) -> Iterator[tuple[int, bytes]]:
    """(place after the block, body) of every whole block from byte `start`."""
    with path.open("rb") as file:
        end, place = os.fstat(file.fileno()).st_size, start
        file.seek(start)
        # Block by block: a block is copied once, and the whole file never stands in memory beside its blocks.
        while place + _HEAD.size <= end:
            head = file.read(_HEAD.size)
            if len(head) < _HEAD.size:
                return  # the writer has cut off a tail meanwhile
            mark, length, checksum = _HEAD.unpack(head)
            if mark != _MARK or place + _HEAD.size + length > end:
                return
            body = file.read(length)
            if len(body) < length or zlib.crc32(body) != checksum:
                return
            place += _HEAD.size + length
            yield place, body


class Journal:
    """The writer's hold on the file."""

    def __init__(self, path: Path) -> None:
        self._file = PlacedFile(path)
        self.size = 0  # bytes of whole blocks; set by whoever has read them

    def append(self, body: bytes) -> None:
        """Add a block durably; when it fails the blocks before it stand as they were."""
        block = _HEAD.pack(_MARK, len(body), zlib.crc32(body)) + body
        try:
            self._file.write(self.size, block)
        except OSError:
            self._file.cut(self.size)
            raise
        self.size += len(block)

    def drop_tail(self) -> None:
        """Remove what a killed process left half written."""
        self._file.cut(self.size)

    def close(self) -> None:
        """Release the file; safe to call twice."""
        self._file.close()
