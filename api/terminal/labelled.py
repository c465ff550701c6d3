"""Reads labelled files for `evaluate`: those named, else one half of the project's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from api.terminal.files import NothingDoneError, Refusals, read_values
from indexer.intake.identity import HasId

# They lie beside the source and are no part of an installed package: files are named then.
OWN = Path(__file__).parents[2] / "tests" / "quality"

Labelled = TypeVar("Labelled", bound=HasId)
Command = TypeVar("Command", bound=Callable[..., object])


def labels_options(command: Command) -> Command:
    """The options that choose the texts and show mistakes."""
    wrapped: Any = command
    for option in (
        click.option("--mistakes", type=click.IntRange(min=0), metavar="N", help="Vis højst N fejl (10)."),
        click.option(
            "--reporting", is_flag=True, help="Den anden halvdel; kun til tal, der offentliggøres. Uden fejl."
        ),
        click.option("--labels", multiple=True, metavar="FIL", help="Egne mærkede tekster; kan gives flere gange."),
    ):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def read_labelled(
    files: Sequence[str],
    patterns: Sequence[str],
    read: Callable[[object], Labelled],
    refusals: Refusals,
    *,
    reporting: bool,
) -> list[Labelled]:
    """The values of the named files, or of one half of the project's own by glob; prints what is measured.

    Mistakes of the development half may be looked at and learnt from; the reporting half is for published figures.
    """
    half = "reporting" if reporting else "development"
    if files and reporting:
        raise click.UsageError("Brug enten --labels eller --reporting.")
    chosen = list(files) or [str(path) for pattern in patterns for path in sorted(OWN.glob(pattern.format(half=half)))]
    if not chosen:
        raise NothingDoneError("De mærkede tekster ligger kun ved kildekoden. Navngiv en fil: --labels FIL")
    found = [value for path in chosen for value in read_values(path, read, refusals)]
    if not found:
        raise NothingDoneError(f"Der er ingen mærkede linjer i {', '.join(chosen)}.")
    names = ", ".join(Path(path).name for path in chosen) if files else f"{len(chosen)} filer"
    click.echo(f"{len(found)} mærkede tekster, {_origin(files, reporting=reporting)}: {names}")
    return found


def show_mistakes(lines: Iterable[str], wanted: int | None, *, reporting: bool) -> None:
    """Print the first mistakes; those of the reporting half stay unseen, or it would no longer be one."""
    if reporting:
        if wanted:
            raise click.UsageError("Fejl i rapporteringshalvdelen vises ikke; så kunne den ikke rapportere.")
        return
    found = list(lines)
    shown = found[: 10 if wanted is None else wanted]
    if shown:
        click.echo(f"\nFejl ({len(shown)} af {len(found)}; flere med --mistakes N)")
        click.echo("\n".join(f"  {line}" for line in shown))


def _origin(files: Sequence[str], *, reporting: bool) -> str:
    if files:
        return "egne filer"
    return "rapporteringshalvdelen" if reporting else "udviklingshalvdelen"
