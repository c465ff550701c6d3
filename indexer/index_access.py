"""The index as one process uses it: searched, kept in step, checked and made anew."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from indexer.checking.repairing import CheckReport, check_index
from indexer.documents.build_pool import WORTH_IT, MakeBuilder, several_builders
from indexer.documents.contract import DocumentBuilder
from indexer.engines.contract import SearchUnavailableError
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.filling import Progress
from indexer.feeding.synchronise import SyncReport
from indexer.feeding.synchronise_thread import SynchroniserThread
from indexer.generations.contract import GenerationStore
from indexer.generations.in_use import GenerationInUse
from indexer.generations.rebuild import Rebuild, RebuildReport, needs_rebuild
from indexer.processors import processors
from indexer.records.database import Database
from indexer.records.errors import RecordError


@dataclass(frozen=True, slots=True)
class IndexState:
    """Whether the index answers, which generation, how many changes behind, what is wrong and why it is stale."""

    up: bool
    generation: str
    lag: int | None
    error: str | None
    stale: str | None


class IndexAccess:
    """Searches, synchronises, checks and rebuilds the index; safe from several threads."""

    def __init__(
        self,
        database: Database,
        generations: GenerationStore,
        builder: DocumentBuilder,
        fingerprint: Mapping[str, object],
        builder_elsewhere: MakeBuilder | None = None,
    ) -> None:
        self._database, self._generations, self._builder = database, generations, builder
        self._fingerprint, self._builder_elsewhere = fingerprint, builder_elsewhere
        self._in_use = GenerationInUse(database, generations, builder, fingerprint)
        self._starting = threading.Lock()
        self._thread: SynchroniserThread | None = None

    @property
    def engines(self) -> IndexEngines:
        """The engines of the generation in use; the first is built here. Raises SearchUnavailableError."""
        return self._in_use.engines

    @property
    def generation(self) -> str:
        """The name of the generation in use, empty until it is opened."""
        return self._in_use.name

    @property
    def taxonomy(self) -> str:
        """The version of the taxonomy that the index was made with, empty until it is opened."""
        return self._in_use.taxonomy

    def stale(self) -> str | None:
        """Why the index should be made again, in Danish; None when it need not."""
        with self._database.reading() as record:
            current = record.index_generations.current()
        return needs_rebuild(current.fingerprint if current else None, self._fingerprint)

    def run_once(self, progress: Progress | None = None) -> SyncReport:
        """Bring the index in step now; where another process writes it, only tell how far it is behind."""
        self._in_use.become_writer()
        synchroniser = self._in_use.synchroniser
        return synchroniser.run_once(progress) if self._in_use.writes else SyncReport(0, synchroniser.lag())

    def start(self) -> SynchroniserThread:
        """Keep the index in step from a thread until `close`."""
        with self._starting:
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
            lag = self._in_use.synchroniser.lag()
            error = self._thread.last_error if self._thread else None
            return IndexState(error is None, self.generation, lag, error, self.stale())
        except (SearchUnavailableError, RecordError) as failure:
            return IndexState(False, self.generation, None, str(failure), None)

    def check(self, *, repair: bool = False) -> CheckReport:
        """Compare the index with the record; with `repair` bring it in step first, and mend the rest."""
        if repair:
            self.run_once()
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
        self._in_use.close()

    def _builders(self, processes: int | None) -> AbstractContextManager[DocumentBuilder]:
        if self._builder_elsewhere is None:
            return nullcontext(self._builder)
        if processes is None:
            with self._database.reading() as record:
                processes = processors() if record.cvs.count() >= WORTH_IT else 1
        if processes == 1:
            return nullcontext(self._builder)
        return several_builders(self._builder, self._builder_elsewhere, processes)
