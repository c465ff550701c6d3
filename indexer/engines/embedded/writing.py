"""Changing an index folder: side files, then the journal, each durable before the next.

Until the journal's block is whole nothing has changed: nobody reads what stands in the side files beyond what the
journal names. A kill between the two steps therefore leaves the state before the call.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from indexer.engines.contract import SearchDocument, SearchUnavailableError
from indexer.engines.embedded.batch import RowBatch, applied_only, encode
from indexer.engines.embedded.contents import JOURNAL, Contents
from indexer.engines.embedded.intake import prepare, tombstones
from indexer.engines.embedded.journal import Journal
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.side_files import SideFiles

_FREQUENCIES_EVERY = 20_000  # slots between two snapshots; counting that many again takes a quarter of a second


class Writer:
    """The one writer of a folder."""

    def __init__(self, folder: Path, layout: Layout, contents: Contents) -> None:
        self._layout, self._contents = layout, contents
        self._journal = Journal(folder / JOURNAL)
        self._journal.size = contents.place
        self._journal.drop_tail()
        self._side = SideFiles(folder, layout.schema.dimensions)
        self._token_end = contents.token_end()
        self._saved_at = len(contents.columns)

    def put(self, documents: Sequence[SearchDocument]) -> None:
        """Add or replace documents that are newer than what is held, at most one of an id."""
        first = len(self._contents.columns)
        prepared = prepare(documents, self._contents.columns, self._layout, self._token_end)
        try:
            self._side.write(first, prepared.vectors, self._token_end, prepared.tokens)
        except OSError as failure:
            raise SearchUnavailableError("Indekset kunne ikke skrives; registret er uberørt.") from failure
        self._record(prepared.batch)
        self._token_end += len(prepared.tokens)
        self._save_frequencies()

    def delete(self, pairs: Sequence[tuple[str, int]]) -> None:
        """Remove ids as of sequences that are newer than what is held, at most one of an id."""
        self._record(tombstones(pairs, self._layout))
        self._save_frequencies()

    def mark_applied(self, sequence: int) -> None:
        """Remember that the queue is in up to the sequence."""
        self._record(applied_only(sequence, self._layout))

    def close(self) -> None:
        """Save what quickens opening, and release the files."""
        self._contents.save_frequencies()
        self._journal.close()
        self._side.close()

    def _record(self, batch: RowBatch) -> None:
        try:
            self._journal.append(encode(batch))
        except OSError as failure:
            raise SearchUnavailableError("Indekset kunne ikke skrives; registret er uberørt.") from failure
        self._contents.place = self._journal.size
        self._contents.take([batch])

    def _save_frequencies(self) -> None:
        if len(self._contents.columns) - self._saved_at >= _FREQUENCIES_EVERY:
            self._contents.save_frequencies()
            self._saved_at = len(self._contents.columns)
