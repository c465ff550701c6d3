"""The engine inside this process: one folder a collection, one writer a folder, any number of readers."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from indexer.engines.contract import (
    CollectionSchema,
    SearchDocument,
    SearchQuery,
    SearchResult,
    SearchUnavailableError,
)
from indexer.engines.embedded.answering import answer
from indexer.engines.embedded.contents import JOURNAL, Contents
from indexer.engines.embedded.durable_files import sync_folder
from indexer.engines.embedded.errors import EngineReadOnlyError
from indexer.engines.embedded.folder_lock import FolderLock
from indexer.engines.embedded.holding import Holding
from indexer.engines.embedded.intake import check
from indexer.engines.embedded.journal import Journal
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.lexical_index import LexicalIndex
from indexer.engines.embedded.queries import check_query
from indexer.engines.embedded.writing import Writer, outdated_slots

LEXICAL = "words"


class EmbeddedEngine:
    """A SearchEngine over a folder.

    The writer holds the folder's lock (EngineLockedError when another has it); `read_only` follows what the writer of
    another process does. All methods may be called from several threads. The same content gives the same answer
    whatever the order, batches and updates by which it came; only for a query of so many common words that it is
    searched by the most telling of them (asked.py) may documents at the edge of `depth` differ.
    """

    def __init__(self, folder: Path, schema: CollectionSchema, *, read_only: bool = False) -> None:
        self._folder, self._layout = folder, Layout(schema)
        self._changing = threading.RLock()
        self._lock: FolderLock | None = None
        self._writer: Writer | None = None
        self._holding: Holding | None = None
        if not read_only:
            self._lock = _locked(folder)
        try:
            self._open(read_only)
        except OSError as failure:
            self._release()
            raise SearchUnavailableError(f"Indekset i {folder.name} kunne ikke åbnes.") from failure
        except BaseException:
            self._release()
            raise

    def put(self, documents: Sequence[SearchDocument]) -> None:
        """Add or replace by id, durably and visible to the next search; an older sequence than held changes nothing."""
        for document in documents:
            check(document, self._layout)
        with self._changing:
            writer = self._writing()
            newest = {one.id: one for one in sorted(documents, key=lambda one: one.sequence)}
            fresh = [one for one in newest.values() if one.sequence >= self._contents.columns.sequence(one.id)]
            if fresh:
                writer.put(sorted(fresh, key=lambda one: one.id))
                self._hold(writer.outdated)

    def delete(self, ids: Iterable[tuple[str, int]]) -> None:
        """Remove (id, sequence) pairs, durably; an unknown id is no error."""
        with self._changing:
            writer = self._writing()
            newest = dict(sorted(ids, key=lambda pair: pair[1]))
            columns = self._contents.columns
            fresh = [(one, sequence) for one, sequence in newest.items() if sequence >= columns.sequence(one)]
            if fresh:
                writer.delete(fresh)
                self._hold(writer.outdated)

    def search(self, query: SearchQuery) -> SearchResult:
        """Answer from everything put before this call."""
        check_query(query, self._layout)
        return answer(query, self._current())

    def applied(self) -> int:
        """The highest queue sequence that is durably in the index, all before it included; 0 when empty."""
        self._current()
        return self._contents.columns.applied

    def mark_applied(self, sequence: int) -> None:
        """Remember durably that everything up to `sequence` is in; the caller has put or deleted it all."""
        with self._changing:
            writer = self._writing()
            if sequence > self._contents.columns.applied:
                writer.mark_applied(sequence)

    def sequences(self) -> Mapping[str, int]:
        """Every id held with its sequence."""
        columns = self._current().columns
        slots = columns.alive.nonzero()[0].tolist()
        numbers = columns.records["sequence"][slots].tolist()
        return dict(zip([columns.ids[slot] for slot in slots], numbers, strict=True))

    def refresh(self) -> None:
        """Take in what the writing process has added; a search does this by itself."""
        with self._changing:
            if self._contents.is_behind():
                self._catch_up()

    def close(self) -> None:
        """Release files and threads; safe to call twice."""
        with self._changing:
            try:
                if self._writer is not None:
                    self._writer.close()
            finally:
                self._release()

    def _open(self, read_only: bool) -> None:
        if not read_only:
            _prepare_journal(self._folder, self._layout)
            (self._folder / LEXICAL).mkdir(exist_ok=True)
        self._contents = Contents(self._folder, self._layout)
        self._lexical = _lexical_index(self._folder / LEXICAL, self._layout, writing=not read_only)
        if read_only:
            self._catch_up()
        else:
            self._writer = Writer(self._folder, self._layout, self._contents, self._lexical)
            self._hold(self._writer.outdated)

    def _current(self) -> Holding:
        if self._writer is None and self._holding is not None:
            try:
                self.refresh()
            except OSError as failure:
                raise SearchUnavailableError(f"Indekset i {self._folder.name} er væk.") from failure
        if self._holding is None:
            raise SearchUnavailableError("Indekset er lukket.")
        return self._holding

    def _catch_up(self) -> None:
        # A commit of the lexical index comes before the journal's block and removes only what earlier blocks replaced.
        # When the journal stood still while the index was loaded, the two fit.
        while True:
            self._contents.catch_up()
            place = self._contents.place
            self._lexical.refresh()
            self._contents.catch_up()
            if self._contents.place == place:
                break
        self._hold(outdated_slots(self._lexical, self._contents, self._folder))

    def _hold(self, outdated: Sequence[int]) -> None:
        contents = self._contents
        self._holding = Holding(
            self._layout,
            contents.columns.view(),
            contents.frequencies,
            contents.side,
            self._lexical.searcher,
            self._lexical.schema,
            tuple(outdated),
        )

    def _writing(self) -> Writer:
        if self._writer is None:
            raise EngineReadOnlyError
        return self._writer

    def _release(self) -> None:
        self._holding = self._writer = None
        lexical = self.__dict__.pop("_lexical", None)
        if lexical is not None:
            lexical.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _locked(folder: Path) -> FolderLock:
    folder.mkdir(parents=True, exist_ok=True)
    return FolderLock(folder)


def _prepare_journal(folder: Path, layout: Layout) -> None:
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
