"""A circuit breaker: once nothing answers, nobody waits until it has been tried again."""

from __future__ import annotations

import threading
import time

from indexer.engines.opensearch.errors import OpenSearchDownError

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0  # seconds, doubled with each failure in a row


class CircuitBreaker:
    """Lets everybody through while all is well; after a failure one at a time, after a pause each."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pause = 0.0
        self._closed_until = 0.0

    def enter(self) -> None:
        """OpenSearchDownError at once while the pause lasts; the first to come after it tries for all."""
        with self._lock:
            if self._pause:
                now = time.monotonic()
                if now < self._closed_until:
                    raise OpenSearchDownError
                self._closed_until = now + self._pause

    def succeeded(self) -> None:
        """The way is free."""
        with self._lock:
            self._pause = 0.0

    def failed(self) -> None:
        """Nobody answered."""
        with self._lock:
            self._pause = min(max(self._pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
            self._closed_until = time.monotonic() + self._pause
