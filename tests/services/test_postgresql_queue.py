"""Several API processes and several index workers on one PostgreSQL record, one of them killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from indexer.feeding.synchronise import BATCH
from indexer.records import migrations
from indexer.records.database import Database
from tests.architecture.product import ROOT
from tests.services.postgresql import running_postgresql
from tests.services.queue_process import GENERATION, PEOPLE
from tests.services.shared_queue import SharedLog

pytestmark = pytest.mark.services
PATIENCE = 120.0


@pytest.fixture
def url() -> Iterator[str]:
    with running_postgresql() as server:
        address = f"{server}/postgres"
        with closing(Database(address, any_schema=True)) as database:
            migrations.upgrade(database)
            with database.transaction("test") as record:
                record.index_generations.create(GENERATION, {})
        yield address


def test_each_change_is_indexed_once_by_whichever_worker_lives(url: str, tmp_path: Path) -> None:
    log_path = tmp_path / "log.sqlite"
    with ExitStack() as stack, closing(SharedLog(log_path, "cvs")) as log, closing(Database(url)) as database:
        workers = [stack.enter_context(_process("index", url, str(log_path))) for _ in range(3)]
        writers = [stack.enter_context(_process("write", url, str(first))) for first in (0, 1000)]
        _wait(lambda: len(log.lines()) > PEOPLE)
        killed = _one_at_work(log, [worker.pid for worker in workers])
        os.kill(killed, signal.SIGKILL)
        for writer in writers:
            assert writer.wait(PATIENCE) == 0
        _wait(lambda: log.applied() == _highest(database))
        changes = _highest(database)
        with database.reading() as record:
            standing = {one.value.id: one.sequence for one in record.cvs.each()}
            features = record.cv_features.sequences(GENERATION)
        lines = log.lines()
    _assert_newest(lines, standing)
    assert features == standing
    # A change tells the newest state there is: a worker that lags may tell one state at two changes.
    assert len(lines) <= changes + BATCH, "a kill costs the stretch under way and no more"
    assert lines[-1][2] != killed


def test_a_worker_that_dies_leaves_its_turn_to_another_at_once(url: str) -> None:
    with closing(Database(url)) as one, closing(Database(url)) as other:
        with (
            one.try_lock("index g1") as mine,
            other.try_lock("index g1") as theirs,
            other.try_lock("index g2") as another,
        ):
            assert (mine, theirs, another) == (True, False, True)
        with other.try_lock("index g1") as theirs:
            assert theirs


def _assert_newest(lines: list[tuple[str, int, int]], standing: dict[str, int]) -> None:
    held = {one: sequence for one, sequence, _ in lines}
    assert {one: sequence for one, sequence in held.items() if one in standing} == standing
    assert set(held) - set(standing) == {"C-0", "C-1000"}, "what was erased was told to the index"


def _one_at_work(log: SharedLog, pids: list[int]) -> int:
    found = log.lines()[-1][2]
    assert found in pids
    return found


def _highest(database: Database) -> int:
    with database.reading() as record:
        return record.index_queue.highest()


@contextmanager
def _process(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.services.queue_process", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come to be"
        time.sleep(0.02)
