"""Getting into a real PostgreSQL server, and what whoever does not is told: in Danish, with what to do, no secret."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import LiteralString

import pytest

from indexer.records import migrations
from indexer.records.database import Database
from indexer.records.errors import RecordUnavailableError
from tests.services.postgresql import breakable_postgresql

pytestmark = pytest.mark.services
PASSWORD = "a@b/c:d#e%f?"  # noqa: S105 - of a server that lives for this test, with all that an address breaks at
PREPARED: tuple[LiteralString, ...] = (
    f"CREATE ROLE eva LOGIN PASSWORD '{PASSWORD}'",
    "CREATE ROLE ole LOGIN",
    "CREATE ROLE ida LOGIN CONNECTION LIMIT 0",
    "CREATE DATABASE evas OWNER eva",
    "CREATE DATABASE latin OWNER eva ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
    "CREATE DATABASE bytes OWNER eva ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0",
)
LET_IN = """
local all all trust
host all eva 127.0.0.1/32 scram-sha-256
host all ole,ida,record 127.0.0.1/32 trust
"""


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    """Host and port of a server that lets people in as LET_IN says."""
    import psycopg  # here, since the module is collected also where no driver is installed

    with breakable_postgresql() as server, psycopg.connect(f"{server.address}/postgres", autocommit=True) as operator:
        for prepared in PREPARED:
            operator.execute(prepared)
        (rules,) = operator.execute("SHOW hba_file").fetchone() or ("",)
        Path(rules).write_text(LET_IN)
        operator.execute("SELECT pg_reload_conf()")
        yield server.address.partition("@")[2]


@pytest.fixture(autouse=True)
def nothing_given_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)


def upgraded(address: str) -> migrations.SchemaState:
    with closing(Database(address, any_schema=True)) as database:
        migrations.upgrade(database)
        return migrations.state(database)


def test_a_password_with_any_letter_gets_in_beside_the_address(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)

    assert upgraded(f"postgresql://eva@{place}/evas") is migrations.SchemaState.AT_HEAD


@pytest.mark.parametrize(
    ("user", "database", "told"),
    [
        ("eva", "evas", "bruger og adgangskode"),
        ("eva:galt", "evas", "bruger og adgangskode"),
        ("hans", "evas", "bruger og adgangskode"),
        (f"eva:{PASSWORD}", "evas", "PGPASSWORD"),
        ("ole", "nowhere", "findes ikke på serveren"),
        ("ole", "evas", "Lad den eje databasen"),
        ("ida", "evas", "max_connections"),
    ],
)
def test_whoever_does_not_get_in_is_told_why(place: str, user: str, database: str, told: str) -> None:
    with pytest.raises(RecordUnavailableError, match=told) as refusal:
        upgraded(f"postgresql://{user}@{place}/{database}")

    assert PASSWORD not in str(refusal.value)
    assert "galt" not in str(refusal.value)


@pytest.mark.parametrize(("database", "encoding"), [("latin", "LATIN1"), ("bytes", "SQL_ASCII")])
def test_a_database_that_cannot_hold_every_letter_is_refused_before_anything_is_written(
    place: str, monkeypatch: pytest.MonkeyPatch, database: str, encoding: str
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)

    with pytest.raises(RecordUnavailableError, match=f"{encoding}.*UTF8"):
        upgraded(f"postgresql://eva@{place}/{database}")


def test_a_server_that_is_a_copy_says_so(place: str) -> None:
    import psycopg

    address = f"postgresql://record@{place}/postgres"
    upgraded(address)
    with psycopg.connect(address, autocommit=True) as operator:
        operator.execute("ALTER ROLE record SET default_transaction_read_only = on")

    with (
        closing(Database(address)) as database,
        pytest.raises(RecordUnavailableError, match="kun kan læses"),
        database.transaction("eva"),
    ):
        pass
