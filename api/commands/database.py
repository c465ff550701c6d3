"""`database upgrade|status`."""

from __future__ import annotations

import click

from api.cli import with_settings
from api.commands.files import NothingDoneError
from api.settings import Settings
from indexer.records.database import Database
from indexer.records.errors import RecordError
from indexer.records.migrations import SchemaState, state
from indexer.records.migrations import upgrade as upgrade_tables

STATES = {
    SchemaState.AT_HEAD: "Tabellerne svarer til programmet.",
    SchemaState.BEHIND: "Tabellerne er fra en ældre version. Tag en kopi, og kør: jobformidling database upgrade",
    SchemaState.AHEAD: "Tabellerne er fra en nyere version af programmet.",
    SchemaState.EMPTY: "Databasen er tom. Kør: jobformidling database upgrade",
    SchemaState.FOREIGN: "Databasen indeholder tabeller, som ikke er jobformidlings.",
}


@click.group(help="Opret eller opgrader arkivets tabeller.\n\nEksempel: jobformidling database upgrade")
def database() -> None:
    """What can be done with the record's tables."""


@database.command(help="Opret eller opgrader tabellerne.\n\nEksempel: jobformidling database upgrade")
@with_settings
def upgrade(settings: Settings) -> None:
    """Bring the tables to head."""
    try:
        upgrade_tables(Database(settings.database, any_schema=True))
    except RecordError as error:
        raise NothingDoneError(str(error)) from error
    click.echo("Tabellerne er opgraderet.")


@database.command(help="Vis, om tabellerne svarer til programmet.\n\nEksempel: jobformidling database status")
@with_settings
def status(settings: Settings) -> None:
    """Tell how the tables stand."""
    click.echo(STATES[state(Database(settings.database, any_schema=True))])
