"""A list that looks deeper and deeper takes no longer in all than one search may, whatever the cluster does."""

from __future__ import annotations

import json
import time

import pytest

from indexer.engines.contract import SearchQuery
from indexer.engines.opensearch import Cluster, OpenSearchAddress, OpenSearchEngine
from indexer.engines.opensearch.errors import OpenSearchDownError
from indexer.engines.opensearch.index_form import fingerprint
from tests.contracts.documents import SCHEMA
from tests.contracts.documents import words as asked_words
from tests.indexer.engines.answering_server import Request, answering

LIMIT, A_LOOK = 1.5, 0.6  # seconds
QUERY = SearchQuery(words=asked_words("svejser"), counted=False)


def slow(request: Request) -> tuple[int, object]:
    if "_msearch" not in request[1]:
        return 200, {"test-1": {"mappings": {"_meta": {"fingerprint": fingerprint(SCHEMA)}}}}
    time.sleep(A_LOOK)
    sizes = [json.loads(line)["size"] for line in request[2].splitlines()[1::2]]
    return 200, {"responses": [{"hits": {"total": {"value": size}, "hits": _hits(size)}} for size in sizes]}


def _hits(size: int) -> list[object]:
    return [{"sort": [1.0, f"C-{number}", number]} for number in range(size)]


def test_three_looks_share_the_time_of_one_search() -> None:
    with answering(slow) as server:
        cluster = Cluster(OpenSearchAddress((server.url,), search_seconds=LIMIT))
        looks = OpenSearchEngine(cluster, "test", SCHEMA).search_deeper(QUERY, (3, 4, 5))
        assert [len(next(looks)), len(next(looks))] == [3, 1]
        with pytest.raises(OpenSearchDownError):
            next(looks)
        cluster.close()


@pytest.mark.long
def test_what_the_caller_does_between_two_looks_takes_nothing_from_their_time() -> None:
    with answering(slow) as server:
        cluster = Cluster(OpenSearchAddress((server.url,), search_seconds=LIMIT))
        looks = OpenSearchEngine(cluster, "test", SCHEMA).search_deeper(QUERY, (3, 4))
        assert len(next(looks)) == 3
        time.sleep(LIMIT)
        assert len(next(looks)) == 1
        cluster.close()
