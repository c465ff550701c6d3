"""What only PostgreSQL can show."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from indexer.records import migrations
from indexer.records.database import Database
from indexer.records.errors import RecordUnavailableError, SchemaNotAtHeadError
from indexer.records.tables import METADATA
from tests.indexer.samples import cv


@pytest.fixture
def url(postgresql_url: str) -> str:
    """PostgreSQL alone."""
    return postgresql_url


@pytest.mark.services
def test_an_empty_server_is_refused_until_somebody_upgrades_it(url: str) -> None:
    with pytest.raises(SchemaNotAtHeadError, match="jobformidling database upgrade"):
        Database(url)


@pytest.mark.services
def test_the_migrations_make_just_the_tables_of_the_program(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


@pytest.mark.services
def test_ids_come_in_the_order_of_their_bytes(database: Database) -> None:
    ids = ["a", "B", "Å", "Z-1", "z", "æ", "C 2", "C-10", "C-2"]
    with database.transaction("import") as record:
        record.cvs.put_many([cv(id=each) for each in ids])

    with database.reading() as record:
        assert [stored.value.id for stored in record.cvs.each(page=2)] == sorted(ids)


@pytest.mark.services
def test_a_server_that_does_not_answer_is_told_in_danish() -> None:
    with pytest.raises(RecordUnavailableError, match="Databasen svarer ikke"):
        Database("postgresql://record@127.0.0.1:1/record")


@pytest.mark.services
def test_an_upgraded_server_stays_as_it_is_when_upgraded_again(database: Database) -> None:
    migrations.upgrade(database)

    assert migrations.state(database) is migrations.SchemaState.AT_HEAD
