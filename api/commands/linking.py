"""`link`: titles to our own occupations, to ESCO or to the titles of another file, file to file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import click

from api.terminal.components import with_components
from api.terminal.esco import embed_labels, read_esco_folder, read_esco_skills, read_kept_esco
from api.terminal.files import NothingDoneError, Refusals, finish, read_values, refuse_overwriting, write_lines
from api.terminal.titles import Title, read_title
from api.wiring import Components
from indexer.linking import ConceptIndex, Link, SimilarTitles, own_concepts

HELP = """Kobl stillingsbetegnelser til taksonomien, ESCO eller en liste af titler, eller kompetencer til ESCO's.

\b
Eksempler:
  jobformidling link --titles titler.jsonl --taxonomy own --top 5 --out -
  jobformidling link --titles titler.jsonl --taxonomy esco:MAPPE --out links.jsonl
  jobformidling link --titles kompetencer.jsonl --taxonomy esco-skills:MAPPE --out links.jsonl
  jobformidling link --titles titler.jsonl --taxonomy titles:FIL --top 100 --out links.jsonl

MAPPE holder de officielle ESCO-filer (occupations_da.csv, occupations_en.csv). Ligger der også en crosswalk*.csv
med officielle titler (kolonner: titel, esco-link, evt. disco), bruges de med. Uden MAPPE bruges det, som
taxonomy import-esco --save har gemt. esco-skills:MAPPE læser skills_da.csv og skills_en.csv; kompetencer har ingen
ISCO-kode, så den står tom. titles:FIL rangerer titlerne i FIL efter, hvor nær de er samme job, på tværs af sprog;
uri er titlens id. Linjer i filerne: {"id", "title"}.
"""


@click.command(help=HELP)
@click.option("--titles", required=True, metavar="FIL", help="Titler, en JSON-linje hver.")
@click.option(
    "--taxonomy",
    default="own",
    show_default=True,
    metavar="own|esco[:MAPPE]|esco-skills:MAPPE|titles:FIL",
    help="Hvad der kobles til.",
)
@click.option("--top", default=10, show_default=True, type=click.IntRange(min=1), help="Koblinger pr. titel.")
@click.option("--out", required=True, metavar="FIL", help="Hvor koblingerne skrives.")
@click.option("--refused", type=click.Path(path_type=Path), metavar="FIL", help="Hvor afviste linjer skrives.")
@with_components
def link(components: Components, titles: str, taxonomy: str, top: int, out: str, refused: Path | None) -> None:
    """Link every title of the file."""
    refuse_overwriting([titles], [out, refused])
    refusals = Refusals(refused)
    found = read_values(titles, read_title, refusals)
    index = _index(components, taxonomy, refusals)
    finish(write_lines(out, _lines(index, found, top)), refusals)


class _Linking(Protocol):
    """Whatever titles are linked to."""

    def link(self, titles: Sequence[str], top: int = 10) -> list[list[Link]]:
        """For every title what it most probably means, best first."""


def _lines(index: _Linking, titles: list[Title], top: int) -> Iterator[Mapping[str, object]]:
    for title, links in zip(titles, index.link([title.title for title in titles], top), strict=True):
        yield {"id": title.id, "title": title.title, "links": [_plain(found) for found in links]}


def _plain(found: Link) -> dict[str, object]:
    concept = found.concept
    return {"uri": concept.uri, "label": concept.label, "isco": concept.isco, "score": found.score}


def _index(components: Components, taxonomy: str, refusals: Refusals) -> _Linking:
    if taxonomy == "own":
        # Our titles are found by the reader and by letters; their vectors would take a minute and add nothing.
        return ConceptIndex(
            own_concepts(components.catalog),
            components.embedder,
            catalog=components.catalog,
            most_names=1,
        )
    kind, _, folder = taxonomy.partition(":")
    if kind == "titles" and folder:
        listed = read_values(folder, read_title, refusals)
        return SimilarTitles([(one.id, one.title) for one in listed], components.embedder, catalog=components.catalog)
    skills = kind == "esco-skills"
    if skills and folder:
        concepts = read_esco_skills(Path(folder))
    elif kind == "esco":
        concepts = read_esco_folder(Path(folder)) if folder else read_kept_esco(components.settings.data)
    else:
        ways = "own, esco, esco:MAPPE, esco-skills:MAPPE eller titles:FIL"
        raise NothingDoneError(f"Ukendt taksonomi {taxonomy!r}. Brug {ways}.")
    embed_labels(components, concepts, skills=skills)
    return ConceptIndex(concepts, components.embedder, catalog=components.catalog, skills=skills)
