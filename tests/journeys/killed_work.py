"""Work to be killed in the middle of: a process that is ready once, and a fresh copy of it for every round.

Run as a program: each line of standard input names a piece of work and a folder; a forked child does it and writes
what it has had acknowledged to standard output.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from indexer.engines.embedded import EmbeddedEngine
from tests.contracts.documents import SCHEMA, document, vector
from tests.indexer.indexed import FINGERPRINT, Indexed
from tests.indexer.samples import cv, order

FIRST_STEP = 10_000  # the first sequence of a round is so far above the last
DELETES_EVERY = 5


def put_and_delete(folder: Path) -> None:
    """Put, update and delete in the engine for ever; tells "id sequence" or "id -sequence" once acknowledged."""
    engine = EmbeddedEngine(folder / "index", SCHEMA)
    sequence = max(engine.sequences().values(), default=0) + FIRST_STEP
    while True:
        if sequence % DELETES_EVERY == 0:
            engine.delete([(f"C-{sequence % 23}", sequence)])
            tell(f"C-{sequence % 23} {-sequence}")
        else:
            ids = [f"C-{(sequence + step) % 23}" for step in range(1 + sequence % 4)]
            engine.put([document(one, sequence, text=f"fælles s{sequence}", vector=vector(sequence)) for one in ids])
            tell(" ".join(f"{one} {sequence}" for one in ids))
        sequence += 1


def record_and_synchronise(folder: Path) -> None:
    """Write CVs and orders to the record and synchronise, for ever; tells "id word" once acknowledged."""
    indexed = Indexed(folder)
    engines = indexed.opened()
    synchroniser = indexed.synchroniser(engines)
    number = os.getpid() * 1000
    while True:
        number += 1
        indexed.put(cv(id=cv_of(number), text=f"fælles n{number}"), order(id=f"A-{number % 7}", text=f"n{number}"))
        tell(f"{cv_of(number)} n{number}")
        synchroniser.run_once()


def cv_of(number: int) -> str:
    """Which CV the change of that number goes to."""
    return f"C-{number % 17}"


def rebuild(folder: Path) -> None:
    """Rebuild for ever; tells every generation that took over."""
    indexed = Indexed(folder)
    while True:
        tell(indexed.rebuild.run(FINGERPRINT).generation)


WORK = {work.__name__: work for work in (put_and_delete, record_and_synchronise, rebuild)}


def tell(line: str) -> None:
    """One whole line at once, so that a kill does not tear it."""
    os.write(1, f"{line}\n".encode())


def serve() -> None:
    """Fork a child for every line read, tell its process id, and wait for its end."""
    for line in sys.stdin:
        name, folder = line.split(maxsplit=1)
        child = os.fork()
        if child == 0:
            tell(f"pid {os.getpid()}")
            WORK[name](Path(folder.strip()))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    serve()
