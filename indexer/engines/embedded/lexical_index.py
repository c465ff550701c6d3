"""The lexical index: which documents hold which words, by slot; kept by tantivy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Query

from indexer.engines.embedded.errors import EngineReadOnlyError
from indexer.engines.embedded.intake import LexicalRow
from indexer.engines.embedded.layout import Layout
from indexer.engines.tokens import indexed_words

WORDS, SLOT = "words", "slot"
_WRITER_MEMORY = 32_000_000  # bytes; one thread's buffer before it writes a segment by itself


def value_field(number: int) -> str:
    """Name of a value field in the lexical index."""
    return f"value_{number}"


def number_field(number: int) -> str:
    """Name of a number field in the lexical index."""
    return f"number_{number}"


class LexicalIndex:
    """Rows by slot; a row's words stand as often as they count, so that tantivy's BM25 weighs fields as asked."""

    def __init__(self, folder: Path, layout: Layout, *, writing: bool) -> None:
        self.schema = _schema(layout)
        self._index = tantivy.Index(self.schema, str(folder)) if writing else tantivy.Index.open(str(folder))
        self._writer = self._index.writer(_WRITER_MEMORY, 1) if writing else None
        self.searcher = self._index.searcher()

    def refresh(self) -> None:
        """Let the next search see the last commit."""
        self._index.reload()
        self.searcher = self._index.searcher()

    def replace(self, gone: Sequence[int], rows: Sequence[LexicalRow]) -> None:
        """Remove the slots gone and add the rows, in one durable commit; when it fails nothing has changed."""
        if self._writer is None:
            raise EngineReadOnlyError
        try:
            if gone:
                # By query: deleting by term silently deletes nothing on some field types (tantivy 0.27).
                self._writer.delete_documents_by_query(slots_query(self.schema, gone))
            for row in rows:
                self._writer.add_document(_document(row))
            self._writer.commit()
        except (ValueError, OSError):
            self._writer.rollback()
            raise
        self.refresh()

    def slots(self) -> NDArray[np.int64]:
        """Every slot in the index, in no order."""
        return best_slots(self.searcher, Query.all_query(), self.searcher.num_docs).slots

    def close(self) -> None:
        """Wait for merges under way and let go of the folder; safe to call twice."""
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None


@dataclass(frozen=True, slots=True)
class Found:
    """The best slots with tantivy's scores, best first, and how many match in all."""

    slots: NDArray[np.int64]
    scores: NDArray[np.float64]
    total: int


def best_slots(searcher: tantivy.Searcher, query: Query, most: int) -> Found:
    """The `most` best of what matches the query."""
    found = searcher.search(query, max(most, 1))
    hits = found.hits[:most]
    slots = searcher.fast_field_values(SLOT, [address for _, address in hits])
    return Found(np.array(slots, np.int64), np.array([score for score, _ in hits], np.float64), found.count)


def slots_query(schema: tantivy.Schema, slots: Sequence[int]) -> Query:
    """Matches exactly these slots."""
    return Query.term_set_query(schema, SLOT, list(slots))


def _schema(layout: Layout) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(WORDS, tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field(SLOT, indexed=True, fast=True)
    for number in range(len(layout.value_fields)):
        builder.add_integer_field(value_field(number), indexed=True, fast=True)
    for number in range(len(layout.number_number)):
        builder.add_float_field(number_field(number), indexed=True, fast=True)
    return builder.build()


def _document(row: LexicalRow) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer(SLOT, row.slot)
    document.add_text(WORDS, "".join(map(indexed_words, row.tokens.tolist())))
    for number, codes in enumerate(row.codes):
        for code in codes:
            document.add_integer(value_field(number), code)
    for number, value in enumerate(row.numbers):
        if value == value:  # noqa: PLR0124 - a missing number is NaN, which equals nothing
            document.add_float(number_field(number), value)
    return document
