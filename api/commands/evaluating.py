"""`evaluate`: measures a ranking against judgements; other parts of the product have a subcommand each."""

from __future__ import annotations

import click

from api.commands.evaluating_agreement import evaluate_agreement_command
from api.commands.evaluating_eligibility import evaluate_eligibility_command
from api.commands.evaluating_fairness import evaluate_fairness_command
from api.commands.evaluating_linking import evaluate_linking_command
from api.commands.evaluating_matching import evaluate_matching_command
from api.commands.evaluating_reading import evaluate_reading_command
from api.commands.evaluating_routing import evaluate_routing_command
from api.settings import Settings
from api.terminal.files import NothingDoneError, Refusals, finish, read_values
from api.terminal.numbered_pairs import pair_reader
from api.terminal.options import with_settings
from matcher.evaluation.runs import METRICS, Evaluation, gather_judgements, gather_run
from matcher.evaluation.runs import evaluate as evaluate_run

HELP = """Mål en rangering mod bedømmelser (karakter 0-3; et par uden bedømmelse tæller 0), eller mål den medfølgende
bedømte samling, bedømmernes enighed, hvem der må foreslås, hvem der vises, læsning, fordeling og kobling.

\b
Eksempler:
  jobformidling evaluate --run liste.jsonl --judgements bedoemmelser.jsonl
  jobformidling evaluate matching
  jobformidling evaluate agreement
  jobformidling evaluate eligibility
  jobformidling evaluate fairness
  jobformidling evaluate reading
  jobformidling evaluate routing --labels egne_ordrer.jsonl
  jobformidling evaluate linking --esco MAPPE --reporting
"""


@click.group(help=HELP, invoke_without_command=True)
@click.option("--run", metavar="FIL", help="Det, rank skrev.")
@click.option("--judgements", metavar="FIL", help='Linjer {"order", "cv", "grade"}.')
@with_settings
def evaluate(_: Settings, run: str | None, judgements: str | None) -> None:
    """Print every metric with its standard error, and the orders that fared worst; or leave it to a subcommand."""
    if click.get_current_context().invoked_subcommand is not None:
        if run or judgements:
            raise click.UsageError("--run og --judgements måler en rangering; skriv dem uden underkommando.")
        return
    if not run or not judgements:
        raise click.UsageError("Skriv --run FIL og --judgements FIL, eller en underkommando, fx matching.")
    _evaluate_ranking(run, judgements)


evaluate.add_command(evaluate_matching_command)
evaluate.add_command(evaluate_agreement_command)
evaluate.add_command(evaluate_reading_command)
evaluate.add_command(evaluate_eligibility_command)
evaluate.add_command(evaluate_fairness_command)
evaluate.add_command(evaluate_routing_command)
evaluate.add_command(evaluate_linking_command)


def _evaluate_ranking(run: str, judgements: str) -> None:
    refusals = Refusals()
    ranked = gather_run(
        (found.order, found.cv, found.number) for found in read_values(run, pair_reader("rank"), refusals)
    )
    judged = gather_judgements(
        (found.order, found.cv, found.number) for found in read_values(judgements, pair_reader("grade"), refusals)
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
