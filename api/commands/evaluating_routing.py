"""`evaluate routing`: where orders are sent against labels."""

from __future__ import annotations

from collections.abc import Iterator

import click

from api.terminal.components import with_components
from api.terminal.files import Refusals, finish
from api.terminal.labelled import labels_options, read_labelled, show_mistakes
from api.terminal.progress import counted
from api.terminal.tables import percent, share, table, three
from api.wiring import Components, today
from matcher.evaluation.intervals import wilson
from matcher.evaluation.labels import read_labelled_order
from matcher.evaluation.routing import RoutedText, RoutingEvaluation, evaluate_routing
from taxonomy.catalog import Catalog

# The files of demands are labelled with the trade too.
FILES = ("routing/orders_{half}*.jsonl", "reading/requirements_{half}*.jsonl")
NOBODY = "intet job fundet"
HELP = """Mål, hvor godt ordrer fordeles på fagområder, og om sandsynlighederne er til at stole på.

Uden --labels måles på projektets egen udviklingshalvdel; vægtene er tilpasset på den, så dens tal er for pæne.
Et fagområde, som mærket kalder forsvarligt ("also"), tæller som rigtigt.

\b
Eksempler:
  jobformidling evaluate routing
  jobformidling evaluate routing --labels egne.jsonl --mistakes 50
  jobformidling evaluate routing --reporting

En mærket linje er en jobordre og "label": {"trade": "sosu", "also": []}; trade er null, hvor intet job nævnes.
"""


@click.command("routing", help=HELP)
@labels_options
@with_components
def evaluate_routing_command(
    components: Components, labels: tuple[str, ...], reporting: bool, mistakes: int | None
) -> None:
    """Print the share right a trade, the confusions, the calibration, and what is left to KVS."""
    refusals = Refusals()
    texts = read_labelled(labels, FILES, read_labelled_order, refusals, reporting=reporting)
    found = evaluate_routing(counted(texts, "Fordeler"), components.router, today())
    for part in (_right, _confusion, _calibration, _left_to_kvs):
        click.echo("\n" + "\n".join(part(found, components.catalog)))
    wrong = (_line(text, components.catalog) for text in found.with_job if not text.right)
    show_mistakes(wrong, mistakes, reporting=reporting)
    finish(len(texts), refusals)


def _right(found: RoutingEvaluation, catalog: Catalog) -> Iterator[str]:
    rows = []
    for name, trade in [*((trade.label, key) for key, trade in catalog.trades.items()), ("i alt", None)]:
        right, of = found.right_of(trade)
        rows.append((name, str(of), str(right), share(right, of), _between(right, of)))
    yield from table(("fagområde", "tekster", "rigtige", "andel", "95 % interval"), rows)
    strict, of = found.strictly_right, len(found.with_job)
    yield f"Uden forsvarlige alternativer: {strict} af {of} ({share(strict, of)})"


def _confusion(found: RoutingEvaluation, catalog: Catalog) -> Iterator[str]:
    counts = found.confusion
    chosen: list[str | None] = [*catalog.trades, *([None] if any(to is None for _, to in counts) else [])]
    yield "Forvekslinger (række: mærket; kolonne: valgt)"
    names = [_short(catalog.trades[key].label) if key else NOBODY for key in chosen]
    rows = [(trade.label, *(str(counts[key, to]) for to in chosen)) for key, trade in catalog.trades.items()]
    yield from table(("", *names), rows)


def _calibration(found: RoutingEvaluation, _: Catalog) -> Iterator[str]:
    yield f"Kalibreringsfejl: {three(found.calibration_error)} (0 er ærligt; målet er højst 0,030)"
    rows = [(three(one.confidence), str(one.texts), percent(one.right), _span(one.interval)) for one in found.curve()]
    yield from table(("sandsynlighed", "tekster", "rigtige", "95 % interval"), rows)


def _left_to_kvs(found: RoutingEvaluation, _: Catalog) -> Iterator[str]:
    of, alone = len(found.texts), len(found.alone)
    yield f"Overladt til KVS: {of - alone} af {of} ({share(of - alone, of)})"
    wrong = found.wrong_alone
    yield f"Forkerte blandt dem uden et menneske: {wrong} af {alone} ({share(wrong, alone)}, {_between(wrong, alone)})"
    jobless = [text for text in found.texts if text.labelled.trade is None]
    if jobless:
        asked = sum(not text.alone for text in jobless)
        yield f"Tekster uden et job: {len(jobless)}, heraf overladt til KVS: {asked}"
    rows = [
        (percent(one.probability), share(of - one.alone, of), str(one.wrong), share(one.wrong, one.alone))
        for one in found.borders()
    ]
    yield from table(("hvis grænsen var", "til KVS", "forkerte", "andel forkerte"), rows)


def _short(label: str) -> str:
    """ "butik" of "butik, handel og kontor", so that a column fits the screen."""
    return label.partition(",")[0].removesuffix("-området")


def _between(part: int, of: int) -> str:
    return _span(wilson(part, of))


def _span(interval: tuple[float, float]) -> str:
    return f"{percent(interval[0])} til {percent(interval[1])}"


def _line(text: RoutedText, catalog: Catalog) -> str:
    chosen = catalog.trades[text.chosen].label if text.chosen else NOBODY
    trade = catalog.trades.get(str(text.labelled.trade))
    asked = "" if text.alone else ", overladt til KVS"
    label = trade.label if trade else text.labelled.trade
    return f"{text.labelled.id} {text.labelled.order.title}: {label} → {chosen} ({percent(text.confidence)}{asked})"
