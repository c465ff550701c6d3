"""`taxonomy show` and `taxonomy search`: one occupation in full, and the titles that fit what is typed."""

from __future__ import annotations

from collections.abc import Iterator

import click

from api.commands.taxonomy_requirements import requirement_lines
from api.commands.taxonomy_wording import ambiguous_lines, described, marks
from api.settings import Settings
from api.terminal.files import NothingDoneError
from api.terminal.options import with_settings
from api.terminal.tables import table
from api.wiring import Components, today
from taxonomy.catalog import Catalog
from taxonomy.searching import MatchKind, TitleHit, TitleSearch

SUGGESTED = 5
KINDS = {
    MatchKind.SAME: "titlen",
    MatchKind.INFLECTED: "titlen, bøjet eller anderledes skrevet",
    MatchKind.BEGINS: "begynder sådan",
    MatchKind.WORD_BEGINS: "et ord begynder sådan",
    MatchKind.WITHIN: "står inde i titlen",
    MatchKind.READ: "læst i teksten",
    MatchKind.SPELT: "næsten sådan",
}
SHOW_HELP = """Vis en stilling (navne, titler, fagområde, uddannelse, lovkrav, vagter, naboer) eller et krav.

\b
Eksempler:
  jobformidling taxonomy show social_og_sundhedsassistent
  jobformidling taxonomy show SSA
  jobformidling taxonomy show assistent
  jobformidling taxonomy show truckcertifikat B

Skriv et id eller en titel, også på engelsk, bøjet eller stavet forkert. En titel, der betyder flere ting, vises med
alle sine betydninger og de ord omkring den, som afgør det. Et krav (kørekort, certifikat, kompetence …) vises med
sine skrivemåder, og hvad det dækker.
"""
SEARCH_HELP = """Søg blandt alle titler, mens man skriver: begyndelser, ord inde i titlen og små stavefejl.

\b
Eksempler:
  jobformidling taxonomy search sundhedsass
  jobformidling taxonomy search "elektrikker" --top 3
"""


@click.command(help=SHOW_HELP)
@click.argument("words", metavar="ID|TITEL", nargs=-1, required=True)
@with_settings
def show(settings: Settings, words: tuple[str, ...]) -> None:
    """Print the occupation or requirement, the meanings of an ambiguous title, or what it could have been."""
    catalog, asked = Components(settings).catalog, " ".join(words)
    if lines := ambiguous_lines(asked, catalog):
        click.echo("\n".join(lines))
        return
    demanded = requirement_lines(asked)
    known = _known(asked, catalog)
    if known or not demanded:
        occupation = known or _nearest(asked, catalog)
        click.echo("\n".join(described(catalog.occupations[occupation], catalog, today())))
    if demanded:
        click.echo("\n".join(("", *demanded) if known else demanded))


@click.command(help=SEARCH_HELP)
@click.argument("words", metavar="ORD", nargs=-1, required=True)
@click.option("--top", default=10, show_default=True, type=click.IntRange(min=1), help="Højst så mange stillinger.")
@with_settings
def search(settings: Settings, words: tuple[str, ...], top: int) -> None:
    """Print the occupations that fit, with the title that did and how."""
    catalog, asked = Components(settings).catalog, " ".join(words)
    hits = TitleSearch(catalog).search(asked, top)
    if not hits:
        raise NothingDoneError(f"Ingen titel ligner „{asked}“. Prøv færre bogstaver eller et andet ord.")
    click.echo(
        "\n".join(table(("titel", "stilling", "id", "fagområde", "fundet ved"), list(_rows(hits, catalog)), left=5))
    )
    if lines := ambiguous_lines(asked, catalog):
        click.echo("\n" + "\n".join(lines))


def _known(asked: str, catalog: Catalog) -> str | None:
    """The occupation of that id, or whose title it is: also in English, inflected or spelt otherwise."""
    if asked in catalog.occupations:
        return asked
    if owner := catalog.occupation_by_title.get(asked.casefold()):
        return owner
    hits = TitleSearch(catalog).search(asked, SUGGESTED)
    return next((hit.occupation for hit in hits if hit.kind in {MatchKind.SAME, MatchKind.INFLECTED}), None)


def _nearest(asked: str, catalog: Catalog) -> str:
    """The one occupation that is like it; NothingDoneError with the nearest where there are several or none."""
    hits = TitleSearch(catalog).search(asked, SUGGESTED)
    if len(hits) == 1:
        return hits[0].occupation
    nearest = ", ".join(f"{hit.title} ({hit.occupation})" for hit in hits)
    raise NothingDoneError(
        f"„{asked}“ er hverken et id eller en titel."
        + (f" Mente du: {nearest}?" if nearest else " Prøv taxonomy search.")
    )


def _rows(hits: list[TitleHit], catalog: Catalog) -> Iterator[tuple[str, ...]]:
    for hit in hits:
        occupation = catalog.occupations[hit.occupation]
        trade = catalog.trades[occupation.trade].label
        yield hit.title + marks(hit.title, catalog), occupation.label, occupation.id, trade, KINDS[hit.kind]
