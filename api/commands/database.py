"""`database upgrade|status|copy`: the record's tables and where they lie."""

from __future__ import annotations

from contextlib import closing

import click

from api.settings import Settings
from api.terminal.files import NothingDoneError
from api.terminal.options import with_settings
from api.terminal.progress import bar
from indexer.records.connections import is_there, same_place
from indexer.records.copying import copy_record
from indexer.records.database import Database
from indexer.records.migrations import WHAT_TO_DO, state
from indexer.records.migrations import upgrade as upgrade_tables


@click.group(help="Opret, opgrader eller kopiér arkivet.\n\nEksempel: jobformidling database upgrade")
def database() -> None:
    """What can be done with the record's tables."""


@database.command(help="Opret eller opgrader tabellerne.\n\nEksempel: jobformidling database upgrade")
@with_settings
def upgrade(settings: Settings) -> None:
    """Bring the tables to head."""
    with closing(Database(settings.database, any_schema=True)) as record:
        upgrade_tables(record)
    click.echo("Tabellerne er opgraderet.")


@database.command(help="Vis, om tabellerne svarer til programmet.\n\nEksempel: jobformidling database status")
@with_settings
def status(settings: Settings) -> None:
    """Tell how the tables stand."""
    with closing(Database(settings.database, any_schema=True)) as record:
        found = state(record)
    click.echo(WHAT_TO_DO.get(found, "Tabellerne svarer til programmet."))


COPY_HELP = """Kopiér hele arkivet til en anden database, f.eks. fra SQLite til PostgreSQL eller tilbage.

Alt følger med: versioner, revisionsspor, kø og lister. Antal og indhold sammenlignes til sidst. Afbrydes kopieringen,
går den videre, hvor den slap, når den køres igen. Stop det, der skriver i kilden, imens; med --backup må der skrives,
og kopien er arkivet, som det var, da kopieringen begyndte.

\b
Eksempler:
  jobformidling database copy --backup --from sqlite:///data/jobformidling.sqlite --to sqlite:///kopi.sqlite
  jobformidling database copy --from sqlite:///data/jobformidling.sqlite --to postgresql://bruger@vaert/arkiv
"""


@database.command(help=COPY_HELP)
@click.option("--from", "source", metavar="URL", required=True, help="Arkivet, der kopieres; det ændres ikke.")
@click.option("--to", "target", metavar="URL", required=True, help="En tom database, eller en halv kopi fra før.")
@click.option("--backup", is_flag=True, help="Sikkerhedskopi: der må skrives i kilden imens.")
def copy(source: str, target: str, backup: bool) -> None:
    """Copy the record and compare both sides."""
    if not is_there(source):
        raise NothingDoneError("Der er intet arkiv at kopiere: filen findes ikke.")
    if same_place(source, target):
        raise NothingDoneError("--from og --to er den samme database. Intet er ændret.")
    with (
        closing(Database(source)) as record,
        closing(Database(target, any_schema=True)) as other,
        bar("Kopierer og sammenligner", 100) as tell,
    ):
        copied = copy_record(record, other, lambda done, of: tell(100 * done // max(of, 1)), backup=backup)
    for table in copied:
        click.echo(f"{table.name:<22} {table.content.rows:>12} rækker  {table.content.checksum:064x}"[:60])
    click.echo(
        f"{sum(table.content.rows for table in copied)} rækker er kopieret; antal og indhold er ens på begge sider."
    )
