"""What the centre keeps no longer goes, but for what changed since somebody looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from indexer.records.database import Database
from matcher.retention import erase_outdated, outdated_cvs
from tests.factories import cv, job_order

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Four CVs, a day apart; of the first somebody has changed the text a month later."""
    days = iter([0, 1, 2, 3, 31, 60, 61, 62, 63])
    opened = Database(str(tmp_path / "record.sqlite"), clock=lambda: START + timedelta(next(days, 99)))
    for number in range(4):
        with opened.transaction("import") as record:
            record.cvs.put(cv(id=f"C-{number}"))
    with opened.transaction("eva") as record:
        record.cvs.put(replace(record.cvs.require("C-0").value, text="Rettet"))
    yield opened
    opened.close()


def test_the_oldest_come_first_and_a_change_makes_young(database: Database) -> None:
    assert list(outdated_cvs(database, START + timedelta(3))) == ["C-1", "C-2"]


def test_who_was_changed_erased_or_proposed_since_they_were_found_is_left(database: Database) -> None:
    found = outdated_cvs(database, START + timedelta(60))
    assert list(found) == ["C-1", "C-2", "C-3", "C-0"]
    with database.transaction("bo") as record:
        record.job_orders.put(job_order(id="A-1"))
        record.proposals.note("A-1", "C-1", "foreslaaet", "", expected_revision=0)
        record.cvs.put(replace(record.cvs.require("C-2").value, text="Rettet"))
        record.cvs.erase("C-3")

    assert erase_outdated(database, found, actor="frist") == 1
    with database.reading() as record:
        assert sorted(record.cvs.revisions_of(found)) == ["C-1", "C-2"]
