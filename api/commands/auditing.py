"""`audit cv` and `audit order`: who saw or changed what, when and why."""

from __future__ import annotations

import json
from collections.abc import Callable

import click

from api.formatting import danish_time
from api.labels import ACTS, ORDER_ACTS
from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.tables import printable, table
from api.wiring import Components
from indexer.records.stored import RecordKind
from matcher.audit import IN_A_LIST, Use, use_to_mapping, uses

HELP = """Vis revisionssporet for et CV eller en jobordre, til tilsyn: hvem der har set, ændret eller brugt det, hvornår
og til hvad, også efter at det er slettet. Et CV's pladser i lister, der er givet ud, er med.

At sporet er set, noteres i det. Til personen selv er insight, som ikke nævner medarbejdere.

\b
Eksempler:
  jobformidling audit cv C-2001
  jobformidling audit order A-1001 --json
"""
HEAD = ("hvornår", "hvem", "hvad", "formål")


@click.group("audit", help=HELP)
def audit() -> None:
    """What there is a trail of."""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    as_json = click.option("--json", "as_json", is_flag=True, help="En JSON-linje for hver handling.")
    return click.argument("record_id", metavar="ID")(as_json(command))


@audit.command("cv", help="Vis, hvem der har set, ændret eller brugt et CV.\n\nEksempel: jobformidling audit cv C-2001")
@_options
@with_components
def cv(components: Components, record_id: str, as_json: bool) -> None:
    """Print the trail of a CV."""
    _print(uses(components.database, RecordKind.CV, record_id, actor=ACTOR), as_json)


@audit.command(
    "order", help="Vis, hvem der har ændret eller brugt en ordre.\n\nEksempel: jobformidling audit order A-1"
)
@_options
@with_components
def order(components: Components, record_id: str, as_json: bool) -> None:
    """Print the trail of a job order."""
    _print(uses(components.database, RecordKind.JOB_ORDER, record_id, actor=ACTOR), as_json, of_order=True)


def _print(found: list[Use], as_json: bool, *, of_order: bool = False) -> None:
    if as_json:
        for use in found:
            click.echo(json.dumps(use_to_mapping(use), ensure_ascii=False))
        return
    rows = [(danish_time(use.at), printable(use.actor), _act_in_words(use, of_order), use.purpose) for use in found]
    for line in table(HEAD, rows, left=len(HEAD)):
        click.echo(line)


def _act_in_words(use: Use, of_order: bool) -> str:
    if use.act == IN_A_LIST:
        return f"stod i liste {use.list_number} til ordre {printable(use.order)}"
    said = {**ACTS, **ORDER_ACTS} if of_order else ACTS
    version = f" (udgave {use.revision})" if use.revision else ""
    return f"{said.get(use.act, use.act)}{version}"
