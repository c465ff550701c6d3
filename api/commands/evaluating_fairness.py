"""`evaluate fairness`: who is shown, by age, insurance and language, and how first places gather."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date

import click

from api.commands.crowding import crowd_lines
from api.formatting import danish_number
from api.terminal.components import with_components
from api.terminal.files import Refusals, finish, read_values
from api.terminal.progress import counted
from api.terminal.reading_cvs import candidates_of
from api.terminal.tables import percent, table
from api.wiring import Components, today
from indexer.intake import read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.evaluation.collection import Part, cvs_of, orders_of
from matcher.evaluation.crowding import SHOWN, crowding
from matcher.evaluation.fairness import (
    SMALLEST_CELL,
    Exposure,
    Groups,
    OrderList,
    by_age,
    by_insurance,
    by_language_of_cv,
    by_mother_tongue,
    exposures,
    order_list,
)
from matcher.evaluation.matching import JUDGED_ON
from matcher.orders.profile import order_profile
from matcher.shortlisting.judging import CandidatePool

TOPS = (5, SHOWN)
SORTS = {
    "aldersgruppe": by_age,
    "forsikring": by_insurance,
    "modersmål": by_mother_tongue,
    "cv'ets sprog": by_language_of_cv,
}
HELP = """Mål, hvem listerne viser: hver gruppes andel af de første pladser mod dens andel af dem, der må foreslås.

Uden filer måles på den medfølgende samling: den er opdigtet, ingen i den findes, og dens tal siger intet om borgere.
Listerne laves først, uden alder, forsikring og oprindelse; grupperne slås op i CV'erne bagefter.

\b
Eksempler:
  jobformidling evaluate fairness
  jobformidling evaluate fairness --people 20
  jobformidling evaluate fairness --orders ordrer.jsonl --cvs cver.jsonl --json

\b
Forhold: 1,00 er lige så tit vist som egnet efter reglerne; 0,80 er en femtedel sjældnere. Intervallet er på 95 %, efter
tilfældet i, hvilke ordrer der er; ligger 1,00 i det, er forskellen ikke større end tilfældet.
Et forhold er et spørgsmål, ikke en dom: grupper søger forskellige job og har forskellige beviser.
"""


@click.command("fairness", help=HELP)
@click.option("--orders", metavar="FIL", help="Egne jobordrer, en JSON-linje hver; kræver --cvs.")
@click.option("--cvs", metavar="FIL", help="Egne CV'er, en JSON-linje hver; kræver --orders.")
@click.option("--people", default=5, show_default=True, type=click.IntRange(min=0), help="Personer i hver trængsel.")
@click.option("--json", "as_json", is_flag=True, help="Alle tal som ét JSON-objekt.")
@with_components
def evaluate_fairness_command(
    components: Components, orders: str | None, cvs: str | None, people: int, *, as_json: bool
) -> None:
    """Print every group's exposure with its interval, and who is everywhere first or nowhere."""
    if bool(orders) != bool(cvs):
        raise click.UsageError("--orders og --cvs hører sammen; uden dem måles på den medfølgende samling.")
    refusals = Refusals()
    asked: Sequence[JobOrder] = orders_of(Part.ALL)
    known: Sequence[Cv] = cvs_of(Part.ALL)
    if orders and cvs:
        asked = list(read_values(orders, read_job_order, refusals))
        known = list(read_values(cvs, read_cv, refusals))
    lists = _lists(components, asked, known, own=bool(orders))
    groups = {name: sort(known) for name, sort in SORTS.items()}
    if as_json:
        click.echo(json.dumps(_plain(lists, groups, synthetic=not orders), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_report(lists, groups, known, people, synthetic=not orders)))
    finish(len(lists), refusals)


def _lists(components: Components, orders: Sequence[JobOrder], cvs: Sequence[Cv], *, own: bool) -> list[OrderList]:
    pool = CandidatePool(candidates_of(components, cvs))
    day = today() if own else JUDGED_ON
    return [_list(components, order, pool, day) for order in counted(orders, "Rangerer")]


def _list(components: Components, order: JobOrder, pool: CandidatePool, day: date) -> OrderList:
    profile = order_profile(order, components.catalog, components.embedder)
    return order_list(profile, pool, components.scorer, day, max(TOPS))


def _report(
    lists: Sequence[OrderList], groups: Mapping[str, Groups], cvs: Sequence[Cv], people: int, *, synthetic: bool
) -> Iterator[str]:
    source = "opdigtede data, ingen i dem findes" if synthetic else "egne filer"
    yield f"{len(lists)} ordrer mod {len(cvs)} CV'er ({source})"
    for name, belongs in groups.items():
        yield ""
        yield from _groups(name, lists, belongs)
    yield ""
    yield f"Grupper med under {SMALLEST_CELL} personer eller ventede pladser er skjult:"
    yield "tallet ville være tilfældigt og kunne vise, hvem der er tale om."
    yield ""
    yield from crowd_lines(crowding(lists), people)


def _groups(name: str, lists: Sequence[OrderList], groups: Groups) -> Iterator[str]:
    first, more = (exposures(lists, groups, top) for top in TOPS)
    head = (name, "personer", *(f"{what} top {top}" for top in TOPS for what in ("ventet", "vist", "forhold")))
    yield from table(head, [_row(five, twenty) for five, twenty in zip(first, more, strict=True)])


def _row(*found: Exposure) -> tuple[str, ...]:
    people = str(found[0].people) if found[0].people >= SMALLEST_CELL else f"<{SMALLEST_CELL}"
    return found[0].group, people, *(cell for one in found for cell in _cells(one))


def _cells(found: Exposure) -> tuple[str, str, str]:
    if found.ratio is None or found.interval is None:
        return "skjult", "skjult", "skjult"
    low, high = (danish_number(end, 2) for end in found.interval)
    ratio = f"{danish_number(found.ratio, 2)} ({low}-{high})"
    return percent(found.share_eligible), percent(found.share_shown), ratio


def _plain(lists: Sequence[OrderList], groups: Mapping[str, Groups], *, synthetic: bool) -> dict[str, object]:
    shown = {
        name: {f"top_{top}": [_figures(one) for one in exposures(lists, belongs, top)] for top in TOPS}
        for name, belongs in groups.items()
    }
    return {"orders": len(lists), "synthetic": synthetic, "exposure": shown, "crowding": asdict(crowding(lists))}


def _figures(found: Exposure) -> dict[str, object]:
    """The figures of a group, or its name alone where they are hidden."""
    return asdict(found) if found.ratio is not None else {"group": found.group, "hidden": True}
