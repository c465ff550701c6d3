"""Whether a program is the only one that serves a SQLite record, guarded by the operating system."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from sqlalchemy import Engine

from indexer.records.connections import is_sqlite


class SoleWriter:
    """A place beside the SQLite file that one program has at a time, until it closes or dies."""

    def __init__(self, engine: Engine) -> None:
        # Servers let many write; a record in memory has no second program.
        path = engine.url.database if is_sqlite(engine) else None
        self._path = Path(f"{path}.serving") if path and path != ":memory:" else None
        self._handle: int | None = None

    def claim(self) -> bool:
        """Take the place, or keep it; False when another program has it."""
        if self._path is None or self._handle is not None:
            return True
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return True  # a folder that cannot be written in is told when the record is written
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Give the place up; safe to call twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
