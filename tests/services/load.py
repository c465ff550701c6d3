"""People who register and search while something breaks, and what they saw."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from indexer.checking.repairing import check_index
from indexer.engines.contract import SearchUnavailableError
from indexer.feeding.synchronise_thread import SynchroniserThread
from tests.indexer.indexed import Indexed, with_words
from tests.indexer.samples import cv

PAUSE = 0.2  # seconds between two registrations, and between two searches
RECOVERY_SECONDS = 120


@dataclass
class Seen:
    """What the users saw: registrations kept, searches answered and refused, the longest wait in seconds."""

    registered: int = 0
    answered: int = 0
    refused: int = 0
    longest: float = 0.0
    others: list[str] = field(default_factory=list)


@contextmanager
def under_load(indexed: Indexed) -> Iterator[Seen]:
    """Registers and searches while the block lasts; afterwards the index has caught up."""
    seen, stop = Seen(), threading.Event()
    engines = indexed.opened()
    worker = SynchroniserThread(indexed.database, indexed.synchroniser(engines))

    def register() -> None:
        while not stop.wait(PAUSE):
            indexed.put(cv(id=f"L-{seen.registered:05}", text=f"svejser last{seen.registered}"))
            seen.registered += 1

    def search() -> None:
        while not stop.wait(PAUSE):
            began = time.monotonic()
            try:
                with_words(engines.cvs, "svejser")
                seen.answered += 1
            except SearchUnavailableError:
                seen.refused += 1
            except Exception as failure:  # noqa: BLE001 - anything else is what the test is looking for
                seen.others.append(repr(failure))
            seen.longest = max(seen.longest, time.monotonic() - began)

    threads = [threading.Thread(target=one) for one in (register, search)]
    worker.start()
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        _catch_up(indexed)
        worker.stop()


def _catch_up(indexed: Indexed) -> None:
    if not _in_time(lambda: not indexed.synchroniser(indexed.opened()).lag()):
        raise TimeoutError("The index did not catch up with the record.")


def nothing_is_lost(indexed: Indexed) -> bool:
    """Whether the index is equal to the record, once the cluster can tell."""
    return _in_time(lambda: is_sound(indexed))


def is_sound(indexed: Indexed) -> bool:
    """Whether it is so now."""
    return check_index(indexed.database, indexed.opened(), indexed.builder, indexed.current()).sound


def _in_time(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + RECOVERY_SECONDS
    while time.monotonic() < deadline:
        with suppress(SearchUnavailableError):
            if true():
                return True
        time.sleep(0.5)
    return False
