"""Searches one index: lists of ids of any length, counts and facets."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b

from indexer.engines.opensearch.cluster import BUSY, PASSING, Answer, Cluster
from indexer.engines.opensearch.errors import (
    OpenSearchBusyError,
    OpenSearchDownError,
    OpenSearchIndexMissingError,
    OpenSearchRefusedError,
)
from indexer.engines.opensearch.index_form import ID, LONG_VALUES, SEQUENCE, Json, keyword_field
from indexer.engines.opensearch.values import is_digest, plain, retold, stored

PAGE = 10_000  # hits of one request, the cluster's default limit; longer lists go on where the last page ended
MOST_VALUES = 65_000  # different values of one facet; the cluster's default limit of buckets is 65,535
_KEEP_ALIVE = "1m"
_WANTED = ("status", "error", "aggregations", "hits.total", "hits.hits.sort")  # of an answer; the rest is not sent
_PARTS = ",".join(f"responses.{part}" for part in _WANTED)
# Every hit brings its sort values; with id and sequence among them no document needs to be fetched.
BY_ID: Sequence[Json] = ({ID: "asc"}, {SEQUENCE: "asc"})
BY_SCORE: Sequence[Json] = ({"_score": "desc"}, *BY_ID)


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """What to find, how many of it in which order, and the keyword fields to count values of.

    `by_words` makes the cluster weigh rarity over all its shards together, so that their number changes no list. Not
    `counted`, it may leave out what cannot come among the first, and counts only those.
    """

    find: Json
    most: int = 0
    order: Sequence[Json] = BY_ID
    facets: tuple[str, ...] = ()
    by_words: bool = False
    counted: bool = True


@dataclass(frozen=True, slots=True)
class IndexHits:
    """Ids in order with their sequences, how many in all, scores where asked for by score, and counts by facet."""

    sequences: dict[str, int]
    total: int
    scores: list[float] = field(default_factory=list)
    facets: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def ids(self) -> list[str]:
        """The ids in order."""
        return list(self.sequences)


class IndexSearch:
    """Searches the index behind one name; every answer holds ids, never documents."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index

    def search(self, *queries: IndexQuery) -> list[IndexHits]:
        """The hits of each query; queries of up to one page share a request. Raises one of errors.py."""
        answers = iter(self._answers([query for query in queries if query.most <= PAGE]))
        return [self._hits(query, next(answers)) if query.most <= PAGE else self._paged(query) for query in queries]

    def sequences(self, find: Json) -> dict[str, int]:
        """The sequence of every document that is found, by id."""
        found: dict[str, int] = {}
        for hits in self._pages(IndexQuery(find, sys.maxsize)):
            found.update(_sequences(hits))
        return found

    def _answers(self, queries: Sequence[IndexQuery]) -> list[Answer]:
        if not queries:
            return []
        lines = "".join(f"{json.dumps(self._head(query))}\n{json.dumps(_body(query))}\n" for query in queries)
        answers: list[Answer] = self._cluster.ask("POST", "/_msearch", lines, filter_path=_PARTS)["responses"]
        for answer in answers:
            self._refuse_failed(answer)
        return answers

    def _head(self, query: IndexQuery) -> Json:
        return {
            "index": self._index,
            "search_type": "dfs_query_then_fetch" if query.by_words else "query_then_fetch",
            # The same query goes to the same copies of the shards: copies count replaced documents differently.
            "preference": blake2b(json.dumps(query.find).encode(), digest_size=8).hexdigest(),
            "allow_partial_search_results": False,
        }

    def _refuse_failed(self, answer: Answer) -> None:
        status = answer.get("status", 200)
        if status < 400:
            return
        kind = answer["error"].get("type", "")
        if status == 404:
            raise OpenSearchIndexMissingError(self._index)
        if status == BUSY:
            raise OpenSearchBusyError
        if status in PASSING or status >= 500:
            raise OpenSearchDownError
        raise OpenSearchRefusedError(status, kind)

    def _hits(self, query: IndexQuery, answer: Answer) -> IndexHits:
        hits = answer["hits"].get("hits", [])
        total = answer["hits"]["total"]["value"] if query.counted else len(hits)
        scores = [float(hit["sort"][0]) for hit in hits] if query.order == BY_SCORE else []
        facets = {name: self._counts(name, answer["aggregations"][name]["buckets"]) for name in query.facets}
        return IndexHits(_sequences(hits), total, scores, facets)

    def _paged(self, query: IndexQuery) -> IndexHits:
        found: dict[str, int] = {}
        for hits in self._pages(query):
            found.update(_sequences(hits))
        rest = self._answers([IndexQuery(query.find, facets=query.facets)])[0]
        counted = self._hits(IndexQuery(query.find, facets=query.facets), rest)
        return IndexHits(found, counted.total, facets=counted.facets)

    def _pages(self, query: IndexQuery) -> Iterator[list[Answer]]:
        """Page after page of the index as it is now, whatever is written meanwhile."""
        with self._point_in_time(query) as point:
            left, after = query.most, None
            while left > 0:
                body: Json = {**_body(query), "size": min(left, PAGE), "track_total_hits": False}
                body["pit"] = {"id": point, "keep_alive": _KEEP_ALIVE}
                body.pop("aggs", None)
                if after is not None:
                    body["search_after"] = after
                params = {"search_type": "dfs_query_then_fetch"} if query.by_words else {}
                hits: list[Answer] = self._cluster.ask("POST", "/_search", body, **params)["hits"]["hits"]
                yield hits
                if len(hits) < min(left, PAGE):
                    return
                left, after = left - len(hits), hits[-1]["sort"]

    @contextmanager
    def _point_in_time(self, query: IndexQuery) -> Iterator[str]:
        path = f"/{self._index}/_search/point_in_time"
        preference = self._head(query)["preference"]
        point = str(self._cluster.ask("POST", path, keep_alive=_KEEP_ALIVE, preference=preference)["pit_id"])
        try:
            yield point
        finally:
            self._cluster.ask("DELETE", "/_search/point_in_time", {"pit_id": [point]})

    def _counts(self, field_name: str, buckets: list[Answer]) -> dict[str, int]:
        counts = {self._value(field_name, bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def _value(self, field_name: str, keyword: str) -> str:
        if not is_digest(keyword):
            return plain(keyword)
        body = {"size": 1, "query": {"term": {keyword_field(field_name): keyword}}, "stored_fields": [LONG_VALUES]}
        hits = self._cluster.ask("POST", f"/{self._index}/_search", body)["hits"]["hits"]
        values = [retold(text) for hit in hits for text in hit["fields"][LONG_VALUES]]
        return next((value for value in values if stored(value) == keyword), keyword)


def _body(query: IndexQuery) -> Json:
    body: Json = {"size": query.most, "query": query.find, "track_total_hits": query.counted}
    body["_source"] = False
    body["stored_fields"] = "_none_"
    if query.most:
        body["sort"] = list(query.order)
    if query.facets:
        body["aggs"] = {name: {"terms": {"field": keyword_field(name), "size": MOST_VALUES}} for name in query.facets}
    return body


def _sequences(hits: list[Answer]) -> dict[str, int]:
    return {str(hit["sort"][-2]): int(hit["sort"][-1]) for hit in hits}
