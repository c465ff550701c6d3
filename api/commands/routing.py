"""`route`: file to file."""

from __future__ import annotations

from pathlib import Path

import click

from api.terminal.components import with_components
from api.terminal.files import Refusals, finish, read_values, refuse_overwriting, write_lines
from api.terminal.progress import counted
from api.wiring import Components, today
from indexer.intake import read_job_order
from matcher.dispatch.route_format import route_to_mapping
from matcher.orders.profile import understand

HELP = """Find fagområde og afdeling for ordrer i en fil.

Eksempel: jobformidling route --orders ordrer.jsonl --out -
"""


@click.command(help=HELP)
@click.option("--orders", required=True, metavar="FIL", help="Jobordrer, en JSON-linje hver.")
@click.option("--out", required=True, metavar="FIL", help="Hvor ruterne skrives.")
@click.option("--refused", type=click.Path(path_type=Path), metavar="FIL", help="Hvor afviste linjer skrives.")
@with_components
def route(components: Components, orders: str, out: str, refused: Path | None) -> None:
    """Route every order of the file."""
    refuse_overwriting([orders], [out, refused])
    refusals = Refusals(refused)
    found = read_values(orders, read_job_order, refusals)
    routes = (
        components.router.route(order, understand(order, components.catalog), today())
        for order in counted(found, "Fordeler")
    )
    finish(write_lines(out, (route_to_mapping(found) for found in routes)), refusals)
