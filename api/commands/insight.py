"""`insight`: what is kept of one person, for that person to see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

import click

from api.formatting import danish_date, danish_number, danish_time
from api.labels import ACTS, STATES
from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.readers import heading, points
from api.wiring import Components
from indexer.records.case_lookups import CaseFacts
from indexer.records.ranked_lists import GivenPlace
from matcher.insight import Insight, insight, insight_to_mapping

HELP = """Vis, hvad arkivet har om en person, til den, der beder om indsigt (databeskyttelsesforordningen, artikel 15):
CV'et i alle versioner, pladser i lister, forslag, hvad sagen sagde, og hvornår oplysningerne er brugt og til hvad.

Andre personer og medarbejderes navne er ikke med. At der er givet indsigt, noteres i revisionssporet.

\b
Eksempler:
  jobformidling insight C-2001           # et overblik
  jobformidling insight C-2001 --json    # det hele
"""


@click.command("insight", help=HELP)
@click.argument("cv_id", metavar="CV")
@click.option("--json", "as_json", is_flag=True, help="Det hele som ét JSON-objekt.")
@with_components
def insight_command(components: Components, cv_id: str, as_json: bool) -> None:
    """Print what is kept of a person."""
    found = insight(components.database, cv_id, actor=ACTOR)
    if as_json:
        click.echo(json.dumps(insight_to_mapping(found), ensure_ascii=False))
        return
    click.secho(f"Indsigt i {found.cv_id}", bold=True)
    for title, told in _sections(found):
        heading(title)
        points([f"{danish_time(at)}: {text}" for at, text in told] or ["Intet."])


def _sections(found: Insight) -> Iterator[tuple[str, list[tuple[datetime, str]]]]:
    """What is kept, sort by sort: when, and what."""
    yield "CV", [(one.changed_at, f"udgave {one.revision}: „{one.value.headline}“") for one in found.revisions]
    yield "Pladser i lister", [(one.given_at, _place(one)) for one in found.places]
    yield (
        "Forslag",
        [(one.noted_at, f"{STATES[one.state]}, ordre {one.order_id}{_because(one.reason)}") for one in found.proposals],
    )
    yield "Hvad sagen sagde", [(one.looked_up_at, _case(one.facts)) for one in found.cases]
    acts = [(one.at, f"{ACTS.get(one.action, one.action)}{_because(one.purpose)}") for one in found.acts]
    yield "Hvornår oplysningerne er brugt, og til hvad", acts


def _place(given: GivenPlace) -> str:
    place = given.place
    said = f"nr. {place.rank} til ordre {given.order_id} med {danish_number(place.score, 1)} point"
    return ". ".join([said, *([" ".join(told)] if (told := place.blocked_by or place.reasons) else [])])


def _case(facts: CaseFacts) -> str:
    said = [f"ansat hos CVR {', '.join(facts.employers)}" if facts.employers else "ikke ansat"]
    if facts.away:
        said.append(f"fraværende til og med {danish_date(facts.away_until)}" if facts.away_until else "fraværende")
    return ", ".join([*said, *(["navn og adresse er beskyttet"] if facts.protected else [])])


def _because(why: str) -> str:
    return f" ({why})" if why else ""
