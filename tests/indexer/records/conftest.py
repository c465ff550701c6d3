"""An empty record on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.records.database import Database
from tests.indexer.records.clock import StepClock


@pytest.fixture
def clock() -> StepClock:
    """A clock that goes one second at each look."""
    return StepClock()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of an empty database of the test's own."""
    return f"sqlite:///{tmp_path / 'record.sqlite'}"


@pytest.fixture
def database(url: str, clock: StepClock) -> Iterator[Database]:
    """The record on it."""
    opened = Database(url, clock=clock)
    yield opened
    opened.close()
