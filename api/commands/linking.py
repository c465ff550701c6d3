"""`link`: titles to our own occupations or to ESCO, file to file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from api.cli import with_settings
from api.commands.files import NothingDoneError, Refusals, finish, read_values, write_lines
from api.commands.progress import bar
from api.commands.titles import Title, read_title
from api.settings import Settings
from api.wiring import House
from indexer.linking import Concept, ConceptIndex, Link, esco_concepts, own_concepts, texts_to_embed
from taxonomy.importers.crosswalk import read_crosswalk
from taxonomy.importers.esco import import_esco
from taxonomy.importers.tables import SkippedLine, TableFileError

SKIPPED_SHOWN = 5  # lines of each file; more would hide the counts
TEXTS_A_STEP = 256  # labels between two looks at the progress bar

HELP = """Kobl stillingsbetegnelser til taksonomien eller ESCO.

\b
Eksempler:
  jobformidling link --titles titler.jsonl --taxonomy own --top 5 --out -
  jobformidling link --titles titler.jsonl --taxonomy esco:MAPPE --out links.jsonl

MAPPE holder de officielle ESCO-filer (occupations_da.csv, occupations_en.csv). Ligger der også en crosswalk*.csv
med officielle titler (kolonner: titel, esco-link, evt. disco), bruges de med. Linjer i filen: {"id", "title"}.
"""


@click.command(help=HELP)
@click.option("--titles", required=True, metavar="FIL", help="Titler, en JSON-linje hver.")
@click.option("--taxonomy", default="own", show_default=True, metavar="own|esco:MAPPE", help="Hvad der kobles til.")
@click.option("--top", default=10, show_default=True, type=click.IntRange(min=1), help="Koblinger pr. titel.")
@click.option("--out", required=True, metavar="FIL", help="Hvor koblingerne skrives.")
@click.option("--refused", type=click.Path(path_type=Path), metavar="FIL", help="Hvor afviste linjer skrives.")
@with_settings
def link(settings: Settings, titles: str, taxonomy: str, top: int, out: str, refused: Path | None) -> None:
    """Link every title of the file."""
    house, refusals = House(settings), Refusals(refused)
    found = read_values(titles, read_title, refusals)
    index = _index(house, taxonomy)
    finish(write_lines(out, _lines(index, found, top)), refusals)


def _lines(index: ConceptIndex, titles: list[Title], top: int) -> Iterator[Mapping[str, object]]:
    for title, links in zip(titles, index.link([title.title for title in titles], top), strict=True):
        yield {"id": title.id, "title": title.title, "links": [_plain(found) for found in links]}


def _plain(found: Link) -> dict[str, object]:
    concept = found.concept
    return {"uri": concept.uri, "label": concept.label, "isco": concept.isco, "score": found.score}


def _index(house: House, taxonomy: str) -> ConceptIndex:
    if taxonomy == "own":
        # Our titles are found by the reader and by letters; their vectors would take a minute and add nothing.
        return ConceptIndex(
            own_concepts(house.catalog),
            house.embedder,
            catalog=house.catalog,
            embedded_labels=lambda concept: concept.danish[:1],
        )
    kind, _, folder = taxonomy.partition(":")
    if kind != "esco" or not folder:
        raise NothingDoneError(f"Ukendt taksonomi {taxonomy!r}. Brug own eller esco:MAPPE.")
    concepts = read_esco_folder(Path(folder))
    embed_labels(house, concepts)
    return ConceptIndex(concepts, house.embedder, catalog=house.catalog)


def read_esco_folder(folder: Path) -> list[Concept]:
    """The concepts of a folder's official files, with its crosswalks' titles; tells counts and what was skipped."""
    try:
        return _esco(folder)
    except TableFileError as error:
        raise NothingDoneError(str(error)) from error


def _esco(folder: Path) -> list[Concept]:
    found = import_esco(folder)
    _tell(f"ESCO: {len(found.occupations)} stillinger fra {' og '.join(found.files)}.", found.skipped)
    known = {occupation.uri for occupation in found.occupations}
    official: dict[str, list[str]] = {}
    for path in sorted(folder.glob("crosswalk*.csv")):
        crosswalk = read_crosswalk(path, known=known)
        _tell(f"{path.name}: {len(crosswalk.titles)} officielle titler.", crosswalk.skipped)
        for uri, titles in crosswalk.by_concept().items():
            official.setdefault(uri, []).extend(titles)
    return esco_concepts(found.occupations, official)


def _tell(what: str, skipped: Sequence[SkippedLine]) -> None:
    """Counts on standard error, so that standard output holds links only."""
    click.echo(what, err=True)
    for line in skipped[:SKIPPED_SHOWN]:
        click.echo(f"  sprunget over: {line.file}, linje {line.line}, {line.reason}", err=True)
    if len(skipped) > SKIPPED_SHOWN:
        click.echo(f"  og {len(skipped) - SKIPPED_SHOWN} linjer mere", err=True)


def embed_labels(house: House, concepts: Sequence[Concept]) -> None:
    """Embed the labels ahead: the first time takes a minute and shows how far it is; then they are remembered."""
    texts = texts_to_embed(concepts)
    with bar("Forstår ESCO's betegnelser", len(texts)) as tell:
        for start in range(0, len(texts), TEXTS_A_STEP):
            house.embedder.queries(texts[start : start + TEXTS_A_STEP])
            tell(min(start + TEXTS_A_STEP, len(texts)))
