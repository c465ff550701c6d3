"""`evaluate linking`: titles to ESCO against labels, beside the model alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from api.terminal.components import with_components
from api.terminal.esco import embed_labels, read_esco_folder
from api.terminal.files import Refusals, finish
from api.terminal.labelled import labels_options, read_labelled, show_mistakes
from api.terminal.tables import share, table, three
from api.wiring import Components
from indexer.linking import ConceptIndex
from matcher.evaluation.labels import read_labelled_title
from matcher.evaluation.linking import MEASURES, LinkingEvaluation, MissedTitle, evaluate_linking

FILES = ("linking/titles_{half}*.jsonl",)
CONFUSIONS = 8  # the commonest ones; the rest are single titles
HELP = """Mål, hvor godt titler kobles til ESCO, ved siden af sprogmodellen alene og bogstaver alene.

Uden --labels måles på projektets egen udviklingshalvdel. MRR er middelværdien af 1 delt med pladsen for det første
rigtige begreb; S@5 er andelen af titler med et rigtigt begreb blandt de fem første.

\b
Eksempler:
  jobformidling evaluate linking --esco MAPPE
  jobformidling evaluate linking --esco MAPPE --labels egne.jsonl --mistakes 50

MAPPE holder de officielle ESCO-filer (occupations_da.csv, occupations_en.csv). En mærket linje er
{"title", "language", "isco": [..], "esco": [..]}; hvert esco er et begrebs adresse eller dens slutning.
"""


@click.command("linking", help=HELP)
@click.option("--esco", required=True, type=click.Path(path_type=Path), metavar="MAPPE", help="De officielle filer.")
@labels_options
@with_components
def evaluate_linking_command(
    components: Components, esco: Path, labels: tuple[str, ...], reporting: bool, mistakes: int | None
) -> None:
    """Print the measures of all three runs, and where the first answer was wrong."""
    refusals = Refusals()
    concepts = read_esco_folder(esco)
    titles = read_labelled(labels, FILES, read_labelled_title, refusals, reporting=reporting)
    embed_labels(components, concepts)
    index = ConceptIndex(concepts, components.embedder, catalog=components.catalog)
    found = evaluate_linking(titles, concepts, index, components.embedder)
    click.echo("\n".join(_report(found)))
    if not reporting:
        click.echo("\n".join(_confusions(found)))
    show_mistakes(map(_line, reversed(found.missed())), mistakes, reporting=reporting)
    finish(len(titles), refusals)


def _report(found: LinkingEvaluation) -> Iterator[str]:
    if found.unknown:
        yield f"{found.unknown} titler er mærket med begreber, som filerne ikke har; de er ikke målt."
    for danish, name in ((True, "Danske titler"), (False, "Titler på andre sprog")):
        rows = [
            (run, *map(three, measured.tolist()))
            for run in found.scores
            if (measured := found.measured(run, danish=danish)) is not None
        ]
        if rows:
            of = sum((title.language == "da") is danish for title in found.titles)
            yield from ("", *table((f"{name} ({of})", *MEASURES), rows))


def _confusions(found: LinkingEvaluation) -> Iterator[str]:
    missed, counts = found.missed(), found.confusion()
    if not missed:
        return
    near = sum(times for (right, first), times in counts.items() if right == first)
    yield f"\nFørste svar forkert: {len(missed)} af {len(found.titles)} ({share(len(missed), len(found.titles))}),"
    yield f"heraf {near} i den rigtige ISCO-gruppe på to cifre. De andre oftest:"
    others = [pair for pair in counts.most_common() if pair[0][0] != pair[0][1]][:CONFUSIONS]
    yield from table(
        ("ISCO mærket", "valgt", "antal"), [(right, first, str(times)) for (right, first), times in others]
    )


def _line(missed: MissedTitle) -> str:
    first = missed.first
    return f"{missed.title.title}: {first.label} (ISCO {first.isco}) først; et rigtigt på plads {missed.place}"
