"""`read`: file to file."""

from __future__ import annotations

from pathlib import Path

import click

from api.terminal.components import with_components
from api.terminal.files import Refusals, finish, read_values, refuse_overwriting, write_lines
from api.wiring import Components
from indexer.intake import read_job_order
from matcher.orders.profile import understand
from matcher.orders.reading_format import reading_to_mapping

HELP = """Vis, hvad programmet har forstået af hver ordre.

Eksempel: jobformidling read --orders ordrer.jsonl --out -
"""


@click.command(help=HELP)
@click.option("--orders", required=True, metavar="FIL", help="Jobordrer, en JSON-linje hver.")
@click.option("--out", required=True, metavar="FIL", help="Hvor det læste skrives.")
@click.option("--refused", type=click.Path(path_type=Path), metavar="FIL", help="Hvor afviste linjer skrives.")
@with_components
def read(components: Components, orders: str, out: str, refused: Path | None) -> None:
    """Read every order of the file."""
    refuse_overwriting([orders], [out, refused])
    catalog, refusals = components.catalog, Refusals(refused)
    found = read_values(orders, read_job_order, refusals)
    lines = (reading_to_mapping(order.id, understand(order, catalog), catalog) for order in found)
    finish(write_lines(out, lines), refusals)
