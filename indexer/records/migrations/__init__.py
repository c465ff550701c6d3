"""The record's tables through the versions of this program."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import Connection, inspect, text

from indexer.records.connections import is_sqlite
from indexer.records.errors import SchemaNotAtHeadError
from indexer.records.outages import outages_explained

if TYPE_CHECKING:
    from indexer.records.database import Database

FOLDER = Path(__file__).parent
# Kept here so that a start needs no look into the folder; a test compares the two.
HEAD = "0006"
HALF_COPY = "half_copy"  # a table that stands as long as a copy into the database is not whole
_UPGRADE_LOCK = 7_105_462  # any number; PostgreSQL lets one upgrade at a time hold it


class SchemaState(StrEnum):
    """How a database's tables stand to those this program works with."""

    AT_HEAD = "at_head"
    BEHIND = "behind"
    AHEAD = "ahead"
    EMPTY = "empty"
    FOREIGN = "foreign"
    HALF_COPY = "half_copy"


WHAT_TO_DO = {
    SchemaState.EMPTY: "Databasen er tom. Kør »jobformidling database upgrade« for at oprette tabellerne.",
    SchemaState.BEHIND: "Databasen er fra en ældre version. Tag en kopi, og kør »jobformidling database upgrade«.",
    SchemaState.AHEAD: (
        "Databasen er fra en nyere version af programmet. Installer den nyeste version; "
        "»jobformidling database upgrade« kan kun bringe en ældre database frem."
    ),
    SchemaState.FOREIGN: (
        "Databasen indeholder tabeller, som ikke er jobformidlings. Angiv en tom database, "
        "og kør »jobformidling database upgrade«."
    ),
    SchemaState.HALF_COPY: (
        "Databasen er en kopi, som ikke er færdig. Kør »jobformidling database copy« igen med samme adresser."
    ),
}


def state(database: Database) -> SchemaState:
    """How the database's tables stand to this program's; raises RecordUnavailableError."""
    with outages_explained(), database.engine.connect() as connection:
        return _state(connection)


def upgrade(database: Database) -> None:
    """Bring the tables to head in one transaction, creating them where there are none; at head nothing happens.

    Raises SchemaNotAtHeadError for tables that are newer or somebody else's.
    """
    with (
        outages_explained(),
        database.engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        if not is_sqlite(database.engine):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})
        found = _state(connection)
        if found in {SchemaState.AHEAD, SchemaState.FOREIGN, SchemaState.HALF_COPY}:
            refuse(found)
        if found is not SchemaState.AT_HEAD:
            _run_migrations(connection)


def refuse_unless_at_head(database: Database) -> None:
    """Raise SchemaNotAtHeadError unless the tables are at head; a new SQLite file gets its tables."""
    found = state(database)
    if found is SchemaState.EMPTY and is_sqlite(database.engine):
        upgrade(database)
    elif found is not SchemaState.AT_HEAD:
        refuse(found)


def refuse(found: SchemaState) -> NoReturn:
    """Raise SchemaNotAtHeadError with what to do about it."""
    raise SchemaNotAtHeadError(WHAT_TO_DO[found])


def _state(connection: Connection) -> SchemaState:
    tables = inspect(connection).get_table_names()
    if not tables:
        return SchemaState.EMPTY
    if HALF_COPY in tables:
        return SchemaState.HALF_COPY
    if "alembic_version" not in tables:
        return SchemaState.FOREIGN
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if version is None:
        return SchemaState.FOREIGN if len(tables) > 1 else SchemaState.EMPTY
    if version == HEAD:
        return SchemaState.AT_HEAD
    return SchemaState.BEHIND if any((FOLDER / "versions").glob(f"r{version}_*.py")) else SchemaState.AHEAD


def _run_migrations(connection: Connection) -> None:
    # A start that finds the tables at head does without this import, the slowest of the record.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
