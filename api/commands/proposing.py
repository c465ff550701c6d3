"""`propose` and `proposals`: what a consultant does with a list, from the command line."""

from __future__ import annotations

import json

import click

from api.formatting import danish_time
from api.labels import STATES
from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.readers import columns, points
from api.wiring import Components
from indexer.records.proposals import ProposalStep
from matcher.lifecycles.proposals import PROPOSALS
from matcher.proposals.proposal_format import proposal_to_mapping, read_proposal, step_to_mapping
from matcher.proposals.proposing import require_proposal

PROPOSE_HELP = """Foreslå en person i arkivet til en ordre, eller noter, hvad der blev af forslaget.

Holder en regel personen tilbage, skal der en begrundelse til. Skriv aldrig om helbred i den.

\b
Eksempler:
  jobformidling propose A-1001 C-2001
  jobformidling propose A-1001 C-2001 --state til_samtale
  jobformidling propose A-1001 C-2001 --state ikke_ansat --reason "En anden blev valgt."
"""
PROPOSALS_HELP = """Vis, hvem der er foreslået til en ordre, og hvordan det går.

\b
Eksempler:
  jobformidling proposals A-1001
  jobformidling proposals A-1001 --json
"""


@click.command("propose", help=PROPOSE_HELP)
@click.argument("order_id", metavar="ORDRE")
@click.argument("cv_id", metavar="CV")
@click.option("--state", type=click.Choice(list(STATES)), help="Hvordan forslaget står nu; uden: et nyt forslag.")
@click.option("--reason", default="", metavar="TEKST", help="Begrundelse, højst 200 tegn; aldrig om helbred.")
@with_components
def propose(components: Components, order_id: str, cv_id: str, state: str | None, reason: str) -> None:
    """Write one step of a proposal."""
    step = (
        _moved(components, order_id, cv_id, state, reason) if state else _proposed(components, order_id, cv_id, reason)
    )
    click.echo(json.dumps(step_to_mapping(step), ensure_ascii=False))


@click.command("proposals", help=PROPOSALS_HELP)
@click.argument("order_id", metavar="ORDRE")
@click.option("--json", "as_json", is_flag=True, help="En JSON-linje for hvert forslag.")
@with_components
def proposals(components: Components, order_id: str, as_json: bool) -> None:
    """List the proposals of an order."""
    found = components.proposing.of_order(order_id, actor=ACTOR)
    if as_json:
        for steps in found:
            click.echo(json.dumps(proposal_to_mapping(steps), ensure_ascii=False))
    elif found:
        columns([_row(steps[-1]) for steps in found])
    else:
        points(["Ingen er foreslået endnu."])


def _proposed(components: Components, order_id: str, cv_id: str, reason: str) -> ProposalStep:
    return components.proposing.propose(order_id, read_proposal({"cv": cv_id, "reason": reason}), actor=ACTOR)


def _moved(components: Components, order_id: str, cv_id: str, state: str, reason: str) -> ProposalStep:
    moved = PROPOSALS.read_move({"state": state, "reason": reason})
    with components.database.reading() as record:
        revision = require_proposal(record, order_id, cv_id).revision
    return components.proposing.move(order_id, cv_id, moved, actor=ACTOR, expected_revision=revision)


def _row(step: ProposalStep) -> tuple[str, ...]:
    return step.cv_id, STATES[step.state], f"{danish_time(step.noted_at)}, {step.noted_by}"
