"""`crowding`: who leads many lists in the record, who is never shown, and how many open proposals people have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from api.terminal.components import with_components
from api.terminal.progress import counted
from api.terminal.tables import percent, table
from api.wiring import Components
from matcher.evaluation.crowd_report import RecordCrowding, list_of, open_orders, record_crowding
from matcher.evaluation.crowding import OFTEN, SHOWN, Crowding

HELP = """Vis trængslen i arkivet: hvem der står forrest i flest lister, hvem der aldrig vises, og hvem der har flest
åbne forslag. Listerne laves for alle åbne ordrer, som de ville være nu; de gemmes ikke.

\b
Eksempler:
  jobformidling crowding
  jobformidling crowding --people 20
"""


@click.command("crowding", help=HELP)
@click.option("--people", default=5, show_default=True, type=click.IntRange(min=0), help="Personer i hver tabel.")
@click.option("--json", "as_json", is_flag=True, help="Alle tal som ét JSON-objekt.")
@with_components
def crowding_command(components: Components, people: int, as_json: bool) -> None:
    """Print how the record's lists and proposals are spread over people."""
    components.index.run_once()
    lists = [list_of(components.matching, order) for order in counted(open_orders(components.matching), "Rangerer")]
    found = record_crowding(components.matching, lists)
    click.echo(json.dumps(asdict(found), ensure_ascii=False) if as_json else "\n".join(_report(found, people)))


def _report(found: RecordCrowding, people: int) -> Iterator[str]:
    yield _counted(found.lists.lists, "åben ordre", "åbne ordrer")
    yield from crowd_lines(found.lists, people)
    yield ""
    open_ones = sum(count for _, count in found.open_proposals)
    people_with_some = _counted(len(found.open_proposals), "person", "personer")
    yield f"{_counted(open_ones, 'åbent forslag', 'åbne forslag')}, fordelt på {people_with_some}"
    if most := [(who, str(count)) for who, count in found.open_proposals[:people]]:
        yield from table(("flest åbne forslag", "forslag"), most)


def crowd_lines(found: Crowding, people: int) -> Iterator[str]:
    """The lines of a report on how first places are spread over people."""
    yield f"Trængsel: {found.shown} af {found.eligible}, der må foreslås til noget, står i nogen top {SHOWN}"
    yield f"Den tiendedel, der står oftest i top 5, har {percent(found.share_of_tenth)} af pladserne"
    leads = [(who, str(count)) for who, count in found.firsts[:people]]
    if leads:
        yield ""
        yield from table(("først i flest lister", "lister"), leads)
    yield ""
    yield f"{len(found.nowhere)} må foreslås til mindst {OFTEN} ordrer og står ikke i top {SHOWN} til nogen"
    if left := [(who, str(count)) for who, count in found.nowhere[:people]]:
        yield from table(("aldrig vist", "må foreslås til"), left)


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
