"""Builds a new generation of the index beside the one in use, checks it, and switches to it in one transaction.

If killed at any moment, the old generation stays in use; the next rebuild removes what was left half built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.checking.repairing import check_index
from indexer.checking.sampling import unfindable
from indexer.documents.contract import DocumentBuilder
from indexer.engines.contract import SearchUnavailableError
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.feeder import Feeder
from indexer.feeding.filling import Progress, fill
from indexer.feeding.queue_upkeep import forget_superseded
from indexer.feeding.synchronise import Synchroniser
from indexer.generations.contract import GenerationStore
from indexer.records.database import Database
from indexer.records.index_generations import GenerationState

_ACTOR, _PURPOSE = "indexer", "index rebuild"
FORGOTTEN_AT_ONCE = 1000  # CVs whose features are removed in one transaction, some 50 ms
_LAST_CATCH_UPS = 5  # tries to switch with nothing waiting; after them the serving process takes what is left
_PART_NAMES = {
    "model": "sprogmodellen",
    "taxonomy": "taksonomien",
    "form": "CV'ernes dokumenter",
    "job_orders": "jobordrernes dokumenter",
    "engine": "søgemaskinen",
}
_NO_PART_IN_READING_CVS = ("engine", "job_orders")


class RebuildFailedError(SearchUnavailableError):
    """The new generation failed its check; the old one stays in use."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Det nye indeks holdt ikke prøven: {why}. Det gamle er stadig i brug.")


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """The new generation, what it holds, records that could not be indexed, and old generations removed."""

    generation: str
    cvs: int
    job_orders: int
    refused: int
    removed: tuple[str, ...]


def needs_rebuild(current: Mapping[str, object] | None, wanted: Mapping[str, object]) -> str | None:
    """Why the index must be made again, in Danish; None when it need not."""
    if current is None:
        return "Der er intet indeks endnu."
    changed = [part for part in sorted({*current, *wanted}) if current.get(part) != wanted.get(part)]
    if not changed:
        return None
    said = [
        f"{_PART_NAMES.get(part, part)} ({current.get(part, 'ingen')} → {wanted.get(part, 'ingen')})"
        for part in changed
    ]
    return f"Indekset er bygget med en anden udgave af {', '.join(said)}."


class Rebuild:
    """Builds and switches; one at a time."""

    def __init__(self, database: Database, generations: GenerationStore, builder: DocumentBuilder) -> None:
        self._database, self._generations, self._builder = database, generations, builder

    def run(
        self, fingerprint: Mapping[str, object], progress: Progress | None = None, *, anew: bool = False
    ) -> RebuildReport:
        """Build a new generation and switch to it; on RebuildFailedError or SearchUnavailableError the old one stays.

        What was read of a CV for the old one is used again when model, taxonomy and form are the same, unless `anew`.
        Old generations are removed, and entries of the queue that later ones replace.
        """
        self.remove_leftovers()
        read_before = None if anew else self._read_alike(fingerprint)
        name = self._begin(fingerprint)
        engines = self._generations.open(name)
        try:
            feeder = Feeder(self._database, engines, self._builder, name, read_before)
            refused = fill(self._database, engines, feeder, progress)
            synchroniser = Synchroniser(self._database, engines, self._builder, name)
            refused += synchroniser.run_once().refused
            self._prove(name, engines, refused)
            self._switch(name, engines, synchroniser)
            cvs, job_orders = len(engines.cvs.sequences()), len(engines.job_orders.sequences())
        finally:
            engines.close()
        forget_superseded(self._database, _ACTOR, _PURPOSE)
        return RebuildReport(name, cvs, job_orders, refused, tuple(self.remove_leftovers()))

    def remove_leftovers(self) -> list[str]:
        """Remove every generation but the current one; their names.

        A retired one that a process still writes in is left for the next time; one under construction by another
        process is SearchUnavailableError.
        """
        with self._database.reading() as record:
            states = {one.name: one.state for one in record.index_generations.all()}
        leftovers = {*states, *self._generations.names()}
        leftovers -= {name for name, state in states.items() if state is GenerationState.CURRENT}
        return [name for name in sorted(leftovers) if self._removed(name, states.get(name))]

    def remove_retired(self) -> list[str]:
        """Remove the generations that served before, but for those that a process still writes in; their names."""
        with self._database.reading() as record:
            retired = [one for one in record.index_generations.all() if one.state is GenerationState.RETIRED]
        return [one.name for one in retired if self._removed(one.name, one.state)]

    def _removed(self, name: str, state: GenerationState | None) -> bool:
        try:
            self._generations.remove(name)
        except SearchUnavailableError:
            if state is GenerationState.RETIRED:
                return False
            raise
        if state is not None:
            self._forget(name)
        return True

    def _forget(self, name: str) -> None:
        """Delete page by page, so that other writers to the record wait for one page at most."""
        left = FORGOTTEN_AT_ONCE
        while left == FORGOTTEN_AT_ONCE:
            with self._database.transaction(_ACTOR, _PURPOSE) as record:
                left = record.cv_features.delete_page(name, FORGOTTEN_AT_ONCE)
        with self._database.transaction(_ACTOR, _PURPOSE) as record:
            record.index_generations.drop(name)

    def _read_alike(self, fingerprint: Mapping[str, object]) -> str | None:
        """The generation in use, if its CVs were read as they would be now."""
        with self._database.reading() as record:
            current = record.index_generations.current()
        read_by, wanted = (
            {part: value for part, value in one.items() if part not in _NO_PART_IN_READING_CVS}
            for one in (current.fingerprint if current else {}, fingerprint)
        )
        return current.name if current and read_by == wanted else None

    def _begin(self, fingerprint: Mapping[str, object]) -> str:
        with self._database.transaction(_ACTOR, _PURPOSE) as record:
            taken = {one.name for one in record.index_generations.all()} | set(self._generations.names())
            number = max((int(name[1:]) for name in taken if name[1:].isdigit()), default=0) + 1
            return record.index_generations.create(f"g{number:06d}", fingerprint).name

    def _prove(self, name: str, engines: IndexEngines, refused: int) -> None:
        report = check_index(self._database, engines, self._builder, name)
        for collection in (report.cvs, report.job_orders):
            if collection.stale or collection.surplus or collection.ahead or collection.missing > refused:
                raise RebuildFailedError("det svarer ikke til arkivet")
        lost = unfindable(self._database, engines, self._builder)
        if lost:
            raise RebuildFailedError(f"{lost} af de prøvede dokumenter kunne ikke findes")

    def _switch(self, name: str, engines: IndexEngines, synchroniser: Synchroniser) -> None:
        for tries_left in reversed(range(_LAST_CATCH_UPS)):
            synchroniser.run_once()
            with self._database.transaction(_ACTOR, _PURPOSE) as record:
                if not tries_left or record.index_queue.highest() <= engines.applied():
                    record.index_generations.make_current(name)
                    return
