"""The index as one process uses it: opened at the generation in use, followed when another is switched to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from indexer.build_pool import WORTH_IT, MakeBuilder, several_builders
from indexer.checking import CheckReport, check_index
from indexer.engines.contract import SearchUnavailableError
from indexer.engines.embedded.errors import EngineLockedError
from indexer.feeding import DocumentBuilder, IndexEngines
from indexer.generations import GenerationStore
from indexer.processors import processors
from indexer.rebuild import Rebuild, RebuildReport, needs_rebuild
from indexer.records.database import Database
from indexer.records.errors import RecordError
from indexer.synchronise import Synchroniser, SyncReport
from indexer.synchronise_thread import SynchroniserThread
from taxonomy.os_reasons import reason

Progress = Callable[[int, int], None]
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


@dataclass(frozen=True, slots=True)
class IndexState:
    """Whether the index answers, which generation, how many changes behind, what is wrong and why it is stale."""

    up: bool
    generation: str
    lag: int | None
    error: str | None
    stale: str | None


class IndexAccess:
    """Opens, follows, synchronises and rebuilds the index; safe from several threads.

    The first process to open the index writes it; others read along.
    """

    def __init__(
        self,
        database: Database,
        generations: GenerationStore,
        builder: DocumentBuilder,
        fingerprint: dict[str, object],
        builder_elsewhere: MakeBuilder | None = None,
    ) -> None:
        self._database, self._generations, self._builder = database, generations, builder
        self._fingerprint, self._builder_elsewhere = fingerprint, builder_elsewhere
        self._lock = threading.RLock()
        self._engines: IndexEngines | None = None
        self._thread: SynchroniserThread | None = None
        self._draining: Synchroniser | None = None
        self.generation = ""
        self.writes = False

    @property
    def engines(self) -> IndexEngines:
        """The engines of the generation in use; the first is built here. Raises SearchUnavailableError."""
        with self._held():
            if self._engines is not None and self._name_of_current() == self.generation:
                return self._engines
            current = self._current()
            if self._engines is None or current != self.generation:
                self._shut()
                self._engines, self.writes = self._opened(current)
                self.generation = current
            return self._engines

    def stale(self) -> str | None:
        """Why the index should be made again, in Danish; None when it need not."""
        with self._database.reading() as record:
            current = record.index_generations.current()
        return needs_rebuild(current.fingerprint if current else None, self._fingerprint)

    def run_once(self, progress: Progress | None = None) -> SyncReport:
        """Bring the index in step now; where another process writes it, only tell how far it is behind."""
        self._become_writer()
        synchroniser = self._synchroniser()
        return synchroniser.run_once(progress) if self.writes else SyncReport(0, synchroniser.lag())

    def start(self) -> SynchroniserThread:
        """Keep the index in step from a thread until `close`."""
        with self._lock:
            if self._thread is None:
                self._thread = SynchroniserThread(self._database, self)
                self._thread.start()
            return self._thread

    def notify(self) -> None:
        """Something was committed: let the thread, if there is one, look at once."""
        if self._thread:
            self._thread.notify()

    def state(self) -> IndexState:
        """How the index stands, without raising."""
        try:
            lag = self._synchroniser().lag()
            error = self._thread.last_error if self._thread else None
            return IndexState(error is None, self.generation, lag, error, self.stale())
        except (SearchUnavailableError, RecordError) as failure:
            return IndexState(False, self.generation, None, str(failure), None)

    def check(self, *, repair: bool = False) -> CheckReport:
        """Compare the index with the record; with `repair` mend it."""
        return check_index(self._database, self.engines, self._builder, self.generation, repair=repair)

    def rebuild(
        self, progress: Progress | None = None, *, anew: bool = False, processes: int | None = None
    ) -> RebuildReport:
        """A new generation beside the old, then switched to; `anew` reads every CV again.

        CVs are read by so many processes, by as many as there are processors when there is enough to read; by this one
        alone where the model is for one process.
        """
        with self._builders(processes) as builder:
            return Rebuild(self._database, self._generations, builder).run(self._fingerprint, progress, anew=anew)

    def close(self) -> None:
        """Stop the thread and close the engines; safe to call twice."""
        if self._thread:
            self._thread.stop()
            self._thread = None
        with self._lock:
            self._shut(grace=0)

    def _builders(self, processes: int | None) -> AbstractContextManager[DocumentBuilder]:
        if self._builder_elsewhere is None:
            return nullcontext(self._builder)
        if processes is None:
            with self._database.reading() as record:
                processes = processors() if record.cvs.count() >= WORTH_IT else 1
        if processes == 1:
            return nullcontext(self._builder)
        return several_builders(self._builder, self._builder_elsewhere, processes)

    def _synchroniser(self) -> Synchroniser:
        """One a generation: its lock keeps the thread and a command from doing the same work twice."""
        with self._held():
            engines = self.engines
            if self._draining is None:
                self._draining = Synchroniser(self._database, engines, self._builder, self.generation)
            return self._draining

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

    def _become_writer(self) -> None:
        """Take over when the process that wrote the index has gone."""
        with self._lock:
            if self._engines is None or self.writes:
                return
            try:
                writing = self._generations.open(self.generation)
            except SearchUnavailableError:
                return
            self._shut()
            self._engines, self.writes = writing, True

    def _name_of_current(self) -> str:
        with self._database.reading() as record:
            return record.index_generations.name_of_current()

    def _current(self) -> str:
        with self._database.reading() as record:
            current = record.index_generations.current()
        if current is None:
            return Rebuild(self._database, self._generations, self._builder).run(self._fingerprint).generation
        if any(current.fingerprint.get(part) != self._fingerprint.get(part) for part in USELESS_WHEN_CHANGED):
            raise IndexOutdatedError(needs_rebuild(current.fingerprint, self._fingerprint) or "")
        return current.name

    def _opened(self, name: str) -> tuple[IndexEngines, bool]:
        try:
            return self._generations.open(name), True
        except EngineLockedError:
            return self._generations.open(name, read_only=True), False

    def _shut(self, grace: float = GRACE) -> None:
        """Let go of the engines; searches under way may end first."""
        engines, self._engines, self._draining = self._engines, None, None
        if engines and grace:
            closing = threading.Timer(grace, engines.close)
            closing.daemon = True
            closing.start()
        elif engines:
            engines.close()
