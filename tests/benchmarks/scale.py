"""`make bench-scale`: cost against the number of CVs, its exponent as a plot, and a sizing table computed from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from tests.benchmarks.figures import RESULTS, machine
from tests.benchmarks.grown import Grown
from tests.benchmarks.scale_engines import Subject, clustered, embedded, stages
from tests.benchmarks.stages import FROM, MEASURED, SIZES, Stage, computed, exponent

LARGEST = {"embedded": 1_000_000, "opensearch": 200_000}  # what one machine of two cores holds of each
PLANNED = (1_000_000, 10_000_000, 100_000_000)
PLOTTED = {
    "query_processor": "ms a query on the processors",
    "query_p50": "ms a query on the clock, median",
    "fill_processor_seconds": "s of processors to fill",
    "disk_bytes": "bytes on disk",
    "memory_bytes": "bytes in memory",
}


@click.command()
@click.option("--size", type=click.IntRange(min=FROM), help="The largest; default: 1,000,000 embedded, 200,000 else.")
@click.option("--engine", "engines", multiple=True, type=click.Choice([*LARGEST]), help="Default: both.")
@click.option("--nodes", default=3, show_default=True, help="Of OpenSearch, all on this machine.")
@click.option("--into", type=click.Path(path_type=Path), default=RESULTS, show_default=True)
def main(size: int | None, engines: Sequence[str], nodes: int, into: Path) -> None:
    """Measure from 10,000 CVs on, print a line a size, keep figures and plot."""
    grown, measured = Grown(), {}
    for name in engines or LARGEST:
        sizes = [one for one in SIZES if one <= (size or LARGEST[name])]
        with ExitStack() as opened:
            subject: Subject = opened.enter_context(embedded(grown) if name == "embedded" else clustered(grown, nodes))
            measured[subject.name] = _measured(subject, grown, sizes)
    into.mkdir(parents=True, exist_ok=True)
    kept = {name: [one.plain() for one in found] for name, found in measured.items()}
    (into / "scale.json").write_text(json.dumps({"machine": machine(), "stages": kept}, indent=1) + "\n", "utf-8")
    click.echo("\n".join(line for name, found in measured.items() for line in sizing(name, found)))
    click.echo(f"{plotted(measured, into / 'scale.png')} | {into / 'scale.json'}")


def _measured(subject: Subject, grown: Grown, sizes: Sequence[int]) -> list[Stage]:
    found = []
    for stage in stages(subject, grown, sizes):
        found.append(stage)
        click.echo(
            f"{subject.name} {stage.size:,}: fill {stage.size / stage.fill_seconds:,.0f}/s "
            f"({1000 * stage.fill_processor_seconds / stage.size:.2f} ms of processors a CV), "
            f"query p50 {stage.query_p50:.1f} p95 {stage.query_p95:.1f} ms ({stage.query_processor:.1f} processors), "
            f"put and found {stage.put_and_found:.0f} ms, "
            f"{stage.disk_bytes / stage.size:,.0f} B a CV on disk, {stage.memory_bytes / stage.size:,.0f} in memory"
        )
    return found


def sizing(name: str, measured: Sequence[Stage]) -> list[str]:
    """How costs grew, and what a fixed cost and a cost a CV give for the sizes planned, as a Markdown table."""
    powers = ", ".join(f"{one} n^{exponent(measured, one):.2f}" for one in MEASURED)
    lines = [f"\n{name}, exponents from {FROM:,} on: {powers}", ""]
    lines += [
        "| CVs (computed) | disk | memory | one query on the processors | filling on one processor |",
        "|" + " --- |" * 5,
    ]
    for size in PLANNED:
        one = computed(measured, size)
        lines.append(
            f"| {size:,} | {one['disk_bytes'] / 1e9:,.1f} GB | {one['memory_bytes'] / 1e9:,.1f} GB "
            f"| {one['query_processor']:,.0f} ms | {one['fill_processor_seconds'] / 3600:,.1f} h |"
        )
    return lines


def plotted(measured: Mapping[str, Sequence[Stage]], path: Path) -> Path:
    """Every cost against the size, both on logarithmic axes, with its exponent."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(1, len(PLOTTED), figsize=(4 * len(PLOTTED), 4), layout="constrained")
    for axis, (name, label) in zip(axes, PLOTTED.items(), strict=True):
        for engine, found in measured.items():
            power = exponent(found, name)
            axis.loglog(
                [one.size for one in found],
                [getattr(one, name) for one in found],
                "o-",
                label=f"{engine}: n^{power:.2f}",
            )
        axis.set(title=label, xlabel="CVs")
        axis.grid(visible=True, which="both", alpha=0.3)
        axis.legend()
    figure.savefig(path, dpi=110)
    plt.close(figure)
    return path


if __name__ == "__main__":
    main()
