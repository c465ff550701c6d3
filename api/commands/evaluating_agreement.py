"""`evaluate agreement`: how far two judges of the same pairs agree, and the ceiling that sets for any ranking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import click

from api.settings import Settings
from api.terminal.files import NothingDoneError, Refusals, finish, read_values
from api.terminal.numbered_pairs import Pair, pair_reader
from api.terminal.options import with_settings
from api.terminal.tables import share, table, with_interval
from indexer.intake import read_job_order
from matcher.evaluation.agreement import GRADES, Agreement, GradedTwice, agreement, graded_twice
from matcher.evaluation.ceiling import ndcg_between_judges
from matcher.evaluation.classes import Classes, orders_by_trade
from matcher.evaluation.collection import Part, orders_of
from matcher.evaluation.intervals import bootstrap
from matcher.evaluation.judgements import Half, Judgement, bundled_judgements, second_judgements
from matcher.evaluation.runs import gather_judgements
from taxonomy.catalog import load_catalog

SMALLEST_CELL = 2  # a class of one order would tell that order's own figure, which the reporting half never does
HELP = """Mål, hvor enige to bedømmere er om de samme par, og hvor højt nogen rangering kan nå, målt på den ene af dem.

Uden filer måles på den medfølgende samling, hvor en anden bedømmer blindt har bedømt 48 ordrer igen. Hos den første
bedømmer er et par, der ikke er nævnt, 0; hos den anden er det ikke bedømt og tæller ikke med.

\b
Eksempler:
  jobformidling evaluate agreement
  jobformidling evaluate agreement --reporting
  jobformidling evaluate agreement --first a.jsonl --second b.jsonl --orders ordrer.jsonl

\b
Linjerne: {"order": "A-1", "cv": "C-1", "grade": 2}, karakter 0-3.
Kappa: 1 er enighed, 0 det rene tilfælde; vægtet tæller en forskel på to karakterer fire gange en på én.
Loftet: den ene bedømmers egen liste målt på den andens karakterer (nDCG@10); personer med samme karakter står i
tilfældig rækkefølge, og tallet er middelværdien af dem alle. En rangering over loftet har lært den ene bedømmers vaner.
Intervallerne er på 95 %, efter tilfældet i, hvilke ordrer der er.
"""


@click.command("agreement", help=HELP)
@click.option("--first", multiple=True, metavar="FIL", help="Den første bedømmers linjer; kan gives flere gange.")
@click.option(
    "--second", multiple=True, metavar="FIL", help="Den andens; kun par, som den anden har bedømt, sammenlignes."
)
@click.option("--orders", metavar="FIL", help="Jobordrerne, for en tabel efter fagområde.")
@click.option("--reporting", is_flag=True, help="Den anden halvdel; kun til tal, der offentliggøres.")
@with_settings
def evaluate_agreement_command(
    _: Settings, first: tuple[str, ...], second: tuple[str, ...], orders: str | None, reporting: bool
) -> None:
    """Print which grade met which, kappa with its interval, and the ceiling by trade."""
    refusals = Refusals()
    if first or second or orders:
        if not (first and second) or reporting:
            raise click.UsageError("Egne filer kræver både --first og --second, og --reporting hører ikke til dem.")
        pairs, trades, name = _given(first, second, refusals), _trades_given(orders, refusals), "egne filer"
    else:
        half = Half.REPORTING if reporting else Half.TUNING
        pairs = graded_twice(bundled_judgements(half, Part.ALL), second_judgements(half))
        trades = orders_by_trade(orders_of(Part.ALL), load_catalog())
        name = "rapporteringshalvdelen" if reporting else "halvdelen til tilpasning"
    if not pairs:
        raise NothingDoneError("Intet par er bedømt af begge.")
    click.echo("\n".join([*_report(pairs, name), "", *_ceiling(pairs, trades, SMALLEST_CELL if reporting else 1)]))
    finish(len(pairs), refusals)


def _given(first: Sequence[str], second: Sequence[str], refusals: Refusals) -> tuple[GradedTwice, ...]:
    known = gather_judgements((found.order, found.cv, found.number) for found in _read(first, refusals))
    return graded_twice(known, (Judgement(one.order, one.cv, one.number, "") for one in _read(second, refusals)))


def _read(files: Sequence[str], refusals: Refusals) -> Iterator[Pair]:
    for path in files:
        yield from read_values(path, pair_reader("grade", range(GRADES)), refusals)


def _trades_given(orders: str | None, refusals: Refusals) -> Classes:
    return orders_by_trade(read_values(orders, read_job_order, refusals), load_catalog()) if orders else {}


def _report(pairs: Sequence[GradedTwice], name: str) -> Iterator[str]:
    by_lot = [pair for pair in pairs if pair.at_random]
    found, count = agreement(pairs), len(pairs)
    lot = f", {len(by_lot)} af dem udtrukket tilfældigt" if by_lot else ""
    yield f"{count} par af {len(found.tables)} ordrer, {name}{lot}"
    yield ""
    head = ("første ned, anden hen", *map(str, range(GRADES)), "i alt")
    yield from table(head, [(str(grade), *map(str, row), str(row.sum())) for grade, row in enumerate(found.table)])
    yield ""
    yield f"Samme karakter: {share(found.within(0), count)}; højst én fra hinanden: {share(found.within(1), count)}"
    yield f"Enige om, hvem der er værd at foreslå (2-3): {share(found.same_side, count)}"
    yield f"Den anden gav lavere {found.stricter} gange, højere {found.milder} gange"
    yield f"Vægtet kappa: {with_interval(*found.kappa())}{_without(pairs, by_lot)}"
    yield f"Kappa for værd at foreslå eller ej: {with_interval(*found.kappa_of_sides())}"


def _without(pairs: Sequence[GradedTwice], by_lot: Sequence[GradedTwice]) -> str:
    rest: Agreement = agreement(pair for pair in pairs if not pair.at_random)
    return f"; uden de tilfældige: {with_interval(*rest.kappa())}" if by_lot else ""


def _ceiling(pairs: Sequence[GradedTwice], trades: Classes, least: int) -> Iterator[str]:
    second, first = ndcg_between_judges(pairs, by_second=True), ndcg_between_judges(pairs, by_second=False)
    of_trade = {label: [order for order in orders if order in second] for label, orders in trades.items()}
    classes = {label: orders for label, orders in of_trade.items() if len(orders) >= least}
    rows = [
        (label, str(len(orders)), _mean(second, orders), _mean(first, orders))
        for label, orders in {**classes, "alle": list(second)}.items()
    ]
    yield "Loftet (nDCG@10)"
    yield from table(("fagområde", "ordrer", "andens liste på førstes", "førstes liste på andens"), rows)


def _mean(by_order: Mapping[str, float], orders: Sequence[str]) -> str:
    values = [by_order[order] for order in orders]
    return with_interval(sum(values) / len(values), bootstrap(values))
