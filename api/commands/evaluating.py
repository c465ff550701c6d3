"""`evaluate`: a run against judgements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import click

from api.cli import with_settings
from api.commands.files import NothingDoneError, Refusals, finish, read_values
from api.settings import Settings
from indexer.intake import FieldProblem, IntakeError
from matcher.evaluation.runs import METRICS, Evaluation, gather_judgements, gather_run
from matcher.evaluation.runs import evaluate as evaluate_run

HELP = """Mål en rangering mod bedømmelser (karakter 0-3; et par uden bedømmelse tæller 0).

Eksempel: jobformidling evaluate --run liste.jsonl --judgements bedoemmelser.jsonl
"""


@click.command(help=HELP)
@click.option("--run", required=True, metavar="FIL", help="Det, rank skrev.")
@click.option("--judgements", required=True, metavar="FIL", help='Linjer {"order", "cv", "grade"}.')
@with_settings
def evaluate(_: Settings, run: str, judgements: str) -> None:
    """Print every metric with its standard error, and the orders that fared worst."""
    refusals = Refusals()
    ranked = gather_run((found.order, found.cv, found.number) for found in read_values(run, _reader("rank"), refusals))
    judged = gather_judgements(
        (found.order, found.cv, found.number) for found in read_values(judgements, _reader("grade"), refusals)
    )
    if not judged:
        raise NothingDoneError(f"Filen {judgements} har ingen bedømmelser.")
    _show(evaluate_run(ranked, judged))
    finish(len(judged), refusals)


def _show(found: Evaluation) -> None:
    click.echo(f"{len(found.by_order)} bedømte ordrer")
    for metric in METRICS:
        click.echo(f"{metric:<11} {found.mean(metric):.4f} ± {found.standard_error(metric):.4f}")
    if found.unanswered:
        click.echo(f"Uden rangering: {', '.join(found.unanswered)}")
    worst = ", ".join(f"{order} {score:.2f}" for order, score in found.worst())
    click.echo(f"Lavest nDCG@10: {worst}")


@dataclass(frozen=True, slots=True)
class Pair:
    """A number given to an order and a CV: a rank or a grade."""

    order: str
    cv: str
    number: int

    @property
    def id(self) -> str:
        """What may not come twice in a file."""
        return f"{self.order} {self.cv}"


def _reader(field: str) -> Callable[[object], Pair]:
    def read(line: object) -> Pair:
        if isinstance(line, dict):
            order, cv, number = line.get("order"), line.get("cv"), line.get(field)
            if isinstance(order, str) and isinstance(cv, str) and type(number) is int:
                return Pair(order, cv, number)
        fix = f'skriv linjen som {{"order": "A-1", "cv": "C-1", "{field}": 1}}'
        raise IntakeError((FieldProblem(field, "linjen holder ikke order, cv og et helt tal", fix),))

    return read
