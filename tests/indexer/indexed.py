"""A record with an index beside it, as the tests of synchronising, rebuilding and checking need them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from indexer.engines.contract import SearchEngine, SearchQuery
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.synchronise import Synchroniser
from indexer.generations.contract import GenerationStore
from indexer.generations.embedded import EmbeddedGenerations
from indexer.generations.rebuild import Rebuild
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from tests.indexer.building import CV_SCHEMA, JOB_ORDER_SCHEMA, PlainBuilder

FINGERPRINT: Mapping[str, object] = {"model": "plain", "taxonomy": "1", "form": "1"}


class Indexed:
    """A folder with the record, and the generations of its index there or elsewhere."""

    def __init__(self, folder: Path, generations: GenerationStore | None = None) -> None:
        self.database = Database(str(folder / "record.sqlite"))
        self.generations = generations or EmbeddedGenerations(folder / "index", CV_SCHEMA, JOB_ORDER_SCHEMA)
        self.builder = PlainBuilder()
        self.rebuild = Rebuild(self.database, self.generations, self.builder)

    def current(self) -> str:
        with self.database.reading() as record:
            generation = record.index_generations.current()
        assert generation is not None
        return generation.name

    def opened(self) -> IndexEngines:
        return self.generations.open(self.current())

    def synchroniser(self, engines: IndexEngines) -> Synchroniser:
        return Synchroniser(self.database, engines, self.builder, self.current())

    def put(self, *values: Cv | JobOrder) -> None:
        with self.database.transaction("test") as record:
            record.cvs.put_many([one for one in values if isinstance(one, Cv)])
            record.job_orders.put_many([one for one in values if isinstance(one, JobOrder)])

    def erase(self, cv_id: str) -> None:
        with self.database.transaction("test") as record:
            record.cvs.erase(cv_id)

    def features(self) -> dict[str, bytes]:
        name = self.current()
        with self.database.reading() as record:
            held = record.cv_features.get_many(name, list(record.cv_features.sequences(name)))
        return {cv_id: features.blob for cv_id, features in held.items()}


def with_words(engine: SearchEngine, *words: str) -> list[str]:
    """Ids of the documents that hold any of the words, in order of ids."""
    query = SearchQuery(words=tuple((word, 1.0) for word in words), limit=1000)
    return sorted(hit.id for hit in engine.search(query).hits)


def wait_until(is_so: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for what another thread does; an assertion where it does not come to be."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come to be"
        time.sleep(0.005)
