"""The engine inside this process: one folder a collection, one writer a folder, any number of readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from indexer.engines.contract import (
    Beginning,
    CollectionSchema,
    SearchDocument,
    SearchHit,
    SearchQuery,
    SearchResult,
    Suggestion,
)
from indexer.engines.embedded.answering import answer, answer_deeper
from indexer.engines.embedded.errors import EngineDamagedError
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.open_folder import OpenFolder
from indexer.engines.embedded.suggesting import Suggesting
from indexer.engines.embedded.verifying import damaged
from indexer.engines.refusals import check_beginning, check_document, check_query


class EmbeddedEngine:
    """A SearchEngine over a folder.

    The writer holds the folder's lock (EngineLockedError when another has it); `read_only` follows what the writer of
    another process does. All methods may be called from several threads. The same content gives the same answer
    whatever the order, batches and updates by which it came.
    """

    def __init__(self, folder: Path, schema: CollectionSchema, *, read_only: bool = False) -> None:
        self._layout = Layout(schema)
        self._open = OpenFolder(folder, self._layout, read_only=read_only)
        self._folder = folder.name
        self._suggesting = Suggesting()

    def put(self, documents: Sequence[SearchDocument]) -> None:
        """Add or replace by id, durably and visible to the next search; an older sequence than held changes nothing."""
        for document in documents:
            check_document(document, self._layout.schema)
        with self._open.changing:
            writer = self._open.writing()
            newest = {one.id: one for one in sorted(documents, key=lambda one: one.sequence)}
            fresh = [one for one in newest.values() if one.sequence >= self._open.contents.columns.sequence(one.id)]
            if fresh:
                writer.put(sorted(fresh, key=lambda one: one.id))
                self._open.renew()

    def delete(self, ids: Iterable[tuple[str, int]]) -> None:
        """Remove (id, sequence) pairs, durably; an unknown id is no error."""
        with self._open.changing:
            writer = self._open.writing()
            newest = dict(sorted(ids, key=lambda pair: pair[1]))
            columns = self._open.contents.columns
            fresh = [(one, sequence) for one, sequence in newest.items() if sequence >= columns.sequence(one)]
            if fresh:
                writer.delete(fresh)
                self._open.renew()

    def search(self, query: SearchQuery) -> SearchResult:
        """Answer from everything put before this call."""
        check_query(query, self._layout.schema)
        return answer(query, self._open.current())

    def search_deeper(self, query: SearchQuery, depths: Sequence[int]) -> Iterator[tuple[SearchHit, ...]]:
        """What each look finds that none before did; all as of one moment, and no more work than the deepest alone."""
        check_query(query, self._layout.schema)
        return answer_deeper(query, depths, self._open.current())

    def suggest(self, beginning: Beginning) -> tuple[Suggestion, ...]:
        """Values of a field that go on as typed; see the contract."""
        check_beginning(beginning, self._layout.schema)
        return self._suggesting.suggest(beginning, self._open.current())

    def filling(self) -> AbstractContextManager[None]:
        """Nothing to prepare: larger batches alone make filling faster here."""
        return nullcontext()

    def applied(self) -> int:
        """The highest queue sequence that is durably in the index, all before it included; 0 when empty."""
        self._open.current()
        return self._open.contents.columns.applied

    def mark_applied(self, sequence: int) -> None:
        """Remember durably that everything up to `sequence` is in; the caller has put or deleted it all."""
        with self._open.changing:
            writer = self._open.writing()
            if sequence > self._open.contents.columns.applied:
                writer.mark_applied(sequence)

    def sequences(self) -> Mapping[str, int]:
        """Every id held with its sequence."""
        columns = self._open.current().columns
        slots = columns.alive.nonzero()[0].tolist()
        numbers = columns.records["sequence"][slots].tolist()
        return dict(zip([columns.ids[slot] for slot in slots], numbers, strict=True))

    def verify(self) -> None:
        """Hold vectors and words against the journal; EngineDamagedError when some are no longer what was put."""
        holding = self._open.current()
        if found := damaged(holding.columns, holding.side):
            raise EngineDamagedError(self._folder, f"ord eller vektorer er beskadiget for {found} dokumenter")

    def close(self) -> None:
        """Release files and threads; safe to call twice."""
        self._open.close()
