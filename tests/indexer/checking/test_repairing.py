"""Whatever parts index and record is found and mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.checking.repairing import CheckReport, CollectionReport, check_index
from indexer.engines.contract import SearchDocument
from indexer.engines.index_engines import IndexEngines
from tests.indexer.building import UNREADABLE
from tests.indexer.indexed import FINGERPRINT, Indexed, with_words
from tests.indexer.samples import cv, order


@pytest.fixture
def indexed(tmp_path: Path) -> Iterator[Indexed]:
    indexed = Indexed(tmp_path)
    indexed.put(*(cv(id=f"C-{n}", text="svejser") for n in range(5)))
    indexed.put(*(order(id=f"A-{n}", text="søges") for n in range(3)))
    indexed.rebuild.run(FINGERPRINT)
    yield indexed
    indexed.database.close()


def checked(indexed: Indexed, engines: IndexEngines, *, repair: bool = False) -> CheckReport:
    return check_index(indexed.database, engines, indexed.builder, indexed.current(), repair=repair)


def test_an_index_in_step_is_sound(indexed: Indexed, engines: IndexEngines) -> None:
    report = checked(indexed, engines)
    assert report.sound
    assert report.cvs == CollectionReport(records=5, missing=0, stale=0, surplus=0, ahead=0)
    assert report.job_orders.records == 3


def skip_queue(indexed: Indexed, engines: IndexEngines) -> None:
    """Let the index believe that it has taken in what it has not."""
    with indexed.database.reading() as record:
        engines.mark_applied(record.index_queue.highest())


def test_missing_stale_and_surplus_are_counted_and_mended(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-0", text="kok"), cv(id="C-new", text="kok"))
    indexed.erase("C-4")
    engines.job_orders.delete([("A-1", engines.job_orders.sequences()["A-1"])])
    engines.job_orders.put([SearchDocument("A-x", 1, {"text": ("søges",)})])
    skip_queue(indexed, engines)

    report = checked(indexed, engines, repair=True)

    assert report.cvs == CollectionReport(records=5, missing=1, stale=1, surplus=1, ahead=0)
    assert report.job_orders == CollectionReport(records=3, missing=1, stale=0, surplus=1, ahead=0)
    assert not report.sound
    assert report.refused == 0
    assert checked(indexed, engines).sound
    assert with_words(engines.cvs, "kok") == ["C-0", "C-new"]
    assert with_words(engines.cvs, "svejser") == ["C-1", "C-2", "C-3"]
    assert with_words(engines.job_orders, "søges") == ["A-0", "A-1", "A-2"]
    assert indexed.features()["C-0"] == b"kok"


def test_missing_stale_and_surplus_features_are_mended(indexed: Indexed, engines: IndexEngines) -> None:
    generation = indexed.current()
    with indexed.database.transaction("test") as record:
        record.cv_features.delete_many(generation, ["C-1", "C-2"])
        record.cv_features.put_many(generation, [("C-gone", 1, b"")])
    report = checked(indexed, engines, repair=True)
    assert (report.missing_features, report.surplus_features) == (2, 1)
    assert checked(indexed, engines).sound
    assert indexed.features() == {f"C-{n}": b"svejser" for n in range(5)}


def test_what_still_waits_in_the_queue_is_no_fault(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-0", text="kok"), cv(id="C-new"))
    indexed.erase("C-1")
    report = checked(indexed, engines, repair=True)
    assert report.sound
    assert report.waiting == 3


def test_a_record_restored_from_a_copy_is_seen(indexed: Indexed, engines: IndexEngines) -> None:
    engines.cvs.put([SearchDocument("C-1", 1_000, {"text": ("senere",)})])
    assert checked(indexed, engines).cvs.ahead == 1


def test_what_cannot_be_mended_is_counted(indexed: Indexed, engines: IndexEngines) -> None:
    indexed.put(cv(id="C-x", text=UNREADABLE), cv(id="C-new"))
    skip_queue(indexed, engines)
    assert checked(indexed, engines, repair=True).refused == 1
    assert checked(indexed, engines).cvs.missing == 1
