"""An index folder in use: opened, followed, searched from, changed by one, and let go."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from indexer.engines.contract import SearchUnavailableError
from indexer.engines.embedded.contents import JOURNAL, Contents
from indexer.engines.embedded.durable_files import sync_folder
from indexer.engines.embedded.errors import EngineReadOnlyError
from indexer.engines.embedded.folder_lock import FolderLock
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.journal import Journal
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.lexical_index import LexicalIndex
from indexer.engines.embedded.writing import Writer, outdated_slots

LEXICAL = "words"


class OpenFolder:
    """What the engine's methods share; whoever changes anything holds `changing`.

    Raises EngineLockedError, EngineDamagedError or another SearchUnavailableError when it cannot be opened.
    """

    def __init__(self, folder: Path, layout: Layout, *, read_only: bool) -> None:
        self._folder, self._layout = folder, layout
        self.changing = threading.RLock()
        self._lock: FolderLock | None = None
        self._writer: Writer | None = None
        self._lexical: LexicalIndex | None = None
        self._holding: Holding | None = None
        try:
            if not read_only:
                self._lock = _locked(folder)
                _prepare(folder, layout)
            self.contents = Contents(folder, layout)
            self._lexical = _lexical_index(folder / LEXICAL, layout, writing=not read_only)
            self._begin(self._lexical)
        except OSError as failure:
            self._release()
            raise SearchUnavailableError(f"Indekset i {folder.name} kunne ikke åbnes.") from failure
        except SearchUnavailableError:
            self._release()
            raise

    def current(self) -> Holding:
        """What a search reads now; a reader takes in first what the writing process has added."""
        if self._writer is None and self._lexical is not None:
            try:
                with self.changing:
                    if self.contents.is_behind():
                        self._catch_up(self._lexical)
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

    def renew(self, outdated: Sequence[int]) -> None:
        """Let the next search see what was changed; `outdated` slots still stand in the lexical index."""
        if self._lexical is not None:
            columns, frequencies = self.contents.columns.view(), self.contents.frequencies
            searcher, schema = self._lexical.searcher, self._lexical.schema
            self._holding = Holding(
                self._layout, columns, frequencies, self.contents.side, searcher, schema, tuple(outdated)
            )

    def close(self) -> None:
        """Release files and threads; safe to call twice."""
        with self.changing:
            try:
                if self._writer is not None:
                    self._writer.close()
            finally:
                self._release()

    def _begin(self, lexical: LexicalIndex) -> None:
        if self._lock is None:
            self._catch_up(lexical)
        else:
            self._writer = Writer(self._folder, self._layout, self.contents, lexical)
            self.renew(self._writer.outdated)

    def _catch_up(self, lexical: LexicalIndex) -> None:
        # A commit of the lexical index comes before the journal's block and removes only what earlier blocks replaced.
        # When the journal stood still while the index was loaded, the two fit.
        while True:
            self.contents.catch_up()
            place = self.contents.place
            lexical.refresh()
            self.contents.catch_up()
            if self.contents.place == place:
                break
        self.renew(outdated_slots(lexical, self.contents, self._folder))

    def _release(self) -> None:
        self._holding = self._writer = None
        if self._lexical is not None:
            self._lexical.close()
            self._lexical = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _locked(folder: Path) -> FolderLock:
    folder.mkdir(parents=True, exist_ok=True)
    return FolderLock(folder)


def _prepare(folder: Path, layout: Layout) -> None:
    (folder / LEXICAL).mkdir(exist_ok=True)
    path = folder / JOURNAL
    if not path.exists() or path.stat().st_size == 0:
        journal = Journal(path)
        journal.append(layout.fingerprint())
        journal.close()
        sync_folder(folder)


def _lexical_index(folder: Path, layout: Layout, *, writing: bool) -> LexicalIndex:
    try:
        return LexicalIndex(folder, layout, writing=writing)
    except ValueError as failure:  # tantivy's word for files that it cannot read
        raise SearchUnavailableError("Ordindekset kunne ikke åbnes. Kør: jobformidling index rebuild") from failure
