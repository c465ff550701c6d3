"""The engine over a cluster: one index a collection, any number of processes that write and search."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TypeVar

from indexer.engines.contract import (
    Beginning,
    CollectionSchema,
    Filter,
    SearchDocument,
    SearchHit,
    SearchQuery,
    SearchResult,
    Suggestion,
)
from indexer.engines.opensearch import changes
from indexer.engines.opensearch.answering import Answering
from indexer.engines.opensearch.bulk import DocumentChange, write
from indexer.engines.opensearch.clauses import passing
from indexer.engines.opensearch.cluster import Cluster
from indexer.engines.opensearch.errors import OpenSearchIndexMissingError, OpenSearchRefusedError
from indexer.engines.opensearch.filling import filling
from indexer.engines.opensearch.index import applied, mend_alias, open_index
from indexer.engines.opensearch.index_search import IndexQuery, IndexSearch
from indexer.engines.opensearch.suggesting import Suggesting
from indexer.engines.refusals import check_beginning, check_document, check_query

_NOT_FOUND = 404
_COUNTED_SECONDS = 10.0  # the number of documents only chooses the way to the nearest vectors
Done = TypeVar("Done")


class OpenSearchEngine:
    """A SearchEngine over the index behind an alias.

    Several processes may write: the cluster keeps the newest sequence of every id. What this object wrote, its next
    search finds; what others wrote, within the index's refresh interval of one second. All methods may be called from
    several threads.
    """

    def __init__(self, cluster: Cluster, alias: str, schema: CollectionSchema) -> None:
        self._cluster, self._alias, self._schema = cluster, alias, schema
        self._index = IndexSearch(cluster, alias)
        self._suggesting = Suggesting(self._counts)
        self._refreshing = threading.Lock()
        self._unseen = True  # whether something was written that no search finds yet
        self._counted, self._counted_at = 0, -_COUNTED_SECONDS
        open_index(cluster, alias, schema)

    def put(self, documents: Sequence[SearchDocument]) -> None:
        """Add or replace by id, durably and visible to the next search; an older sequence than held changes nothing."""
        for document in documents:
            check_document(document, self._schema)
        newest = {one.id: one for one in sorted(documents, key=lambda one: one.sequence)}
        self._write([changes.put(one, self._schema) for one in newest.values()])

    def delete(self, ids: Iterable[tuple[str, int]]) -> None:
        """Remove (id, sequence) pairs, durably; an unknown id is no error."""
        newest = dict(sorted(ids, key=lambda pair: pair[1]))
        self._write([changes.gone(one, sequence) for one, sequence in newest.items()])

    def search(self, query: SearchQuery) -> SearchResult:
        """Answer from everything put before this call."""
        check_query(query, self._schema)
        return self._answered(query)

    def search_deeper(self, query: SearchQuery, depths: Sequence[int]) -> Iterator[tuple[SearchHit, ...]]:
        """What each look finds that none before did; all share the time limit of one search."""
        check_query(query, self._schema)
        return self._deeper(query, depths)

    def suggest(self, beginning: Beginning) -> tuple[Suggestion, ...]:
        """Completions as of a few seconds ago; what this object wrote is among them.

        Of more than 65,000 different values only the most frequent are known.
        """
        check_beginning(beginning, self._schema)
        return self._suggesting.suggest(beginning)

    def filling(self) -> AbstractContextManager[None]:
        """Puts inside the block are visible and durable only after it; raises SearchUnavailableError."""
        return filling(self._cluster, self._alias)

    def applied(self) -> int:
        """The highest queue sequence up to which every change is durably in the index; 0 when empty."""
        return self._behind_alias(lambda: applied(self._cluster, self._alias))

    def mark_applied(self, sequence: int) -> None:
        """Remember durably that everything up to `sequence` is in; the caller has put or deleted it all."""
        self._behind_alias(lambda: write(self._cluster, self._alias, [changes.applied(sequence)]))

    def sequences(self) -> Mapping[str, int]:
        """Every id held with its sequence."""
        return self._behind_alias(lambda: self._fresh().sequences(passing(())))

    def verify(self) -> None:
        """Nothing to do: a cluster holds checksums of its files and refuses to read what is damaged."""

    def close(self) -> None:
        """Nothing to release: the cluster's connections belong to whoever made them."""

    def _answered(self, query: SearchQuery, seconds: float | None = None) -> SearchResult:
        with self._cluster.one_answer(seconds):
            return self._behind_alias(lambda: Answering(query, self._fresh(), self._held).result())

    def _deeper(self, query: SearchQuery, depths: Sequence[int]) -> Iterator[tuple[SearchHit, ...]]:
        left = self._cluster.address.search_seconds  # what the caller does between two looks is not counted
        told: set[str] = set()
        for depth in depths:
            began = time.monotonic()
            hits = self._answered(replace(query, depth=depth, limit=depth), left).hits
            left -= time.monotonic() - began
            yield tuple(hit for hit in hits if hit.id not in told)
            if len(hits) < depth:
                return
            told.update(hit.id for hit in hits)

    def _write(self, some: Sequence[DocumentChange]) -> None:
        if not some:
            return
        try:
            self._behind_alias(lambda: write(self._cluster, self._alias, some))
        finally:
            with self._refreshing:
                self._unseen = True
            self._suggesting.forget()

    def _counts(self, field: str, filters: tuple[Filter, ...]) -> Mapping[str, int]:
        return self.search(SearchQuery(filters=filters, limit=0, facets=(field,))).facets[field]

    def _fresh(self) -> IndexSearch:
        """The index with everything visible that was written before this call."""
        with self._refreshing:
            if self._unseen:
                self._cluster.ask("POST", f"/{self._alias}/_refresh")
                self._unseen = False
        return self._index

    def _held(self) -> int:
        if time.monotonic() - self._counted_at > _COUNTED_SECONDS:
            self._counted = self._index.search(IndexQuery(passing(())))[0].total
            self._counted_at = time.monotonic()
        return self._counted

    def _behind_alias(self, work: Callable[[], Done]) -> Done:
        """Do the work; when only the alias is gone, restore it and try again."""
        try:
            return work()
        except (OpenSearchIndexMissingError, OpenSearchRefusedError) as failure:
            if isinstance(failure, OpenSearchRefusedError) and failure.status != _NOT_FOUND:
                raise
            mend_alias(self._cluster, self._alias)
            return work()
