"""Writing so that what is acknowledged survives a kill and a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make new names in the folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class PlacedFile:
    """A file written at given places and synced; what stands beyond the last acknowledged place is written over."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def write(self, place: int, content: bytes) -> None:
        """Put `content` at byte `place`, durably."""
        remaining = memoryview(content)
        while remaining:
            written = os.pwrite(self._handle, remaining, place)
            place += written
            remaining = remaining[written:]
        os.fdatasync(self._handle)

    def cut(self, size: int) -> None:
        """Drop everything from byte `size` on."""
        os.ftruncate(self._handle, size)

    def close(self) -> None:
        """Release the file; safe to call twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def replace_durably(path: Path, content: bytes) -> None:
    """Swap the whole file at once: a reader sees the old content or the new, never a mixture."""
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)
