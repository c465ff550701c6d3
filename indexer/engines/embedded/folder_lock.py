"""One writer a folder, guarded by the operating system so that a killed process leaves no lock behind."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from indexer.engines.embedded.errors import EngineLockedError


class FolderLock:
    """Held from construction to `release`; EngineLockedError when another process or engine holds it."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / "writer.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            os.close(self._handle)
            raise EngineLockedError(folder.name) from taken

    def release(self) -> None:
        """Let the next writer in; safe to call twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
