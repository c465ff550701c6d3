"""A file without a name, gone with the process: what is too large to stay in memory and can always be read again."""

from __future__ import annotations

import os
import weakref
from pathlib import Path
from tempfile import TemporaryFile


class Scratch:
    """Bytes are added at the end and never change; read from any thread, added to by one at a time."""

    def __init__(self, folder: Path | None) -> None:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - closed when nobody holds the scratch
        self._end = 0
        weakref.finalize(self, self._file.close)

    def add(self, content: bytes) -> int:
        """Put the bytes behind the others; their place. Raises OSError where the disk takes no more."""
        place = self._end
        written = 0
        while written < len(content):
            written += os.pwrite(self._file.fileno(), content[written:], place + written)
        self._end += written
        return place

    def read(self, place: int, size: int) -> bytes:
        """So many bytes from the place on."""
        return os.pread(self._file.fileno(), size, place)


class AtHand:
    """The same in memory."""

    def __init__(self) -> None:
        self._content = bytearray()

    def add(self, content: bytes) -> int:
        """Put the bytes behind the others; their place."""
        place = len(self._content)
        self._content += content
        return place

    def read(self, place: int, size: int) -> bytes:
        """So many bytes from the place on."""
        return bytes(self._content[place : place + size])
