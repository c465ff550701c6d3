"""Processes killed at any moment lose nothing that was acknowledged, and what they leave opens again by itself."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.checking.repairing import check_index
from indexer.engines.contract import SearchQuery
from indexer.engines.embedded import EmbeddedEngine
from tests.contracts.documents import SCHEMA, document, found, vector, words
from tests.indexer.indexed import FINGERPRINT, Indexed, with_words
from tests.indexer.samples import cv, order
from tests.journeys.killed_work import DELETES_EVERY, FIRST_STEP, cv_of

ROOT = Path(__file__).parents[2]
ROUNDS = 12  # of each kind
LONGEST = 2.5  # the kill comes after up to so many times what one piece of the work takes on this machine


class Worker:
    """The process that stands ready; `killed` lets a copy of it work for a moment."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.journeys.killed_work"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, bufsize=1)

    def killed(self, work: str, folder: Path, seconds: float, *, after_first: bool = False) -> list[str]:
        """What the copy had had acknowledged when it was killed; the seconds run from its first line if asked for."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{work} {folder}\n")
        child = int(self._process.stdout.readline().removeprefix("pid "))
        first = [self._process.stdout.readline()] if after_first else []
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        told = iter(self._process.stdout.readline, "ended\n")
        return [line.strip() for line in (*first, *told)]

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def moments(seed: int, work: Callable[[], object]) -> Iterator[float]:
    """Seconds before each kill, measured by a piece of the work done in peace."""
    begun = time.perf_counter()
    work()
    once = time.perf_counter() - begun
    drawn = random.Random(seed)
    return (drawn.uniform(0.0, LONGEST) * once for _ in range(ROUNDS))


def test_an_engine_killed_while_it_writes_holds_all_that_was_acknowledged(worker: Worker, tmp_path: Path) -> None:
    expected = {"C-1": 9}
    acknowledged = 0

    def begin() -> None:
        engine = EmbeddedEngine(tmp_path / "index", SCHEMA)
        for number in range(10):
            engine.put([document("C-1", number, text=f"fælles s{number}", vector=vector(number))])
        engine.close()

    for seconds in moments(1, begin):
        under_way = max(expected.values(), default=0) + FIRST_STEP
        for line in worker.killed("put_and_delete", tmp_path, seconds):
            for one, number in pairs(line):
                expected[one] = number
                if number < 0:
                    del expected[one]
                under_way = abs(number) + 1
            acknowledged += 1
        engine = EmbeddedEngine(tmp_path / "index", SCHEMA)
        held = dict(engine.sequences())
        for one in {*expected, *held}:
            # The one call that was under way at the kill may be in or not; all before it is.
            if held.get(one) != expected.get(one):
                assert held.get(one, under_way) == under_way
                assert one in held or under_way % DELETES_EVERY == 0
        assert_whole(engine, held)
        engine.close()
        expected = held
    assert acknowledged


def pairs(line: str) -> Iterator[tuple[str, int]]:
    parts = line.split()
    return ((one, int(number)) for one, number in zip(parts[::2], parts[1::2], strict=True))


def next_cv(text: str) -> str:
    return cv_of(int(text.removeprefix("n")) + 1)


def assert_whole(engine: EmbeddedEngine, held: dict[str, int]) -> None:
    """Every document is found by its words, by its vector and by none of its older forms."""
    everybody = engine.search(SearchQuery(words=words("fælles"), limit=100))
    assert sorted(hit.id for hit in everybody.hits) == sorted(held)
    assert everybody.total == engine.search(SearchQuery()).total == len(held)
    for one, sequence in held.items():
        assert one in found(engine, SearchQuery(words=words(f"s{sequence}")))
        assert one in found(engine, SearchQuery(vector=vector(sequence), limit=6))


def test_a_record_killed_while_it_is_indexed_is_wholly_indexed_after_opening(worker: Worker, tmp_path: Path) -> None:
    indexed = Indexed(tmp_path)
    indexed.rebuild.run(FINGERPRINT)

    def begin() -> None:
        engines = indexed.opened()
        for number in range(5):
            indexed.put(cv(id="C-0", text=f"fælles {number}"), order(id="A-0", text=f"{number}"))
            indexed.synchroniser(engines).run_once()
        engines.close()

    for seconds in moments(2, begin):
        lines = worker.killed("record_and_synchronise", tmp_path, seconds)
        engines = indexed.opened()
        indexed.synchroniser(engines).run_once()
        report = check_index(indexed.database, engines, indexed.builder, indexed.current())
        assert report.sound
        assert report.waiting == 0
        newest = dict(line.split() for line in lines)
        if lines:
            # The record's next change, not acknowledged yet, may have replaced one.
            newest.pop(next_cv(lines[-1].split()[1]), None)
        for cv_id, text in newest.items():
            assert with_words(engines.cvs, text) == [cv_id]
        engines.close()
    indexed.database.close()


def test_a_rebuild_killed_at_any_moment_leaves_one_that_serves(worker: Worker, tmp_path: Path) -> None:
    indexed = Indexed(tmp_path)
    indexed.put(*(cv(id=f"C-{n:03}", text="fælles") for n in range(40)), order(id="A-1"))
    indexed.rebuild.run(FINGERPRINT)
    took_over = 0
    for number, seconds in enumerate(moments(3, lambda: [indexed.rebuild.run(FINGERPRINT) for _ in range(2)])):
        # A busy machine may end no rebuild in the time measured: every third kill waits for one.
        took_over += len(worker.killed("rebuild", tmp_path, seconds, after_first=number % 3 == 0))
        engines = indexed.opened()
        assert check_index(indexed.database, engines, indexed.builder, indexed.current()).sound
        assert len(with_words(engines.cvs, "fælles")) == 40
        engines.close()
    assert took_over
    indexed.rebuild.run(FINGERPRINT)
    assert indexed.generations.names() == [indexed.current()]
    with indexed.database.reading() as record:
        assert len(record.index_generations.all()) == 1
    indexed.database.close()
