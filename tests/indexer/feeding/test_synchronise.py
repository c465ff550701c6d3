"""What is committed to the record reaches the index, once and in its newest state."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from indexer.engines.contract import SearchDocument, SearchUnavailableError
from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.feeder import Feeder
from indexer.feeding.synchronise import BATCH, IndexOutOfStepError, Progress, Synchroniser, SyncReport
from indexer.feeding.synchronise_thread import SynchroniserThread
from indexer.records.database import Database
from tests.indexer.building import CV_SCHEMA, UNFORESEEN, UNREADABLE
from tests.indexer.indexed import FINGERPRINT, Indexed, wait_until, with_words
from tests.indexer.samples import cv, order


@pytest.fixture
def indexed(tmp_path: Path) -> Iterator[Indexed]:
    indexed = Indexed(tmp_path)
    indexed.rebuild.run(FINGERPRINT)
    yield indexed
    indexed.database.close()


class FailingEngine(EmbeddedEngine):
    """The real engine on a disk that fails when told to."""

    failing = False

    def put(self, documents: Sequence[SearchDocument]) -> None:
        if self.failing:
            raise SearchUnavailableError("Disken er fuld.")
        super().put(documents)


class SlowEngine(FailingEngine):
    """One that takes a second batch only when it is let."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, CV_SCHEMA)
        self.let = threading.Event()

    def put(self, documents: Sequence[SearchDocument]) -> None:
        if self.sequences():
            self.let.wait(10)
        super().put(documents)


def test_orders_and_cvs_are_found_once_synchronised(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-1", text="svejser"), order(id="A-1", text="svejser søges"))
    report = indexed.synchroniser(engines).run_once()
    assert (report.applied, report.lag, report.refused) == (2, 0, 0)
    assert with_words(engines.cvs, "svejser") == ["C-1"]
    assert with_words(engines.job_orders, "svejser") == ["A-1"]
    assert indexed.features() == {"C-1": b"svejser"}


def test_running_it_again_applies_nothing(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-1"))
    assert indexed.synchroniser(engines).run_once().applied == 1
    assert indexed.synchroniser(engines).run_once().applied == 0


def test_the_newest_state_wins_however_often_a_record_changed(indexed: Indexed, engines: IndexEngines) -> None:
    for text in ("kok", "tjener", "svejser"):
        indexed.put(cv(id="C-1", text=text))
    assert indexed.synchroniser(engines).run_once().applied == 3
    assert with_words(engines.cvs, "kok", "tjener") == []
    assert with_words(engines.cvs, "svejser") == ["C-1"]


def test_an_erased_cv_leaves_the_index_and_its_features(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-1", text="svejser"), cv(id="C-2", text="svejser"))
    synchroniser = indexed.synchroniser(engines)
    synchroniser.run_once()
    indexed.erase("C-1")
    synchroniser.run_once()
    assert with_words(engines.cvs, "svejser") == ["C-2"]
    assert set(indexed.features()) == {"C-2"}


def test_features_made_before_an_erasure_are_not_written_after_it(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-1"), cv(id="C-2"))
    feeder = Feeder(indexed.database, engines, indexed.builder, indexed.current())
    indexed.erase("C-1")
    feeder.put_features([("C-1", 1, b"svejser"), ("C-2", 2, b"kok")])
    assert indexed.features() == {"C-2": b"kok"}


def test_a_cv_erased_and_delivered_again_is_found(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-1", text="kok"))
    indexed.erase("C-1")
    indexed.put(cv(id="C-1", text="svejser"))
    indexed.synchroniser(engines).run_once()
    assert with_words(engines.cvs, "kok", "svejser") == ["C-1"]


def test_a_long_queue_is_drained_in_batches_and_progress_is_told(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(*(cv(id=f"C-{n:04}") for n in range(BATCH * 2 + 5)))
    told: list[tuple[int, int]] = []
    indexed.synchroniser(engines).run_once(lambda done, ahead: told.append((done, ahead)))
    assert told == [(BATCH, BATCH + 5), (BATCH * 2, 5), (BATCH * 2 + 5, 0)]


def test_a_failing_engine_leaves_the_change_in_the_queue(indexed: Indexed, tmp_path: Path) -> None:
    engine = FailingEngine(tmp_path / "failing", CV_SCHEMA)
    orders = indexed.opened()
    engines = IndexEngines(engine, orders.job_orders)
    indexed.put(cv(id="C-1", text="svejser"))
    engine.failing = True
    with pytest.raises(SearchUnavailableError, match="fuld"):
        indexed.synchroniser(engines).run_once()
    assert engine.applied() == 0
    assert indexed.synchroniser(engines).lag() == 1
    engine.failing = False
    assert indexed.synchroniser(engines).run_once().applied == 1
    assert with_words(engine, "svejser") == ["C-1"]
    engine.close()
    orders.close()


@pytest.mark.parametrize("reason", [UNREADABLE, UNFORESEEN])
def test_a_record_that_no_document_can_be_made_of_does_not_hold_up_the_others(
    indexed: Indexed, engines: IndexEngines, caplog: pytest.LogCaptureFixture, reason: str
) -> None:
    indexed.put(*(cv(id=f"C-{n}", text="svejser") for n in range(3)), cv(id="C-x", text=f"{reason} hemmelighed"))
    report = indexed.synchroniser(engines).run_once()
    assert (report.applied, report.lag, report.refused) == (4, 0, 1)
    assert with_words(engines.cvs, "svejser") == ["C-0", "C-1", "C-2"]
    assert "C-x" in caplog.text
    assert "hemmelighed" not in caplog.text


def test_an_index_that_the_queue_no_longer_reaches_asks_for_a_rebuild(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-1"), cv(id="C-2"))
    with indexed.database.transaction("test") as record:
        record.index_queue.forget([1])
    with pytest.raises(IndexOutOfStepError, match="index rebuild"):
        indexed.synchroniser(engines).run_once()


def test_an_index_ahead_of_a_restored_record_asks_for_a_rebuild(indexed: Indexed, engines: IndexEngines) -> None:
    engines.mark_applied(99)
    with pytest.raises(IndexOutOfStepError, match="index rebuild"):
        indexed.synchroniser(engines).run_once()


def test_the_thread_takes_in_what_this_and_other_processes_commit(
    indexed: Indexed, engines: IndexEngines, tmp_path: Path
) -> None:
    thread = SynchroniserThread(indexed.database, indexed.synchroniser(engines))
    thread.start()
    indexed.put(cv(id="C-1", text="svejser"))
    thread.notify()
    wait_until(lambda: with_words(engines.cvs, "svejser") == ["C-1"])
    elsewhere = Database(str(tmp_path / "record.sqlite"))
    with elsewhere.transaction("test") as record:
        record.cvs.put(cv(id="C-2", text="svejser"))
    elsewhere.close()
    wait_until(lambda: with_words(engines.cvs, "svejser") == ["C-1", "C-2"])
    assert thread.last_error is None
    thread.stop()
    thread.stop()
    assert "index-synchroniser" not in {one.name for one in threading.enumerate()}


def test_the_thread_outlives_an_outage_and_tells_of_it(indexed: Indexed, tmp_path: Path) -> None:
    engine = FailingEngine(tmp_path / "failing", CV_SCHEMA)
    orders = indexed.opened()
    engine.failing = True
    synchroniser = Synchroniser(
        indexed.database, IndexEngines(engine, orders.job_orders), indexed.builder, indexed.current()
    )
    thread = SynchroniserThread(indexed.database, synchroniser)
    thread.start()
    indexed.put(cv(id="C-1", text="svejser"))
    wait_until(lambda: thread.last_error == "Disken er fuld.")
    engine.failing = False
    wait_until(lambda: with_words(engine, "svejser") == ["C-1"])
    wait_until(lambda: thread.last_error is None)
    thread.stop()
    engine.close()
    orders.close()


class _FailsOnce(Synchroniser):
    """The real one after an error that nobody foresaw."""

    failed = False

    def run_once(self, progress: Progress | None = None) -> SyncReport:
        if not self.failed:
            self.failed = True
            raise ZeroDivisionError
        return super().run_once(progress)


def test_the_thread_outlives_an_error_that_nobody_foresaw(indexed: Indexed, engines: IndexEngines) -> None:
    thread = SynchroniserThread(
        indexed.database, _FailsOnce(indexed.database, engines, indexed.builder, indexed.current())
    )
    thread.start()
    wait_until(lambda: thread.last_error == "ZeroDivisionError")
    indexed.put(cv(id="C-1", text="svejser"))
    wait_until(lambda: with_words(engines.cvs, "svejser") == ["C-1"])
    thread.stop()


def test_once_it_catches_up_the_outage_is_over(indexed: Indexed, tmp_path: Path) -> None:
    engine = SlowEngine(tmp_path / "failing")
    orders = indexed.opened()
    engine.failing = True
    engines = IndexEngines(engine, orders.job_orders)
    indexed.put(*(cv(id=f"C-{number}", text="svejser") for number in range(2 * BATCH)))
    thread = SynchroniserThread(
        indexed.database, Synchroniser(indexed.database, engines, indexed.builder, indexed.current())
    )
    thread.start()
    wait_until(lambda: thread.last_error == "Disken er fuld.")
    engine.failing = False
    wait_until(lambda: thread.last_error is None)
    assert 0 < len(engine.sequences()) < 2 * BATCH
    engine.let.set()
    wait_until(lambda: len(engine.sequences()) == 2 * BATCH)
    thread.stop()
    engine.close()
    orders.close()


def test_a_cv_that_was_put_again_survives_its_late_deletion(indexed: Indexed) -> None:
    indexed.put(cv(id="C-1", text="svejser"))
    engines = indexed.opened()
    synchroniser = indexed.synchroniser(engines)
    synchroniser.run_once()
    erased = engines.cvs.sequences()["C-1"] + 1
    indexed.erase("C-1")
    indexed.put(cv(id="C-1", text="kok"))
    synchroniser.run_once()
    Feeder(indexed.database, engines, indexed.builder, indexed.current()).delete_cvs([("C-1", erased)])
    assert with_words(engines.cvs, "kok") == ["C-1"]
    assert indexed.features() == {"C-1": b"kok"}
    engines.close()
