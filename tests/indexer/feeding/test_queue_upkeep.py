"""The queue forgets what later entries replace, and nothing that anybody may still have to learn."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.feeding import queue_upkeep
from indexer.feeding.queue_upkeep import forget_superseded
from indexer.records.index_queue import QueueEntry
from tests.indexer.indexed import FINGERPRINT, Indexed, with_words
from tests.indexer.samples import cv, order


@pytest.fixture
def indexed(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path)


def entries(indexed: Indexed, after: int = 0) -> list[QueueEntry]:
    with indexed.database.reading() as record:
        return record.index_queue.after(after)


def change_thrice(indexed: Indexed) -> None:
    """C-1 and A-1 changed again and again, C-2 put once, C-3 erased in the end."""
    for word in ("maler", "murer", "svejser"):
        indexed.put(
            cv(id="C-2", text="kok"), cv(id="C-3", text=word), cv(id="C-1", text=word), order(id="A-1", text=word)
        )
    indexed.erase("C-3")


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_of_every_record_the_last_entry_stays_and_the_oldest_of_all(
    indexed: Indexed, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(queue_upkeep, "AT_ONCE", at_once)
    change_thrice(indexed)
    before = entries(indexed)
    last = {(entry.kind, entry.id): entry for entry in before}
    assert forget_superseded(indexed.database, "test", "") == len(before) - len(last)
    assert entries(indexed) == sorted(last.values(), key=lambda entry: entry.sequence)
    assert forget_superseded(indexed.database, "test", "") == 0


def test_the_queue_still_tells_how_far_back_it_reaches(indexed: Indexed) -> None:
    indexed.put(cv(id="C-1", text="maler"))
    first = entries(indexed)[0]
    change_thrice(indexed)
    forget_superseded(indexed.database, "test", "")
    assert entries(indexed)[0] == first


def test_whoever_reads_on_from_anywhere_learns_the_same_records(indexed: Indexed) -> None:
    change_thrice(indexed)
    before = entries(indexed)
    forget_superseded(indexed.database, "test", "")
    for position in range(len(before) + 1):
        told = {(one.kind, one.id) for one in before if one.sequence > position}
        assert {(one.kind, one.id) for one in entries(indexed, position)} == told


def test_an_index_that_lags_is_brought_in_step_after_a_rebuild_beside_it(indexed: Indexed) -> None:
    indexed.put(cv(id="C-0", text="kok"))
    indexed.rebuild.run(FINGERPRINT)
    engines = indexed.opened()
    change_thrice(indexed)
    forget_superseded(indexed.database, "test", "")
    assert indexed.synchroniser(engines).run_once().lag == 0
    assert with_words(engines.cvs, "svejser") == ["C-1"]
    assert with_words(engines.cvs, "kok") == ["C-0", "C-2"]
    engines.close()


def test_a_rebuild_leaves_no_entry_that_a_later_one_replaces(indexed: Indexed) -> None:
    change_thrice(indexed)
    indexed.rebuild.run(FINGERPRINT)
    assert [one.id for one in entries(indexed)] == ["C-2", "C-1", "A-1", "C-3"]
