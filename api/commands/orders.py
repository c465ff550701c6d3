"""`orders close`, `orders reopen` and `orders state`: how a job order stands, from the command line."""

from __future__ import annotations

import json

import click

from api.formatting import danish_time
from api.labels import ORDER_STATES
from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.readers import columns, points
from api.wiring import Components
from indexer.records.order_steps import OrderStep
from indexer.records.proposals import latest_steps
from matcher.lifecycles.orders import CLOSINGS, ORDERS, OrderState
from matcher.lifecycles.proposals import OPEN
from matcher.orders.closing import move_order, revision_of, state_of, steps_to_mapping

HELP = """Luk en jobordre med det, der blev af den, åbn den igen, og vis, hvordan den står.

En lukket ordre står ikke længere blandt de ledige job, og ingen kan foreslås til den. Den bliver i arkivet.

\b
Eksempler:
  jobformidling orders close A-1001 besat
  jobformidling orders close A-1001 ubesat --reason "Ingen med certifikat."
  jobformidling orders reopen A-1001
  jobformidling orders state A-1001
"""
_REASON = click.option("--reason", default="", metavar="TEKST", help="Begrundelse, højst 200 tegn.")


@click.group("orders", help=HELP)
def orders() -> None:
    """What can be done with an order."""


@orders.command("close", help="Luk en jobordre.\n\nEksempel: jobformidling orders close A-1001 besat")
@click.argument("order_id", metavar="ORDRE")
@click.argument("state", metavar="|".join(CLOSINGS), type=click.Choice([state.value for state in CLOSINGS]))
@_REASON
@with_components
def close(components: Components, order_id: str, state: str, reason: str) -> None:
    """Close an order; tells who still has an open proposal for it."""
    _move(components, order_id, state, reason)
    with components.database.reading() as record:
        latest = latest_steps(record.proposals.of_order(order_id))
    points([f"{step.cv_id} har stadig et åbent forslag. Giv besked." for step in latest if step.state in OPEN])


@orders.command("reopen", help="Åbn en jobordre igen.\n\nEksempel: jobformidling orders reopen A-1001")
@click.argument("order_id", metavar="ORDRE")
@_REASON
@with_components
def reopen(components: Components, order_id: str, reason: str) -> None:
    """Open a closed order again."""
    _move(components, order_id, OrderState.OPEN.value, reason)


@orders.command("state", help="Vis, hvordan en jobordre står.\n\nEksempel: jobformidling orders state A-1001")
@click.argument("order_id", metavar="ORDRE")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som én JSON-linje.")
@with_components
def state(components: Components, order_id: str, as_json: bool) -> None:
    """Show every step of an order."""
    steps = _steps(components, order_id)
    if as_json:
        click.echo(json.dumps(steps_to_mapping(order_id, steps), ensure_ascii=False))
        return
    click.echo(f"{order_id} er {ORDER_STATES[state_of(steps)]}.")
    if steps:
        columns([_row(step) for step in steps])


def _move(components: Components, order_id: str, state: str, reason: str) -> None:
    moved = ORDERS.read_move({"state": state, "reason": reason})
    revision = revision_of(_steps(components, order_id))
    move_order(components.database, order_id, moved, actor=ACTOR, expected_revision=revision)
    click.echo(f"{order_id} er nu {ORDER_STATES[state]}.")


def _steps(components: Components, order_id: str) -> list[OrderStep]:
    with components.database.reading() as record:
        record.job_orders.require(order_id)
        return record.order_steps.of_order(order_id)


def _row(step: OrderStep) -> tuple[str, ...]:
    return ORDER_STATES[step.state], f"{danish_time(step.noted_at)}, {step.noted_by}", step.reason
