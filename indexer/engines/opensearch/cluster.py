"""The only way to the cluster: time limits, retries on other nodes, and failures as errors of our own."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from opensearchpy import ConnectionError as NoConnectionError
from opensearchpy import OpenSearch, SerializationError, SSLError, TransportError

from indexer.engines.contract import SearchUnavailableError
from indexer.engines.opensearch.address import OpenSearchAddress, checked
from indexer.engines.opensearch.circuit import CircuitBreaker
from indexer.engines.opensearch.errors import (
    OpenSearchBlockedError,
    OpenSearchBusyError,
    OpenSearchDeniedError,
    OpenSearchDownError,
    OpenSearchElsewhereError,
    OpenSearchRefusedError,
)

# The library's log lines quote addresses and what was sent; ours name only the kind of failure.
logging.getLogger("opensearch").setLevel(logging.CRITICAL)

Answer = dict[str, Any]  # JSON as the cluster sends it
MOST_TRIES = 3  # nodes asked in turn before giving up
CONNECTIONS = 16  # to each node
DEAD_SECONDS = 2  # a node that did not answer is left alone so long, and longer each time
BUSY = 429
PASSING = (502, 503, 504)  # a node that leaves, a cluster that chooses a manager, a shard on the move
_deadline: ContextVar[float] = ContextVar("deadline", default=math.inf)  # of `Cluster.one_answer`, monotonic


class Cluster:
    """A client of one cluster; searching and writing each have their own time limit and circuit breaker.

    A cluster that takes no changes may still answer searches. Safe from several threads.
    """

    def __init__(self, address: OpenSearchAddress) -> None:
        self.address = checked(address)
        self._tries = min(len(self.address.urls), MOST_TRIES)
        self._client = _client(self.address)
        self._searching, self._writing = CircuitBreaker(), CircuitBreaker()

    @contextmanager
    def one_answer(self, seconds: float | None = None) -> Iterator[None]:
        """All requests of this thread inside the block share so much time; None: the time limit of one search."""
        within = self.address.search_seconds if seconds is None else seconds
        before = _deadline.set(time.monotonic() + within)
        try:
            yield
        finally:
            _deadline.reset(before)

    def ask(self, method: str, path: str, body: object = None, **params: object) -> Answer:
        """Send a request that changes no document; raises one of errors.py when no answer comes in time."""
        return self._said(self._searching, method, path, body, params, self.address.search_seconds)

    def change(self, method: str, path: str, body: object = None, **params: object) -> Answer:
        """Send a request that may be repeated without harm; raises one of errors.py when it was not carried out."""
        return self._said(self._writing, method, path, body, params, self.address.write_seconds)

    def close(self) -> None:
        """Close the connections; safe to call twice."""
        self._client.close()

    def _said(
        self, breaker: CircuitBreaker, method: str, path: str, body: object, params: Mapping[str, object], within: float
    ) -> Answer:
        breaker.enter()
        deadline = min(time.monotonic() + within, _deadline.get())
        try:
            answer = self._tried(method, path, body, params, deadline)
        except OpenSearchDownError:
            breaker.failed()
            raise
        except SearchUnavailableError:
            breaker.succeeded()  # somebody answered
            raise
        breaker.succeeded()
        return answer

    def _tried(self, method: str, path: str, body: object, params: Mapping[str, object], deadline: float) -> Answer:
        for tries_left in reversed(range(self._tries)):
            seconds = (deadline - time.monotonic()) / (tries_left + 1)
            if seconds <= 0:
                break
            try:
                answer: Answer = self._client.transport.perform_request(
                    method, path, params=dict(params), body=body, timeout=seconds
                )
            except SSLError as failure:
                raise OpenSearchDeniedError from failure
            except SerializationError:
                raise OpenSearchElsewhereError from None  # it quotes what was answered
            except NoConnectionError as failure:
                if not tries_left:
                    raise OpenSearchDownError from failure
            except TransportError as failure:
                if failure.status_code not in PASSING or not tries_left:
                    raise _named(failure) from None  # the cluster's own text may quote a document
            else:
                return answer
        raise OpenSearchDownError


def _client(address: OpenSearchAddress) -> Any:
    secure = address.urls[0].startswith("https")
    return OpenSearch(
        list(address.urls),
        http_auth=(address.user, address.password or "") if address.user else None,
        headers={"authorization": f"ApiKey {address.api_key}"} if address.api_key else None,
        pool_maxsize=CONNECTIONS,
        max_retries=0,
        retry_on_timeout=True,  # with no retries this only means: leave the node alone for a while
        dead_timeout=DEAD_SECONDS,
        **({"ca_certs": str(address.ca_file)} if secure and address.ca_file else {}),
    )


def _named(failure: TransportError) -> Exception:
    status, kind = failure.status_code, str(failure.error)
    if kind.endswith("block_exception"):
        return OpenSearchBlockedError() if status != PASSING[1] else OpenSearchDownError()
    if status == BUSY:
        return OpenSearchBusyError()
    if status in {401, 403}:
        return OpenSearchDeniedError()
    if status in PASSING or not isinstance(status, int):
        return OpenSearchDownError()
    return OpenSearchRefusedError(status, kind if kind.replace("_", "").isalnum() else "ukendt")
