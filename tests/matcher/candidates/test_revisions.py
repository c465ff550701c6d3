"""Revisions of the CVs in lists: as ranked, also where the index lags, and nobody who has been erased."""

from __future__ import annotations

from pathlib import Path

from indexer.records.database import Database
from matcher.candidates.revisions import RevisionMemory
from tests.indexer.samples import cv


def _put(database: Database, *texts: str) -> dict[str, int]:
    """CVs C-1, C-2 and so on with those texts; their sequences."""
    with database.transaction("import") as record:
        record.cvs.put_many([cv(id=f"C-{number}", text=text) for number, text in enumerate(texts, 1)])
    with database.reading() as record:
        return record.cvs.sequences()


def _recalled(database: Database, memory: RevisionMemory, sequences: dict[str, int]) -> dict[str, int]:
    with database.reading() as record:
        return memory.recall(record, sequences, record.watermarks.now())


def test_a_list_made_before_a_change_was_indexed_is_of_the_revision_that_was_ranked(tmp_path: Path) -> None:
    database, memory = Database(str(tmp_path / "record.sqlite")), RevisionMemory()
    indexed = _put(database, "Jeg kører truck.", "Jeg pakker.")
    now = _put(database, "Jeg kører lastbil.", "Jeg pakker.")

    told = [_recalled(database, memory, indexed), _recalled(database, RevisionMemory(), now)]
    again = [_recalled(database, memory, now), _recalled(database, memory, indexed)]
    database.close()

    assert told == [{"C-1": 1, "C-2": 1}, {"C-1": 2, "C-2": 1}]
    assert again == [told[1], told[0]]


def test_who_is_erased_is_forgotten_and_not_brought_back_by_an_older_reading(tmp_path: Path) -> None:
    database, memory = Database(str(tmp_path / "record.sqlite")), RevisionMemory()
    indexed = _put(database, "Jeg kører truck.", "Jeg pakker.")
    assert set(_recalled(database, memory, indexed)) == {"C-1", "C-2"}

    with database.reading() as older:
        seen = older.watermarks.now()
        with database.transaction("bo") as record:
            record.cvs.erase("C-2")
        after = _recalled(database, memory, indexed)
        as_it_was = memory.recall(older, indexed, seen)
    at_last = _recalled(database, memory, indexed)
    database.close()

    assert set(after) == set(at_last) == {"C-1"}
    assert set(as_it_was) == {"C-1", "C-2"}


def test_a_full_memory_still_tells_everybody(tmp_path: Path) -> None:
    database, memory = Database(str(tmp_path / "record.sqlite")), RevisionMemory(kept=1)
    indexed = _put(database, "Jeg kører truck.", "Jeg pakker.")

    assert _recalled(database, memory, indexed) == _recalled(database, memory, indexed) == {"C-1": 1, "C-2": 1}
    database.close()
