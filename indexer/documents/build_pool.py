"""Builds documents and features in several processes: reading a CV is bound by the processor, not by the disk."""

from __future__ import annotations

import copyreg
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from math import ceil
from types import MappingProxyType

from indexer.batches import batches
from indexer.documents.contract import CvsBuilt, DocumentBuilder
from indexer.embedding.contract import Vectors
from indexer.engines.contract import SearchDocument, SearchUnavailableError
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored

MakeBuilder = Callable[[], DocumentBuilder]
WORTH_IT = 5_000  # records; with fewer, starting the processes, which each load the taxonomy, costs more than it saves
_PORTIONS = 2  # per process, so that none waits long for the slowest
_FEWEST_SHARED = 64  # CVs; the few that changed during a rebuild are not worth starting processes for
_builder: DocumentBuilder | None = None  # set in worker processes only


class BuildersLostError(SearchUnavailableError):
    """A worker process died, perhaps for lack of memory."""

    def __init__(self) -> None:
        super().__init__(
            "En hjælpeproces stoppede uventet. Prøv igen, eventuelt med færre: index rebuild --processes 1"
        )


def _unchanging(held: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(held)


# A mapping proxy, which holds the languages of a CV, cannot be pickled by itself.
copyreg.pickle(MappingProxyType, lambda held: (_unchanging, (dict(held),)))


@contextmanager
def several_builders(here: DocumentBuilder, make: MakeBuilder, processes: int) -> Iterator[DocumentBuilder]:
    """A builder that uses several processes, each with a builder of its own from `make`, which must be importable."""
    # Spawned, not forked: a fork would inherit locks and connections of threads that it does not have.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=fresh, initializer=_become_builder, initargs=(make,)) as pool:
        yield _Builders(here, pool, processes)


class _Builders:
    """A DocumentBuilder that distributes CVs; job orders are few and built in this process."""

    def __init__(self, here: DocumentBuilder, pool: ProcessPoolExecutor, processes: int) -> None:
        self._here, self._pool, self._portions = here, pool, _PORTIONS * processes

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        """Documents and features for every CV, in the same order."""
        if len(cvs) < _FEWEST_SHARED:
            return self._here.build_cvs(cvs)
        try:
            built = list(self._pool.map(_build, batches(cvs, ceil(len(cvs) / self._portions))))
        except BrokenProcessPool as failure:
            raise BuildersLostError from failure
        return [one for documents, _ in built for one in documents], [one for _, some in built for one in some]

    def vectors_again(self, features: Sequence[bytes]) -> Sequence[Vectors]:
        """The vector of every document from its CV's features; cheaper to compute here than to send to a process."""
        return self._here.vectors_again(features)

    def build_job_orders(self, job_orders: Sequence[Stored[JobOrder]]) -> Sequence[SearchDocument]:
        """A document for every job order."""
        return self._here.build_job_orders(job_orders)


def _become_builder(make: MakeBuilder) -> None:
    global _builder  # noqa: PLW0603 - a worker process has no other place for what outlives a call
    _builder = make()


def _own() -> DocumentBuilder:
    if _builder is None:
        raise BuildersLostError
    return _builder


def _build(cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
    return _own().build_cvs(cvs)
