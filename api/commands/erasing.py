"""`erase cv` and `erase order`: erases from the record with all dependent data, then from the index."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import click

from api.commands.importing import update_index
from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.files import NothingDoneError
from api.terminal.progress import bar
from api.wiring import CENTRE, Components
from indexer.records.record import Record
from matcher.retention import erase_outdated, outdated_cvs

NOT_YET = "Søgningen kan finde det, til indekset er fulgt med; »jobformidling index status« viser hvornår."
IN_THE_INDEX = "Ingen søgning finder det mere; indeksets filer er renset efter næste: jobformidling index rebuild"
HELP = """Slet et CV eller en jobordre i alle udgaver med det, der hænger ved: læsninger, fordelinger, forslag, sager.

Lister, der er givet ud, beholder pladsen, men intet om personen; revisionssporet siger, hvem der slettede og hvornår.
Indeksets filer kan rumme enkelte af ordene, til indekset bygges igen (index rebuild). Uden --yes slettes intet.

\b
Eksempler:
  jobformidling erase cv C-2001 --yes
  jobformidling erase order A-1001 --yes
  jobformidling erase cvs --unchanged-since 2026-05-01
"""
CVS_HELP = """Vis eller slet alle CV'er, som ingen har ændret siden en dag; hvor længe de må gemmes, afgør centret.

Et CV, der indlæses igen med samme indhold, regnes ikke som ændret. Hvem der har et åbent forslag, bliver. Uden --yes
vises kun, hvem det ville være.

\b
Eksempel: jobformidling erase cvs --unchanged-since 2026-05-01
"""
SHOWN = 10
_YES = click.option("--yes", "confirmed", is_flag=True, help="Slet; det kan ikke gøres om.")


@click.group("erase", help=HELP)
def erase() -> None:
    """What can be erased."""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    return click.argument("record_id", metavar="ID")(_YES(command))


@erase.command("cv", help="Slet et CV.\n\nEksempel: jobformidling erase cv C-2001 --yes")
@_options
@with_components
def cv(components: Components, record_id: str, confirmed: bool) -> None:
    """Erase a person's CV."""
    _erase(components, record_id, lambda record: record.cvs.erase(record_id), confirmed=confirmed)


@erase.command("order", help="Slet en jobordre.\n\nEksempel: jobformidling erase order A-1001 --yes")
@_options
@with_components
def order(components: Components, record_id: str, confirmed: bool) -> None:
    """Erase a job order."""
    _erase(components, record_id, lambda record: record.job_orders.erase(record_id), confirmed=confirmed)


@erase.command("cvs", help=CVS_HELP)
@click.option(
    "--unchanged-since", "since", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="DATO", help="Dagen."
)
@_YES
@with_components
def cvs(components: Components, since: datetime, confirmed: bool) -> None:
    """Erase the CVs that are older than the centre keeps them."""
    found = outdated_cvs(components.database, since.replace(tzinfo=CENTRE))
    if not confirmed:
        shown = ", ".join(list(found)[:SHOWN]) + (" …" if len(found) > SHOWN else "")
        click.echo(f"CV'er uændret siden da: {len(found)}{f' ({shown})' if found else ''}. Intet er slettet.")
        return
    with bar("Sletter", len(found)) as tell:
        erased = erase_outdated(components.database, found, actor=ACTOR, progress=tell)
    click.echo(f"CV'er slettet: {erased}")
    click.echo(IN_THE_INDEX if update_index(components) else NOT_YET)


def _erase(components: Components, record_id: str, erased: Callable[[Record], None], *, confirmed: bool) -> None:
    if not confirmed:
        raise NothingDoneError(f"Intet er slettet. Slet {record_id} med --yes; det kan ikke gøres om.")
    with components.database.transaction(ACTOR, "sletning") as record:
        erased(record)
    click.echo(f"{record_id} er slettet.")
    click.echo(IN_THE_INDEX if update_index(components) else NOT_YET)
