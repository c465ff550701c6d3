"""An index folder in use: opened, followed, searched from, changed by one, and let go."""

from __future__ import annotations

import threading
from pathlib import Path

from indexer.engines.contract import SearchUnavailableError
from indexer.engines.embedded.contents import JOURNAL, Contents
from indexer.engines.embedded.durable_files import sync_folder
from indexer.engines.embedded.errors import EngineReadOnlyError
from indexer.engines.embedded.folder_lock import FolderLock
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.journal import Journal
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.writing import Writer


class OpenFolder:
    """What the engine's methods share; whoever changes anything holds `changing`.

    Raises EngineLockedError, EngineDamagedError or another SearchUnavailableError when it cannot be opened.
    """

    def __init__(self, folder: Path, layout: Layout, *, read_only: bool) -> None:
        self._folder, self._layout = folder, layout
        self.changing = threading.RLock()
        self._lock: FolderLock | None = None
        self._writer: Writer | None = None
        self._holding: Holding | None = None
        try:
            if not read_only:
                self._lock = _locked(folder)
                _prepare(folder, layout)
            self.contents = Contents(folder, layout)
            if not read_only:
                self._writer = Writer(folder, layout, self.contents)
            self.renew()
        except OSError as failure:
            self._release()
            raise SearchUnavailableError(f"Indekset i {folder.name} kunne ikke åbnes.") from failure
        except SearchUnavailableError:
            self._release()
            raise

    def current(self) -> Holding:
        """What a search reads now; a reader takes in first what the writing process has added."""
        if self._writer is None and self._holding is not None:
            try:
                with self.changing:
                    if self.contents.is_behind():
                        self.contents.catch_up()
                        self.renew()
            except OSError as failure:
                raise SearchUnavailableError(f"Indekset i {self._folder.name} er væk.") from failure
        if self._holding is None:
            raise SearchUnavailableError("Indekset er lukket.")
        return self._holding

    def writing(self) -> Writer:
        """The folder's writer; EngineReadOnlyError for readers and when closed."""
        if self._writer is None:
            raise EngineReadOnlyError
        return self._writer

    def renew(self) -> None:
        """Let the next search see what was changed."""
        columns, frequencies = self.contents.columns.view(), self.contents.frequencies
        self._holding = Holding(self._layout, columns, frequencies, self.contents.side, self.contents.postings)

    def close(self) -> None:
        """Release files and threads; safe to call twice."""
        with self.changing:
            try:
                if self._writer is not None:
                    self._writer.close()
            finally:
                self._release()

    def _release(self) -> None:
        self._holding = self._writer = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _locked(folder: Path) -> FolderLock:
    folder.mkdir(parents=True, exist_ok=True)
    return FolderLock(folder)


def _prepare(folder: Path, layout: Layout) -> None:
    path = folder / JOURNAL
    if not path.exists() or path.stat().st_size == 0:
        journal = Journal(path)
        journal.append(layout.fingerprint())
        journal.close()
        sync_folder(folder)
