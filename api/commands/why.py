"""`why`: where one person stands before an order and why, or why not; and what would change it."""

from __future__ import annotations

import json

import click

from api.commands.actor import ACTOR
from api.commands.house import with_house
from api.commands.readers import columns, heading, points, with_reader
from api.wiring import House
from matcher.why import sentences
from matcher.why.answer import State, Why
from matcher.why.changes import Changes, WhatIf
from matcher.why.plain import changes_to_mapping, why_to_mapping
from matcher.wording.language import Language
from matcher.wording.parts import named_parts
from matcher.wording.tables import Wording, wording
from matcher.wording.views import View, tells_points

HELP = """Vis, hvorfor en person står, hvor de står for en ordre i arkivet, eller hvorfor de ikke er i listen: ikke
fundet, ikke mulig at foreslå (hvilken regel), eller lavere (hvilke dele af pointene). Og hvad der ville ændre det.

\b
Eksempler:
  jobformidling why A-1001 C-2001
  jobformidling why A-1001 C-2001 --language en --no-changes
  jobformidling why A-1001 C-2001 --role kvs --json
"""


@click.command(help=HELP)
@click.argument("order_id", metavar="ORDRE")
@click.argument("cv_id", metavar="CV")
@click.option("--shown", default=20, show_default=True, type=click.IntRange(min=1), help="Pladser, som listen viser.")
@click.option("--changes/--no-changes", default=True, help="Vis også, hvad der ville ændre pladsen.")
@with_reader
@with_house
def why(
    house: House,
    order_id: str,
    cv_id: str,
    shown: int,
    changes: bool,
    language: str,
    role: str,
    as_json: bool,
) -> None:
    """Answer for one person of the record."""
    words, view = wording(Language(language)), View(role)
    house.index.run_once()
    answer = house.whys.why(order_id, cv_id, actor=ACTOR, shown=shown, words=words, view=view)
    found = _changes(house, answer, shown, view) if changes else None
    if as_json:
        told = changes_to_mapping(found, words, house.catalog, view) if found else None
        plain = why_to_mapping(answer, words, house.catalog, view)
        click.echo(json.dumps({**plain, "changes": told} if changes else plain, ensure_ascii=False))
    else:
        _tell(house, answer, found, words, view)


def _changes(house: House, answer: Why, shown: int, view: View) -> Changes | None:
    if view is View.EMPLOYER:
        return None
    return WhatIf(house.whys).changes(answer.order.value.id, answer.cv.value.id, actor=ACTOR, shown=shown)


def _tell(house: House, answer: Why, found: Changes | None, words: Wording, view: View) -> None:
    click.secho(f"{answer.cv.value.id}  →  {answer.order.value.id}  {answer.order.value.title}", bold=True)
    click.echo(sentences.summary(answer, words, house.catalog, view))
    if view is not View.EMPLOYER or answer.state is State.LISTED:
        heading(words.name("headings", "reasons"))
        points(answer.reasons)
    if tells_points(view):
        _tell_points(house, answer, words, view)
    if found:
        _tell_changes(changes_to_mapping(found, words, house.catalog, view), words)


def _tell_points(house: House, answer: Why, words: Wording, view: View) -> None:
    heading(words.name("headings", "points"))
    parts = named_parts(answer.place.scored, words, house.catalog, view)
    rows = [(name, words.number(amount, 1)) for name, amount in parts.items()]
    columns([*rows, (words.name("words", "total"), words.number(answer.place.scored.score, 1))])
    if against := sentences.against(answer, words, house.catalog, view):
        heading(words.name("headings", "against"))
        points(against)


def _tell_changes(told: dict[str, object], words: Wording) -> None:
    heading(words.name("headings", "person"))
    person, order = told["person"], told["order"]
    points([one["sentence"] for one in person] if isinstance(person, list) and person else [str(told["person_note"])])
    heading(words.name("headings", "order"))
    eased = [one for outcome in order for one in outcome["sentences"]] if isinstance(order, list) else []
    points(eased or [words.sentences["order_nothing"]])
