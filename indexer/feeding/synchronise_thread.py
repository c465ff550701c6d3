"""A thread that keeps the index in step while a process serves."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from indexer.engines.contract import SearchUnavailableError
from indexer.feeding.synchronise import Progress, SyncReport
from indexer.records.database import Database
from indexer.records.errors import RecordError

_log = logging.getLogger(__name__)
POLL = 0.010  # seconds; asking whether anything was committed takes microseconds
TURN = 0.25  # seconds until it is seen whether a process that was at work has done it or died
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 10.0  # seconds after a failure, doubled each time


class Drains(Protocol):
    """Whatever brings the index up to date: a synchroniser, or one that follows the generation in use."""

    def run_once(self, progress: Progress | None = None) -> SyncReport:
        """Apply what stands in the queue now."""


class SynchroniserThread:
    """Runs a synchroniser whenever something was committed, by this process or another.

    It outlives outages of the engines and of the record, and errors that nobody foresaw: `last_error` tells the last
    one, None when all is well.
    """

    def __init__(self, database: Database, synchroniser: Drains) -> None:
        self._database, self._synchroniser = database, synchroniser
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, name="index-synchroniser", daemon=True)
        self._pause = 0.0
        self.last_error: str | None = None

    def start(self) -> None:
        """Begin; may be called once."""
        self._thread.start()

    def notify(self) -> None:
        """Look at once instead of at the next poll."""
        self._wake.set()

    def stop(self, timeout: float = 30.0) -> None:
        """Finish the batch under way and end; safe to call twice."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _work(self) -> None:
        seen: int | None = None
        while not self._stop.is_set():
            seen = self._look(seen)
            if self._pause:
                self._stop.wait(self._pause)
            else:
                self._wake.wait(POLL)
                self._wake.clear()

    def _look(self, seen: int | None) -> int | None:
        """Run if anything was committed since `seen`; the token that is seen now, None to look again."""
        try:
            token: int | None = self._database.change_token()
            if token != seen:
                report = self._synchroniser.run_once(self._goes_on)
                if report.elsewhere:
                    # Should the other process die at it, nobody would look before the next commit.
                    self._stop.wait(TURN)
                    token = None
        except Exception as failure:  # noqa: BLE001  # a thread that dies leaves search behind until a restart
            self._failed(failure)
            return None
        self._goes_on()
        return token

    def _goes_on(self, *_: int) -> None:
        """Catching up after an outage takes minutes, in which nothing is wrong any more."""
        self.last_error, self._pause = None, 0.0

    def _failed(self, failure: Exception) -> None:
        # Texts of our own errors are for people; those of others may quote what was being indexed.
        ours = isinstance(failure, SearchUnavailableError | RecordError)
        self.last_error = str(failure) if ours else type(failure).__name__
        self._pause = min(max(self._pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
        _log.warning("Indexing stopped and will be tried again in %.1f s: %s", self._pause, type(failure).__name__)
