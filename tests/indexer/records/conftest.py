"""An empty record, on SQLite always and on PostgreSQL among the tests with services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from indexer.records import migrations
from indexer.records.database import Database
from tests.indexer.records.clock import StepClock
from tests.services.postgresql import running_postgresql


@pytest.fixture
def clock() -> StepClock:
    """A clock that goes one second at each look."""
    return StepClock()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a real server."""
    with running_postgresql() as address:
        yield address


@pytest.fixture
def postgresql_url(postgresql: str) -> str:
    """The address of an empty database on the server."""
    name = f"test_{uuid4().hex}"
    engine = create_engine(postgresql.replace("postgresql:", "postgresql+psycopg:") + "/postgres")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{postgresql}/{name}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of the test's own."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'record.sqlite'}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def database(url: str, clock: StepClock) -> Iterator[Database]:
    """The record on it."""
    new = Database(url, any_schema=True)
    migrations.upgrade(new)
    new.close()
    opened = Database(url, clock=clock)
    yield opened
    opened.close()
