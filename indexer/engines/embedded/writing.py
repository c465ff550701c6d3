"""Changing an index folder: side files, then the lexical index, then the journal, each durable before the next.

Until the journal's block is whole nothing has changed: new slots in the lexical index are not alive, and the slots they
replace leave it only with a later commit. A kill between any two steps therefore leaves the state before the call.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from indexer.engines.contract import SearchDocument, SearchUnavailableError
from indexer.engines.embedded.batch import Batch, applied_only, encode
from indexer.engines.embedded.contents import JOURNAL, Contents
from indexer.engines.embedded.errors import EngineDamagedError
from indexer.engines.embedded.intake import LexicalRow, prepare, tombstones
from indexer.engines.embedded.journal import Journal
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.lexical_index import LexicalIndex
from indexer.engines.embedded.side_files import SideFiles

_MOST_OUTDATED = 1000  # more slots than this leave the lexical index at once instead of with the next commit
_FREQUENCIES_EVERY = 20_000  # slots between two snapshots; counting that many again takes a quarter of a second


class Writer:
    """The one writer of a folder."""

    def __init__(self, folder: Path, layout: Layout, contents: Contents, lexical: LexicalIndex) -> None:
        self._folder, self._layout, self._contents, self._lexical = folder, layout, contents, lexical
        self._journal = Journal(folder / JOURNAL)
        self._journal.size = contents.place
        self._journal.drop_tail()
        self._side = SideFiles(folder, layout.schema.dimensions)
        self._token_end = contents.token_end()
        self._saved_at = len(contents.columns)
        self.outdated: list[int] = []
        self._in_doubt = True  # whether the lexical index may hold slots that the journal does not name
        self._settle_doubt()

    def put(self, documents: Sequence[SearchDocument]) -> None:
        """Add or replace documents that are newer than what is held, at most one of an id."""
        self._settle_doubt()
        first = len(self._contents.columns)
        prepared = prepare(documents, self._contents.columns, self._layout, self._token_end)
        try:
            self._side.write(first, prepared.vectors, self._token_end, prepared.tokens)
            self._in_doubt = True
            self._change_lexical(prepared.lexical)
            self._record(prepared.batch)
        except OSError as failure:
            raise SearchUnavailableError("Indekset kunne ikke skrives; registret er uberørt.") from failure
        self._token_end += len(prepared.tokens)
        self._in_doubt = False
        self._after_rows()

    def delete(self, pairs: Sequence[tuple[str, int]]) -> None:
        """Remove ids as of sequences that are newer than what is held, at most one of an id."""
        self._settle_doubt()
        self._record_or_fail(tombstones(pairs, self._layout))
        self._after_rows()

    def mark_applied(self, sequence: int) -> None:
        """Remember that the queue is in up to the sequence."""
        self._record_or_fail(applied_only(sequence, self._layout))

    def close(self) -> None:
        """Leave no replaced document in the lexical index, save what quickens opening, and release the files."""
        if self.outdated:
            self._change_lexical([])
        self._contents.save_frequencies()
        self._journal.close()
        self._side.close()

    def _record_or_fail(self, batch: Batch) -> None:
        try:
            self._record(batch)
        except OSError as failure:
            raise SearchUnavailableError("Indekset kunne ikke skrives; registret er uberørt.") from failure

    def _record(self, batch: Batch) -> None:
        self._journal.append(encode(batch))
        self._contents.place = self._journal.size
        self.outdated += self._contents.take([batch]).tolist()

    def _change_lexical(self, rows: Sequence[LexicalRow]) -> None:
        try:
            self._lexical.replace(self.outdated, rows)
        except ValueError as failure:  # tantivy's word for every failure, a full disk included
            raise OSError(str(failure)) from failure
        self.outdated = []

    def _after_rows(self) -> None:
        if len(self.outdated) > _MOST_OUTDATED:
            self._change_lexical([])
        if len(self._contents.columns) - self._saved_at >= _FREQUENCIES_EVERY:
            self._contents.save_frequencies()
            self._saved_at = len(self._contents.columns)

    def _settle_doubt(self) -> None:
        if self._in_doubt:
            self.outdated = outdated_slots(self._lexical, self._contents, self._folder)
            if self.outdated:
                self._change_lexical([])
            self._in_doubt = False


def outdated_slots(lexical: LexicalIndex, contents: Contents, folder: Path) -> list[int]:
    """Slots of the lexical index that hold no living document; EngineDamagedError when it lacks a living one."""
    columns = contents.columns.view()
    if lexical.searcher.num_docs == columns.living:
        return []
    slots = lexical.slots()
    known = slots[slots < len(columns)]
    alive = known[columns.alive[known]]
    if len(alive) < columns.living:
        raise EngineDamagedError(folder.name, "ordene mangler for nogle af dokumenterne")
    return sorted(set(slots.tolist()) - set(alive.tolist()))
