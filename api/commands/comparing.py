"""`compare`: two people for one order, side by side."""

from __future__ import annotations

import json

import click

from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.files import NothingDoneError
from api.terminal.readers import columns, heading, points, reader_of, with_reader
from api.wiring import Components
from matcher.why.answer import Why
from matcher.why.comparing import Comparing, Comparison, lacking, summary
from matcher.why.sentences import summary as place
from matcher.why.why_format import comparison_to_mapping
from matcher.wording.reader import Reader
from matcher.wording.views import shows_points, shows_quotes

WORDS = 8
HELP = """Stil to personer op ved siden af hinanden for en ordre i arkivet: pointene del for del, hvad der mangler, og
hvilke ord der står på begge sider.

\b
Eksempler:
  jobformidling compare A-1001 C-2001 C-2002
  jobformidling compare A-1001 C-2001 C-2002 --language en --json
"""


@click.command(help=HELP)
@click.argument("order_id", metavar="ORDRE")
@click.argument("one_id", metavar="CV1")
@click.argument("other_id", metavar="CV2")
@with_reader
@with_components
def compare(
    components: Components, order_id: str, one_id: str, other_id: str, language: str, role: str, as_json: bool
) -> None:
    """Compare two people of the record."""
    reader = reader_of(components, language, role)
    if not shows_points(reader.view):
        raise NothingDoneError("En arbejdsgiver ser ikke point og kan ikke sammenligne. Brug: --role konsulent")
    if one_id == other_id:
        raise NothingDoneError("Angiv to forskellige CV'er.")
    components.index.run_once()
    found = Comparing(components.whys_for(reader.view)).compare(order_id, one_id, other_id, actor=ACTOR, reader=reader)
    if as_json:
        click.echo(json.dumps(comparison_to_mapping(found, reader), ensure_ascii=False))
    else:
        _print(found, reader)


def _print(found: Comparison, reader: Reader) -> None:
    words = reader.words
    order = found.one.order.value
    click.secho(f"{order.id}  {order.title}", bold=True)
    for sentence in summary(found, words):
        click.echo(sentence)
    heading(words.name("headings", "points"))
    ids = found.one.cv.value.id, found.other.cv.value.id
    rows = [(pair.name, words.number(pair.one, 1), words.number(pair.other, 1)) for pair in found.parts]
    scores = (words.number(why.place.scored.score, 1) for why in (found.one, found.other))
    columns([("", *ids), *rows, (words.name("words", "total"), *scores)])
    for why in (found.one, found.other):
        _print_one(why, reader)


def _print_one(why: Why, reader: Reader) -> None:
    words, quoting = reader.words, shows_quotes(reader.view)
    heading(f"{why.cv.value.id}  {why.cv.value.headline}" if quoting else why.cv.value.id)
    told = [place(why, reader)]
    if missing := [reader.demand(demand) for demand in lacking(why.place.scored)]:
        told.append(f"{words.name('words', 'missing')}: {', '.join(missing)}")
    if why.matched and quoting:
        matched = ", ".join(one.said for one in why.matched[:WORDS])
        told.append(f"{words.name('words', 'matched')}: {matched}")
    points(told)
