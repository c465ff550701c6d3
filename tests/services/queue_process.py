"""A process of its own: `index URL LOG` drains the queue for ever, `write URL FROM` takes in and changes CVs."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from indexer.engines.index_engines import IndexEngines
from indexer.feeding.synchronise import Synchroniser
from indexer.feeding.synchronise_thread import SynchroniserThread
from indexer.records.database import Database
from tests.indexer.building import PlainBuilder
from tests.indexer.samples import cv
from tests.services.shared_queue import SharedLog, as_engine

GENERATION = "g1"
PEOPLE, CHANGES = 40, 12


def index(url: str, log: str) -> None:
    """Keep the index in step until killed."""
    engines = IndexEngines(as_engine(SharedLog(Path(log), "cvs")), as_engine(SharedLog(Path(log), "job_orders")))
    database = Database(url)
    SynchroniserThread(database, Synchroniser(database, engines, PlainBuilder(), GENERATION)).start()
    print("ready", flush=True)  # noqa: T201
    while True:
        time.sleep(60)


def write(url: str, first: int) -> None:
    """Take CVs in and change them again and again, a few in a transaction; one of them goes."""
    database = Database(url)
    for change in range(CHANGES):
        for start in range(0, PEOPLE, 8):
            with database.transaction("writer") as record:
                numbers = range(first + start, first + start + 8)
                record.cvs.put_many([cv(id=f"C-{number}", text=f"tekst {change}") for number in numbers])
    with database.transaction("writer") as record:
        record.cvs.erase(f"C-{first}")
    database.close()


if __name__ == "__main__":
    _, work, url, more = sys.argv
    index(url, more) if work == "index" else write(url, int(more))
