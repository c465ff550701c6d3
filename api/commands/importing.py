"""`import orders` and `import cvs`: imports into the record, then updates the index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import click

from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.files import Refusals, StoppedError, finish, opened, refuse_overwriting, size_of
from api.terminal.progress import bar
from api.wiring import Components
from indexer.engines.contract import SearchUnavailableError
from indexer.importing import ImportReport, import_cvs, import_job_orders
from indexer.intake.json_lines import Progress

STOPPED = "Afbrudt. Hele portioner er gemt; kør den samme kommando igen for at gå videre."
HELP = """Indlæs jobordrer eller CV'er i arkivet.

\b
Eksempler:
  jobformidling import orders ordrer.jsonl --dry-run
  jobformidling import cvs cver.jsonl --refused afviste.txt

Samme id igen er en opdatering; samme indhold igen ændrer intet. Afbrydes indlæsningen, køres den blot igen.
"""


@click.group("import", help=HELP)
def import_() -> None:
    """The two kinds of import."""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--refused", type=click.Path(path_type=Path), metavar="FIL", help="Hvor afviste linjer skrives."),
        click.option("--no-index", is_flag=True, help="Opdater ikke indekset nu; serveren eller næste kørsel gør det."),
        click.option("--dry-run", is_flag=True, help="Vis kun, hvad der ville ske."),
        click.argument("file", metavar="FIL"),
    ):
        command = option(command)
    return command


@import_.command(help="Indlæs jobordrer.\n\nEksempel: jobformidling import orders ordrer.jsonl")
@_options
@with_components
def orders(components: Components, file: str, dry_run: bool, no_index: bool, refused: Path | None) -> None:
    """Import job orders; each is read and routed anew where it is new or changed, and has an owner at once."""
    refuse_overwriting([file], [refused])
    refusals = Refusals(refused)
    report = _imported(
        file,
        lambda lines, told: import_job_orders(
            lines,
            components.database,
            dry_run=dry_run,
            progress=told,
            refused=refusals.add,
            beforehand=None if dry_run else components.reception.routed_beforehand,
            actor=ACTOR,
        ),
    )
    if not dry_run:
        click.echo(f"Fordelt til en afdeling: {report.created + report.updated}")
    _end(components, report, refusals, dry_run=dry_run, index=not no_index)


@import_.command(help="Indlæs CV'er.\n\nEksempel: jobformidling import cvs cver.jsonl")
@_options
@with_components
def cvs(components: Components, file: str, dry_run: bool, no_index: bool, refused: Path | None) -> None:
    """Import CVs."""
    refuse_overwriting([file], [refused])
    refusals = Refusals(refused)
    report = _imported(
        file,
        lambda lines, told: import_cvs(
            lines, components.database, dry_run=dry_run, progress=told, refused=refusals.add, actor=ACTOR
        ),
    )
    _end(components, report, refusals, dry_run=dry_run, index=not no_index)


def _imported(file: str, run: Callable[[BinaryIO, Callable[[Progress], None]], ImportReport]) -> ImportReport:
    with opened(file) as lines, bar("Indlæser", size_of(lines)) as tell:
        try:
            return run(lines, lambda progress: tell(progress.bytes))
        except KeyboardInterrupt as stop:
            raise StoppedError(STOPPED) from stop


def _end(components: Components, report: ImportReport, refusals: Refusals, *, dry_run: bool, index: bool) -> None:
    click.echo(
        f"{'Ville blive' if dry_run else 'Blev'} oprettet: {report.created}, opdateret: {report.updated}, "
        f"uændret: {report.unchanged}, afvist: {report.refused}"
    )
    if index and not dry_run:
        update_index(components)
    finish(report.created + report.updated + report.unchanged, refusals)


def update_index(components: Components) -> bool:
    """Update the index with a progress bar; whether it has all changes now. An outage is reported and loses nothing."""
    try:
        with components.database.reading() as record:
            first = record.index_generations.current() is None
            waiting = record.cvs.count() + record.job_orders.count() if first else record.index_queue.highest()
        with bar("Bygger indeks" if first else "Opdaterer indeks", waiting) as tell:
            built = components.index.rebuild(lambda done, _: tell(done)) if first else None
            report = components.index.run_once(lambda done, _: tell(done))
        indexed = report.applied + (built.cvs + built.job_orders if built else 0)
        click.echo(f"Indekseret: {indexed}, venter: {report.lag}")
    except SearchUnavailableError as error:
        click.echo(f"Søgningen er bagud: {error} Arkivet er uskadt.", err=True)
        return False
    return not report.lag
