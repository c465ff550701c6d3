"""The server dies under a running program and comes back: people are told, nothing is half, nothing is restarted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexer.engines.index_engines import IndexEngines
from indexer.feeding.synchronise import Synchroniser
from indexer.feeding.synchronise_thread import SynchroniserThread
from indexer.records import migrations
from indexer.records.database import Database
from indexer.records.errors import RecordUnavailableError
from tests.indexer.building import PlainBuilder
from tests.indexer.samples import cv
from tests.services.postgresql import Server, breakable_postgresql
from tests.services.shared_queue import SharedLog, as_engine

pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with breakable_postgresql() as running, closing(Database(_url(running), any_schema=True)) as database:
        migrations.upgrade(database)
        with database.transaction("test") as record:
            record.index_generations.create("g1", {})
        yield running


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    with closing(Database(_url(server))) as opened:
        yield opened


def test_while_the_server_is_away_people_are_told_and_afterwards_all_goes_on(
    server: Server, database: Database
) -> None:
    with database.transaction("eva") as record:
        record.cvs.put(cv(id="C-1"))
    server.break_off()

    for attempt in (_read, _write, _look, _take_turn):
        with pytest.raises(RecordUnavailableError, match="Databasen svarer ikke"):
            attempt(database)
    server.start()

    for attempt in (_read, _write, _look, _take_turn):
        attempt(database)
    with database.reading() as record:
        assert record.cvs.get("C-1") is not None


def test_what_was_not_committed_when_the_server_died_is_not_there(server: Server, database: Database) -> None:
    with pytest.raises(RecordUnavailableError):
        _write_until(database, server.break_off)
    server.start()

    with database.reading() as record:
        assert record.cvs.get("C-half") is None


def test_the_index_catches_up_by_itself(server: Server, database: Database, tmp_path: Path) -> None:
    cvs, orders = SharedLog(tmp_path / "log", "cvs"), SharedLog(tmp_path / "log", "job_orders")
    engines = IndexEngines(as_engine(cvs), as_engine(orders))
    thread = SynchroniserThread(database, Synchroniser(database, engines, PlainBuilder(), "g1"))
    thread.start()
    server.break_off()
    _wait(lambda: thread.last_error is not None)
    said = thread.last_error
    server.start()
    with database.transaction("eva") as record:
        record.cvs.put(cv(id="C-late"))

    _wait(lambda: "C-late" in cvs.sequences())

    assert said is not None
    assert "svarer ikke" in said
    thread.stop()
    engines.close()


def _read(database: Database) -> None:
    with database.reading() as record:
        record.cvs.count()


def _write(database: Database) -> None:
    with database.transaction("eva") as record:
        record.cvs.put(cv(id="C-2"))


def _write_until(database: Database, it_breaks: Callable[[], None]) -> None:
    with database.transaction("eva") as record:
        record.cvs.put(cv(id="C-half"))
        it_breaks()


def _look(database: Database) -> None:
    database.change_token()


def _take_turn(database: Database) -> None:
    with database.try_lock("index g1") as mine:
        assert mine


def _url(server: Server) -> str:
    return f"{server.address}/postgres"


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, "it did not come to be"
        time.sleep(0.02)
