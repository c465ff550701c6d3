"""The generation in use as one process has it: opened when first asked for, followed when another is switched to."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from indexer.documents.contract import DocumentBuilder
from indexer.engines.contract import SearchUnavailableError
from indexer.engines.embedded.errors import EngineLockedError
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.synchronise import Synchroniser
from indexer.generations.contract import GenerationStore
from indexer.generations.rebuild import Rebuild, needs_rebuild
from indexer.records.database import Database
from indexer.records.errors import RecordError
from taxonomy.os_reasons import reason

PATIENCE = 0.5  # seconds; opening takes milliseconds, building the first generation minutes
GRACE = 5.0  # seconds in which a search that holds the old engines is surely over
USELESS_WHEN_CHANGED = ("engine", "model", "form")  # a new taxonomy makes an index stale; these make it unreadable


class IndexOutdatedError(SearchUnavailableError):
    """The index was made with another model or form and cannot be searched."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Kør: jobformidling index rebuild")


class IndexBusyError(SearchUnavailableError):
    """The index is being built or opened by another thread."""

    def __init__(self) -> None:
        super().__init__("Indekset bygges eller åbnes lige nu. Prøv igen om lidt.")


class IndexFolderError(SearchUnavailableError):
    """The folder of the index cannot be read or written."""

    def __init__(self, failure: OSError) -> None:
        super().__init__(f"Indeksets mappe kan ikke bruges: {reason(failure)}.")


class GenerationInUse:
    """The engines of the generation that the record says serves; safe from several threads.

    The first process to open them writes, others read along. A generation that was switched away from is let go when
    searches are over, and then removed: who was erased since must not lie in it for long.
    `name` and `taxonomy`, the version that the index was made with, are empty until they are opened.
    """

    def __init__(
        self,
        database: Database,
        generations: GenerationStore,
        builder: DocumentBuilder,
        fingerprint: Mapping[str, object],
    ) -> None:
        self._database, self._generations, self._builder = database, generations, builder
        self._fingerprint = fingerprint
        self._rebuild = Rebuild(database, generations, builder)
        self._closed = False
        self._lock = threading.RLock()
        self._engines: IndexEngines | None = None
        self._synchroniser: Synchroniser | None = None
        self.name = self.taxonomy = ""
        self.writes = False

    @property
    def engines(self) -> IndexEngines:
        """The engines; the first generation is built here. Raises SearchUnavailableError."""
        with self._held():
            if self._engines is not None and self._name_in_record() == self.name:
                return self._engines
            current, taxonomy = self._demand_current()
            if self._engines is None or current != self.name:
                self._let_go()
                self._engines, self.writes = self._opened(current)
                self.name, self.taxonomy = current, taxonomy
            return self._engines

    @property
    def synchroniser(self) -> Synchroniser:
        """One a generation: its lock keeps the thread and a command from doing the same work twice."""
        with self._held():
            engines = self.engines
            if self._synchroniser is None:
                self._synchroniser = Synchroniser(self._database, engines, self._builder, self.name)
            return self._synchroniser

    def become_writer(self) -> None:
        """Take over when the process that wrote the index has gone."""
        with self._lock:
            if self._engines is None or self.writes:
                return
            try:
                writing = self._generations.open(self.name)
            except SearchUnavailableError:
                return
            self._let_go()
            self._engines, self.writes = writing, True

    def close(self) -> None:
        """Close the engines; safe to call twice."""
        with self._lock:
            engines, self._engines, self._synchroniser = self._engines, None, None
            self._closed = True
        if engines:
            engines.close()

    @contextmanager
    def _held(self) -> Iterator[None]:
        # Whoever asks while the first generation is built is told so at once: intake must not wait for it.
        if not self._lock.acquire(timeout=PATIENCE):
            raise IndexBusyError
        try:
            yield
        except OSError as failure:
            raise IndexFolderError(failure) from failure
        finally:
            self._lock.release()

    def _name_in_record(self) -> str:
        with self._database.reading() as record:
            return record.index_generations.name_of_current()

    def _demand_current(self) -> tuple[str, str]:
        """Name and taxonomy of the generation that serves, built if there is none; IndexOutdatedError if unreadable."""
        with self._database.reading() as record:
            current = record.index_generations.current()
        if current is None:
            made = self._rebuild.run(self._fingerprint)
            return made.generation, str(self._fingerprint.get("taxonomy", ""))
        if any(current.fingerprint.get(part) != self._fingerprint.get(part) for part in USELESS_WHEN_CHANGED):
            raise IndexOutdatedError(needs_rebuild(current.fingerprint, self._fingerprint) or "")
        return current.name, str(current.fingerprint.get("taxonomy", ""))

    def _opened(self, name: str) -> tuple[IndexEngines, bool]:
        try:
            return self._generations.open(name), True
        except EngineLockedError:
            return self._generations.open(name, read_only=True), False

    def _let_go(self) -> None:
        """Close the engines once searches under way are over."""
        engines, self._engines, self._synchroniser = self._engines, None, None
        if engines:
            closing = threading.Timer(GRACE, self._end, [engines])
            closing.daemon = True
            closing.start()

    def _end(self, engines: IndexEngines) -> None:
        """Close the engines, and remove the generations that served before and that no process uses any more."""
        engines.close()
        # What is in the way now (an outage, another process at the same) is removed by the next rebuild.
        with suppress(SearchUnavailableError, RecordError, OSError):
            if not self._closed:
                self._rebuild.remove_retired()
