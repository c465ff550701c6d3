"""`replay`: a list as it was, made again and compared with today's."""

from __future__ import annotations

import json
from datetime import datetime

import click

from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.files import NothingDoneError
from api.terminal.readers import LANGUAGES, heading, points, reader_of
from api.wiring import CENTRE, Components
from matcher.replaying import sentences
from matcher.replaying.as_of import Moment
from matcher.replaying.replay_format import replay_to_mapping
from matcher.replaying.replays import Replayed, Replays
from matcher.wording.reader import Reader

PLACES = 10
HIGHEST = 2**53  # a number beyond is no list's
HELP = """Genskab en liste, der er givet ud, fra arkivets udgaver, sig om den er den samme, og sammenlign med i dag:
hvem er rykket, kommet til eller gået ud, og hvorfor.

\b
Eksempler:
  jobformidling replay 17
  jobformidling replay --order A-1001 --as-of 2026-11-22
  jobformidling replay 17 --language en --json
"""


@click.command(help=HELP)
@click.argument("list_number", required=False, type=click.IntRange(1, HIGHEST), metavar="[LISTE]")
@click.option("--order", "order_id", metavar="ORDRE", help="Ordren, når listens nummer ikke kendes.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATO", help="Dagen, som ordren ses på.")
@click.option("--language", type=click.Choice(LANGUAGES), default="da", show_default=True, help="Sprog.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som én JSON-linje.")
@with_components
def replay(
    components: Components,
    list_number: int | None,
    order_id: str | None,
    as_of: datetime | None,
    language: str,
    as_json: bool,
) -> None:
    """Make a list again and compare it with today's."""
    if (list_number is None) == (order_id is None) or (order_id is not None and as_of is None):
        raise NothingDoneError("Angiv enten en listes nummer, eller både --order og --as-of.")
    reader = reader_of(components, language)
    components.index.run_once()
    found = _found(components.replays, list_number, order_id, as_of)
    if as_json:
        click.echo(json.dumps(replay_to_mapping(found, reader), ensure_ascii=False))
    else:
        _print(found, reader)


def _found(replays: Replays, number: int | None, order_id: str | None, as_of: datetime | None) -> Replayed:
    if number is not None:
        return replays.of_list(number, actor=ACTOR)
    day = (as_of or datetime.now(CENTRE)).date()
    return replays.as_of(order_id or "", Moment.end_of(day, CENTRE), actor=ACTOR)


def _print(found: Replayed, reader: Reader) -> None:
    words = reader.words
    order = found.order_then.value
    click.secho(f"{order.id}  {order.title}", bold=True)
    click.echo(sentences.verdict(found, words))
    for sentence in sentences.what_changed(found, words):
        click.echo(sentence)
    heading(f"{words.name('headings', 'given')}, {words.day(found.given.today)}")
    for one in found.given.candidates[:PLACES]:
        click.echo(f"  {one.rank}. {one.cv_id}  {words.points(one.score, 1)}")
    if (more := len(found.given.candidates) - PLACES) > 0:
        click.echo(f"  … +{more} (--json)")
    heading(words.name("headings", "changed"))
    points(sentences.moves(found, reader))
