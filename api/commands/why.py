"""`why`: where one person stands before an order and why, or why not; and what would change it."""

from __future__ import annotations

import json

import click

from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.readers import columns, heading, points, reader_of, with_reader
from api.wiring import Components
from matcher.why import sentences
from matcher.why.answer import State, Why
from matcher.why.changes import Changes, WhatIf
from matcher.why.why_format import changes_to_mapping, why_to_mapping
from matcher.wording.reader import Reader
from matcher.wording.tables import Wording
from matcher.wording.views import View, shows_points

HELP = """Vis, hvorfor en person har sin plads for en ordre i arkivet eller ikke er i listen: ikke
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
@with_components
def why(
    components: Components,
    order_id: str,
    cv_id: str,
    shown: int,
    changes: bool,
    language: str,
    role: str,
    as_json: bool,
) -> None:
    """Answer for one person of the record."""
    reader = reader_of(components, language, role)
    components.index.run_once()
    answer = components.whys_for(reader.view).why(order_id, cv_id, actor=ACTOR, shown=shown, reader=reader)
    found = _changes(components, answer, shown, reader.view) if changes else None
    if as_json:
        told = changes_to_mapping(found, reader) if found else None
        plain = why_to_mapping(answer, reader)
        click.echo(json.dumps({**plain, "changes": told} if changes else plain, ensure_ascii=False))
    else:
        _print(answer, found, reader)


def _changes(components: Components, answer: Why, shown: int, view: View) -> Changes | None:
    if view is View.EMPLOYER:
        return None
    what_if = WhatIf(components.whys_for(view))
    return what_if.changes(answer.order.value.id, answer.cv.value.id, actor=ACTOR, shown=shown)


def _print(answer: Why, found: Changes | None, reader: Reader) -> None:
    words, view = reader.words, reader.view
    click.secho(f"{answer.cv.value.id}  →  {answer.order.value.id}  {answer.order.value.title}", bold=True)
    click.echo(sentences.summary(answer, reader))
    if view is not View.EMPLOYER or answer.state is State.LISTED:
        heading(words.name("headings", "reasons"))
        points(answer.reasons)
    if shows_points(view):
        _print_points(answer, reader)
    if found:
        _print_changes(changes_to_mapping(found, reader), words)


def _print_points(answer: Why, reader: Reader) -> None:
    words = reader.words
    heading(words.name("headings", "points"))
    rows = [(name, words.number(amount, 1)) for name, amount in reader.parts(answer.place.scored).items()]
    columns([*rows, (words.name("words", "total"), words.number(answer.place.scored.score, 1))])
    if against := sentences.against(answer, reader):
        heading(words.name("headings", "against"))
        points(against)


def _print_changes(told: dict[str, object], words: Wording) -> None:
    heading(words.name("headings", "person"))
    person, order = told["person"], told["order"]
    points([one["sentence"] for one in person] if isinstance(person, list) and person else [str(told["person_note"])])
    heading(words.name("headings", "order"))
    eased = [one for outcome in order for one in outcome["sentences"]] if isinstance(order, list) else []
    points(eased or [words.sentences["order_nothing"]])
