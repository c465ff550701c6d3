"""Run the benchmarks by name, or all that need Python alone; write what they say to bench-results/latest.json."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from tests.benchmarks import (
    embedding,
    help_text,
    importing,
    memory,
    opensearch,
    ranking,
    reading,
    rebuild,
    recall,
    rivals,
    routing,
    searchable,
    titles,
    why,
)
from tests.benchmarks.figures import Figure, keep, machine
from tests.benchmarks.setting import Setting

BENCHMARKS = {
    "help": help_text.measure,
    "embedding": embedding.measure,
    "reading": reading.measure,
    "titles": titles.measure,
    "routing": routing.measure,
    "importing": importing.measure,
    "rebuild": rebuild.measure,
    "searchable": searchable.measure,
    "ranking": ranking.measure,
    "recall": recall.measure,
    "why": why.measure,
    "memory": memory.measure,
    "opensearch": opensearch.measure,
    "rivals": rivals.measure,
}
TOWNS = Path("build/towns")
NAMED = {"opensearch", "rivals"}  # a cluster and what is installed for it alone are measured only when named
ALONE = tuple(name for name in BENCHMARKS if name not in NAMED)


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(BENCHMARKS)))
@click.option("--quick", is_flag=True, help="10,000 CVs only.")
@click.option("--size", "sizes", type=int, multiple=True, help="So many CVs instead of the usual numbers.")
@click.option("--data", type=click.Path(path_type=Path), default=TOWNS, help="Where filled towns are kept and found.")
@click.option("--ads", type=click.Path(exists=True, path_type=Path), help="Real advertisements to look at, unscored.")
@click.option("--mixed", is_flag=True, help="Towns of people put together from several, none a double of another.")
@click.option("--reporting", is_flag=True, help="Also the closed half of the routing labels; for reporting only.")
def main(
    names: tuple[str, ...],
    *,
    quick: bool,
    sizes: tuple[int, ...],
    data: Path,
    ads: Path | None,
    mixed: bool,
    reporting: bool,
) -> None:
    """Measure, print a line a figure and keep them; exits with 1 when a limit was not kept."""
    began = time.perf_counter()
    click.echo(" | ".join(f"{what} {said}" for what, said in machine().items()))
    figures = _measured(names or ALONE, Setting(data, quick, ads, reporting, sizes, mixed))
    click.echo(f"{keep(figures)} | {time.perf_counter() - began:.0f} s in all")
    sys.exit(any(figure.reached is False for figure in figures))


def _measured(names: tuple[str, ...], setting: Setting) -> list[Figure]:
    figures = []
    for name in names:
        for figure in BENCHMARKS[name](setting):
            click.echo(f"{name}: {figure.line()}")
            figures.append(figure)
    return figures


if __name__ == "__main__":
    main()
