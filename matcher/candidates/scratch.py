"""A file without a name, gone with the process: what is too large to stay in memory and can always be read again."""

from __future__ import annotations

import os
import weakref
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import TemporaryFile


class Scratch:
    """Bytes are added at the end and never change; read from any thread, added to by one at a time.

    What is read is mapped and not copied. The pages are the system's to take back.
    """

    def __init__(self, folder: Path | None) -> None:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - closed when nobody holds the scratch
        self._end = 0
        self._mapped = memoryview(b"")
        weakref.finalize(self, self._file.close)

    def add(self, content: bytes) -> int:
        """Put the bytes behind the others; their place. Raises OSError where the disk takes no more."""
        place = self._end
        written = 0
        while written < len(content):
            written += os.pwrite(self._file.fileno(), content[written:], place + written)
        self._end += written
        return place

    def read(self, place: int, size: int) -> memoryview:
        """So many bytes from the place on."""
        mapped = self._mapped
        if place + size > len(mapped):
            # The whole file anew: who reads from the map before keeps that one.
            self._mapped = mapped = memoryview(mmap(self._file.fileno(), 0, access=ACCESS_READ))
        return mapped[place : place + size]


class AtHand:
    """The same in memory."""

    def __init__(self) -> None:
        self._content = bytearray()

    def add(self, content: bytes) -> int:
        """Put the bytes behind the others; their place."""
        place = len(self._content)
        self._content += content
        return place

    def read(self, place: int, size: int) -> memoryview:
        """So many bytes from the place on."""
        return memoryview(bytes(self._content[place : place + size]))
