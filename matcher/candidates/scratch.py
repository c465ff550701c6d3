"""A file without a name, gone with the process: what is too large to stay in memory and can always be read again."""

from __future__ import annotations

import mmap
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
        self._seen = memoryview(b"")  # of the file as far as it has been asked for; its pages are the kernel's
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
        """So many bytes from the place on, not copied: a call to the kernel for each of hundreds took longer."""
        if place + size > len(self._seen):
            self._seen = memoryview(mmap.mmap(self._file.fileno(), self._end, access=mmap.ACCESS_READ))
        return self._seen[place : place + size]


class AtHand:
    """Bytes in memory, read as a scratch is."""

    def __init__(self, content: bytes) -> None:
        self._content = memoryview(content)

    def read(self, place: int, size: int) -> memoryview:
        """So many bytes from the place on."""
        return self._content[place : place + size]
