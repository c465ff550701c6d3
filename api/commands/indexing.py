"""`index status|rebuild|follow|check`."""

from __future__ import annotations

import signal
import sys
import threading

import click

from api.terminal.components import with_components
from api.terminal.files import NOTHING_DONE, SOME_REFUSED, NothingDoneError
from api.terminal.progress import bar
from api.wiring import Components
from indexer.checking.repairing import CheckReport, CollectionReport
from indexer.engines.embedded.errors import EngineDamagedError
from indexer.feeding.synchronise import IndexOutOfStepError

NOT_MENDED = (
    "Ikke alt kunne rettes. Prøv igen om et minut; afviger noget stadig, så byg et nyt: jobformidling index rebuild"
)


@click.group(help="Indeksets tilstand, genopbygning og kontrol.\n\nEksempel: jobformidling index status")
def index() -> None:
    """What can be done with the index."""


@index.command(
    help="Vis, hvilket indeks der er i brug, og hvor langt det er bagud.\n\nEksempel: jobformidling index status"
)
@with_components
def status(components: Components) -> None:
    """Print the state; exit status 2 when search is down or there is no index yet. Builds nothing."""
    with components.database.reading() as record:
        click.echo(f"Arkiv: {record.cvs.count()} CV'er, {record.job_orders.count()} jobordrer")
        if not record.index_generations.name_of_current():
            raise NothingDoneError("Der er intet indeks endnu. Kør: jobformidling index rebuild")
    state = components.index.state()
    click.echo(f"Indeks: {state.generation or 'intet'}, {'i drift' if state.up else 'nede'}")
    if state.lag is not None:
        click.echo(f"Bagud: {state.lag} ændringer")
    if state.stale:
        click.echo(f"{state.stale} Kør: jobformidling index rebuild")
    if state.error:
        click.echo(f"Fejl: {state.error}", err=True)
    sys.exit(0 if state.up else NOTHING_DONE)


REBUILD_HELP = """Byg et nyt indeks ved siden af det gamle, og skift.

Er sprogmodel, taksonomi og form de samme som før, bruges det, der allerede er læst af hvert CV, igen.

\b
Eksempel:
  jobformidling index rebuild
"""


@index.command(help=REBUILD_HELP)
@click.option("--anew", is_flag=True, help="Læs alle CV'er forfra.")
@click.option("--processes", type=click.IntRange(1, 256), help="Så mange processer læser; ellers én for hver kerne.")
@with_components
def rebuild(components: Components, anew: bool, processes: int | None) -> None:
    """Build a new generation and switch to it; the old one serves meanwhile."""
    with components.database.reading() as record:
        total = record.cvs.count() + record.job_orders.count()
    with bar("Bygger indeks", total) as tell:
        report = components.index.rebuild(lambda done, _: tell(done), anew=anew, processes=processes)
    click.echo(f"Indeks {report.generation}: {report.cvs} CV'er, {report.job_orders} jobordrer")
    if report.refused:
        click.echo(f"Kunne ikke indekseres: {report.refused}", err=True)


FOLLOW_HELP = """Hold indekset ajour med arkivet, til det stoppes med Ctrl-C.

Flere kan køre på én gang, når arkivet er PostgreSQL: hver ændring indekseres af én af dem, og stopper en, tager en
anden over. Serveren holder selv indekset ajour; dette er til maskiner, der ikke skal svare nogen.

\b
Eksempel:
  jobformidling index follow --database postgresql://bruger@vaert/arkiv --engine opensearch
"""


@index.command(help=FOLLOW_HELP)
@with_components
def follow(components: Components) -> None:
    """Keep the index in step until interrupted or told to end."""
    stop = threading.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: stop.set())
    thread = components.index.start()
    click.echo("Holder indekset ajour. Stop med Ctrl-C.", err=True)
    said: str | None = None
    while not stop.wait(1.0):
        if thread.last_error != said:
            said = thread.last_error
            click.echo(said or "Indekset følger med igen.", err=True)


@index.command(help="Sammenlign indekset med arkivet.\n\nEksempel: jobformidling index check --repair")
@click.option("--repair", is_flag=True, help="Ret det, der afviger.")
@with_components
def check(components: Components, repair: bool) -> None:
    """Compare, and repair with --repair; exit status 1 when something differed and was not repaired."""
    report = _checked(components, repair=repair)
    click.echo(f"CV'er: {_counts_line(report.cvs)}")
    click.echo(f"Jobordrer: {_counts_line(report.job_orders)}")
    click.echo(f"Uden grundlag for rangering: {report.missing_features}, til overs: {report.surplus_features}")
    click.echo(f"Venter i køen: {report.waiting}")
    if report.sound:
        click.echo("Det, der ikke venter i køen, stemmer." if report.waiting else "Indeks og arkiv stemmer.")
        return
    if not repair:
        click.echo("Ret med: jobformidling index check --repair")
        sys.exit(SOME_REFUSED)
    # Looked at again: a record that no document can be made of and one that the engine holds newer stay as they are.
    if not components.index.check().sound:
        click.echo(NOT_MENDED)
        sys.exit(SOME_REFUSED)
    click.echo("Afvigelserne er rettet.")


def _checked(components: Components, *, repair: bool) -> CheckReport:
    try:
        return components.index.check(repair=repair)
    except (EngineDamagedError, IndexOutOfStepError) as error:
        if not repair:
            raise
        click.echo(f"{error.why} Det bygges derfor forfra af arkivet.", err=True)
        components.index.rebuild()
        return components.index.check()


def _counts_line(report: CollectionReport) -> str:
    return (
        f"{report.records} i arkivet, mangler i indekset {report.missing}, forældede {report.stale}, "
        f"til overs {report.surplus}, foran arkivet {report.ahead}"
    )
