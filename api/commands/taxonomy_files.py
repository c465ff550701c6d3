"""`taxonomy check` and `taxonomy diff`: data files before they are taken into use."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from api.formatting import danish_number
from api.settings import Settings
from api.terminal.files import SOME_REFUSED, NothingDoneError
from api.terminal.options import with_settings
from taxonomy.catalog import content_version, load_catalog
from taxonomy.checking import FILES, OCCUPATIONS, REQUIREMENTS, check_folder
from taxonomy.comparing import OccupationChange, TaxonomyDifference, compare
from taxonomy.concepts import Occupation
from taxonomy.files import DATA, TaxonomyFileError
from taxonomy.tables.occupations import load_occupations
from taxonomy.tables.organisation import load_trades

OWN = "own"
REMARKS_SHOWN = 30
FIELDS = {
    "label": "navn",
    "english": "engelsk navn",
    "isco": "ISCO-08",
    "trade": "fagområde",
    "level": "uddannelse",
    "demands": "loven kræver",
    "shifts": "vagter",
    "skills": "kan",
    "tasks": "laver",
    "can_fill": "naboer",
}
ONE_VALUE = ("label", "english", "isco", "trade", "level")
CHECK_HELP = """Kontrollér taksonomiens filer: hver fejl med fil, linje og hvad der er rigtigt.

\b
Eksempler:
  jobformidling taxonomy check
  jobformidling taxonomy check --folder MIN_MAPPE

MIN_MAPPE er opbygget som taxonomy/data; det, der ikke ligger i den, tages fra den medfølgende taksonomi. Afslutning: 0
alt er i orden, 1 der er fejl, 2 mappen kan ikke læses.
"""
DIFF_HELP = """Sammenlign to taksonomier: nye, fjernede og flyttede stillinger, titler og krav.

\b
Eksempler:
  jobformidling taxonomy diff GAMMEL_MAPPE NY_MAPPE
  jobformidling taxonomy diff GAMMEL_MAPPE own

own er den medfølgende. Et id, der er i brug, bør hverken forsvinde eller gives til en anden stilling, for ordrer og
CV'er kan pege på det; sådanne vises øverst, og kommandoen slutter med 1.
"""


@click.command(help=CHECK_HELP)
@click.option("--folder", type=click.Path(path_type=Path), metavar="MAPPE", help="En anden mappe end den medfølgende.")
@with_settings
def check(_: Settings, folder: Path | None) -> None:
    """Print every problem, then what the folder holds."""
    place = folder or DATA
    if not any((place / name).exists() for name in (*FILES, OCCUPATIONS, REQUIREMENTS)):
        raise NothingDoneError(
            f"{place} er ikke en taksonomi: der ligger hverken trades.toml eller mappen occupations."
        )
    found = check_folder(place)
    for problem in found.problems:
        click.echo(f"{problem.file.parent.name}/{problem}")
    if found.borrowed:
        click.echo(f"Ikke i mappen, så det medfølgende er brugt: {', '.join(found.borrowed)}")
    for line in _remarks(found.unread):
        click.echo(line)
    counts = {name: danish_number(count) for name, count in found.counts.items()}
    click.echo(
        f"{counts['occupations']} stillinger med {counts['titles']} titler, "
        f"{counts['requirements']} krav og {counts['tasks']} opgaver; "
        f"{len(found.problems) or 'ingen'} fejl."
    )
    if found.problems:
        sys.exit(SOME_REFUSED)


def _remarks(unread: Sequence[str]) -> Iterator[str]:
    if unread:
        yield f"Bemærk: {len(unread)} lovkrav står ikke i requirements/ og kan derfor ikke læses af ordrer og CV'er:"
        yield from (f"  {line}" for line in unread[:REMARKS_SHOWN])
    if len(unread) > REMARKS_SHOWN:
        yield f"  og {len(unread) - REMARKS_SHOWN} mere"


@click.command(help=DIFF_HELP)
@click.argument("before", metavar="FØR")
@click.argument("after", metavar="EFTER", default=OWN)
@with_settings
def diff(_: Settings, before: str, after: str) -> None:
    """Print what differs, what should not have happened first."""
    (old, old_version), (new, new_version) = _occupations(before), _occupations(after)
    found = compare(old, new)
    click.echo(f"FØR {before} ({len(old)} stillinger, version {old_version})")
    click.echo(f"EFTER {after} ({len(new)} stillinger, version {new_version})")
    click.echo("\n".join(_lines(found)))
    if found.removed or found.reused:
        sys.exit(SOME_REFUSED)


def _occupations(place: str) -> tuple[dict[str, Occupation], str]:
    folder = DATA if place == OWN else Path(place)
    if not (folder / OCCUPATIONS).is_dir():
        raise NothingDoneError(f"{place} er ikke en taksonomi: der er ingen mappe, der hedder occupations, i den.")
    trades = folder / "trades.toml"
    try:
        known = load_trades(trades if trades.exists() else DATA / "trades.toml")
        return load_occupations(folder / OCCUPATIONS, known), content_version(folder)
    except TaxonomyFileError as error:
        raise NothingDoneError(f"{error}. Se alle fejl: jobformidling taxonomy check --folder {place}") from error


def _lines(found: TaxonomyDifference) -> Iterator[str]:
    if not (found.added or found.removed or found.changed):
        yield "Stillingerne er ens."
        return
    yield from _section("FEJL AT OVERVEJE: fjernede id'er", list(_removed(found)))
    yield from _section(
        "FEJL AT OVERVEJE: id'er, der ser ud til at være genbrugt", [_reused(one) for one in found.reused]
    )
    yield from _section("Nye stillinger", [f"{one.id}: {one.label} ({_trade(one.trade)})" for one in found.added])
    yield from _section("Flyttet til et andet fagområde", [_moved(one) for one in found.moved])
    others = [line for one in found.changed if not one.reused for line in _changed(one)]
    yield from _section("Ændret", others)


def _section(heading: str, lines: list[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)] if lines else []


def _removed(found: TaxonomyDifference) -> Iterator[str]:
    for one in found.removed:
        heirs = f"; dens titler står nu under {', '.join(one.heirs)}" if one.heirs else ""
        yield f"{one.occupation.id}: {one.occupation.label}{heirs}"


def _reused(change: OccupationChange) -> str:
    return f"{change.before.id}: var „{change.before.label}“, er „{change.after.label}“, og ingen titel er den samme"


def _moved(change: OccupationChange) -> str:
    return f"{change.after.id}: {_trade(change.before.trade)} → {_trade(change.after.trade)}"


def _changed(change: OccupationChange) -> Iterator[str]:
    if change.titles_added:
        yield f"{change.after.id}: nye titler: {', '.join(change.titles_added)}"
    if change.titles_removed:
        yield f"{change.after.id}: uden titler: {', '.join(change.titles_removed)}"
    for name, (gone, came) in change.fields().items():
        if name not in ONE_VALUE:
            told = [*(f"uden {one}" for one in gone), *(f"nu {one}" for one in came)] or ["i en anden rækkefølge"]
            yield f"{change.after.id}: {FIELDS[name]}: {'; '.join(told)}"
        elif name != "trade":
            yield f"{change.after.id}: {FIELDS[name]}: {', '.join(gone)} → {', '.join(came)}"


def _trade(key: str) -> str:
    found = load_catalog().trades.get(key)
    return found.label if found else key
