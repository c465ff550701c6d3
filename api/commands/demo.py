"""`demo`: the main workflow on the bundled synthetic orders and CVs."""

from __future__ import annotations

import sys
import time

import click

from api.commands.bundled import ACTOR, put_collection
from api.commands.importing import update_index
from api.formatting import danish_certainty
from api.terminal.components import with_components
from api.terminal.readers import held_back
from api.wiring import Components
from indexer.intake.job_order import JobOrder
from matcher.evaluation.collection import bundled_orders
from matcher.lists.matching import MatchedList
from matcher.open_jobs.demands import demands_in_words

# A warehouse, a nursing home, an office in English, a subsidised office job.
SHOWN = ("S-101", "S-201", "S-219", "S-125")
PEOPLE = 3
REASONS = 4
WIDTH = 110

HELP = """Kør hele opgaven på de medfølgende syntetiske ordrer og CV'er: indlæs, læs, fordel, ranger og begrund.

Eksempel: jobformidling demo --data demodata
"""


@click.command(help=HELP)
@with_components
def demo(components: Components) -> None:
    """Import the collection into the record, then walk some orders through the chain."""
    started = time.monotonic()
    click.echo("Alle ordrer, virksomheder og personer her er syntetiske: ingen af dem findes.\n")
    click.echo(
        f"Indlæst: {put_collection(components)} ændringer i arkivet; hver ordre er læst og fordelt til en afdeling."
    )
    update_index(components)
    for order in bundled_orders():
        if order.id in SHOWN:
            _show(components, order)
    click.echo(f"\nFærdig på {time.monotonic() - started:.0f} sekunder.")
    command = sys.argv[0] if sys.argv[0].endswith("/jobformidling") else "jobformidling"  # it need not be on the path
    click.echo(f"Åbn siderne: {command} serve --data {components.settings.data}   og gå til http://127.0.0.1:8000")


def _show(components: Components, order: JobOrder) -> None:
    with components.database.reading() as record:
        owner, route = record.routes.owners.get(order.id), record.routes.latest(order.id)
        reading = record.readings.latest(order.id)
    matched = components.matching.candidates(order.id, actor=ACTOR, top=PEOPLE)
    click.echo("\n" + "─" * WIDTH)
    click.secho(f"{order.id}  {order.title}  (syntetisk)", bold=True)
    _paragraph("Som noteret:", order.text)
    if reading:
        must, nice = demands_in_words(reading.reading["requirements"])
        _paragraph("Kræves:", ", ".join(must) or "intet")
        _paragraph("Ønskes:", ", ".join(nice) or "intet")
    if owner and route:
        doubt = " – KVS afgør" if owner.awaits_decision else ""
        _paragraph("Fordelt til:", f"{owner.department}, sikkerhed {danish_certainty(route.confidence)} %{doubt}")
        for reason in route.details["reasons"]:
            _paragraph("", reason)
    _people(matched, components)


def _people(matched: MatchedList, components: Components) -> None:
    found = matched.shortlist
    click.echo()
    _paragraph("Personer:", f"{found.considered} fundet og vurderet. Holdt tilbage af: {held_back(found) or 'intet'}")
    for explained in matched.places:
        place = explained.place
        headline = _headline(components, place.candidate_id)
        click.secho(f"\n  {place.rank}. {place.candidate_id}  {headline}  {place.scored.score:.0f} point", bold=True)
        for reason in (*explained.reasons[: REASONS - 1], explained.reasons[-1]):
            _paragraph("    •", reason)


def _headline(components: Components, cv_id: str) -> str:
    with components.database.reading() as record:
        return record.cvs.require(cv_id).value.headline


def _paragraph(label: str, text: str) -> None:
    initial = f"  {label:<13}" if not label.startswith(" ") else f"{label} "
    click.echo(click.wrap_text(" ".join(text.split()), WIDTH, initial, " " * len(initial)))
