"""`evaluate matching`: the ranking of the bundled judged collection beside plain baselines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from api.formatting import danish_number
from api.terminal.components import with_components
from api.terminal.progress import bar, counted
from api.terminal.tables import table, three, with_interval
from api.wiring import Components
from matcher.candidates.build import passage_texts
from matcher.evaluation.classes import Classes, by_difficulty, by_kind, by_trade
from matcher.evaluation.collection import Part, cvs_of
from matcher.evaluation.contributions import contributions
from matcher.evaluation.judgements import Half
from matcher.evaluation.matching import BASELINES, OURS, JudgedHalf, evaluate_matching, gather, interval, mean_gain
from matcher.evaluation.misplaced import Misplaced, misplaced
from matcher.evaluation.runs import Evaluation

MEASURES = ("nDCG@10", "P@5", "R@20", "MRR")
MAIN = MEASURES[0]
SMALLEST_CELL = 2  # a class of one order would tell that order's own figure, which the reporting half never does
NAMES = {
    OURS: "Jobformidling",
    "bm25": "kun ord (BM25)",
    "embedding": "kun mening (sprogmodel)",
    "fused": "ord og mening flettet",
}
HELP = """Mål rangeringen på den medfølgende bedømte samling, ved siden af kun ord, kun mening og de to flettet.

Reglerne for, hvem der må foreslås, er slået fra; bedømmerne så bort fra dem. Et par, der ikke er nævnt, er bedømt 0.
Uden --reporting måles på halvdelen til tilpasning; med, vises ingen klasse med kun én ordre.
Intervallerne er på 95 %, efter tilfældet i, hvilke ordrer der er.

\b
Eksempler:
  jobformidling evaluate matching
  jobformidling evaluate matching --signals --worst 5
  jobformidling evaluate matching --part bundled
  jobformidling evaluate matching --reporting

\b
--part: bundled er de første 60 ordrer mod de første 330 CV'er; wide er de senere 104 ordrer mod alle 1.010 CV'er;
all er alle 164 ordrer mod alle 1.010; fresh er 48 ordrer mod 280 andre CV'er, skrevet og bedømt uden kendskab til
rangeringen; newest er 48 ordrer mere, mest SOSU og særlige ordretyper, mod de 280 og 60 til; later er de 96 ordrer mod
alle 340; kinds er 20 ordrer, mest fritidsjob, lærepladser og praktik, mod de 1.010; care er 16 til, halvdelen i SOSU;
weak er 24 til af de fag og ordretyper, der blev rangeret dårligst.
"""


@click.command("matching", help=HELP)
@click.option(
    "--part", default="all", show_default=True, type=click.Choice([part.value for part in Part]), help="Hvilke ordrer."
)
@click.option("--reporting", is_flag=True, help="Den anden halvdel; kun til tal, der offentliggøres.")
@click.option("--signals", is_flag=True, help="Hver del af rangeringen alene og udeladt.")
@click.option("--worst", type=click.IntRange(min=0), default=0, metavar="N", help="Forklar de N dårligste ordrer.")
@with_components
def evaluate_matching_command(components: Components, part: str, reporting: bool, signals: bool, worst: int) -> None:
    """Print the measures of ours and the baselines, by class, and on request what each part is worth and what fails."""
    if reporting and (worst or signals):
        raise click.UsageError("Rapporteringshalvdelen viser kun samlede tal; ellers kunne den ikke rapportere.")
    half = Half.REPORTING if reporting else Half.TUNING
    judged = _gathered(components, Part(part), half)
    runs = evaluate_matching(judged, components.scorer, counted(judged.orders, "Rangerer"))
    click.echo("\n".join(_report(judged, runs, half)))
    for name, classes in _classes(judged, components, least=SMALLEST_CELL if reporting else 1).items():
        click.echo("\n" + "\n".join(_by_class(name, classes, runs)))
    if signals:
        click.echo("\n" + "\n".join(_parts(judged, components, runs[OURS])))
    if worst:
        click.echo("\n" + "\n".join(_worst(judged, components, runs[OURS], worst)))


def _gathered(components: Components, part: Part, half: Half) -> JudgedHalf:
    with bar("Læser CV'er", sum(len(passage_texts(cv)) for cv in cvs_of(part))) as tell:
        return gather(part, half, components.catalog, components.embedder, tell)


def _report(judged: JudgedHalf, runs: Mapping[str, Evaluation], half: Half) -> Iterator[str]:
    name = "halvdelen til tilpasning" if half is Half.TUNING else "rapporteringshalvdelen"
    yield f"{len(judged.orders)} ordrer mod {len(judged.cvs)} CV'er, {name}; {len(judged.pairs)} par bedømt over 0"
    yield ""
    rows = [
        (NAMES[run], *(with_interval(found.mean(one), interval(found, one)) for one in MEASURES))
        for run, found in runs.items()
    ]
    ideal = judged.ideal
    rows.append(("en fuldkommen liste", *(three(ideal.mean(measure)) for measure in MEASURES)))
    yield from table(("", *MEASURES), rows)
    best = max(BASELINES, key=lambda run: runs[run].mean(MAIN))
    gap, (low, high) = mean_gain(runs[OURS], runs[best], MAIN)
    yield f"Foran den bedste af de andre ({NAMES[best]}): {three(gap)} ({three(low)} til {three(high)})"


def _classes(judged: JudgedHalf, components: Components, least: int) -> dict[str, Classes]:
    found = {
        "fagområde": by_trade(judged, components.catalog),
        "ordretype": by_kind(judged, components.catalog),
        "sværhed": by_difficulty(judged),
    }
    return {
        name: {label: orders for label, orders in classes.items() if len(orders) >= least}
        for name, classes in found.items()
    }


def _by_class(name: str, classes: Classes, runs: Mapping[str, Evaluation]) -> Iterator[str]:
    rows = []
    for label, orders in classes.items():
        first, *more = (runs[OURS].mean(measure, orders) for measure in MEASURES)
        ours = (with_interval(first, interval(runs[OURS], MAIN, orders)), *map(three, more))
        others = max(runs[run].mean(MAIN, orders) for run in BASELINES)
        rows.append((label, str(len(orders)), *ours, three(others)))
    yield from table((name, "ordrer", *MEASURES, "bedste af de andre"), rows)


def _parts(judged: JudgedHalf, components: Components, ours: Evaluation) -> Iterator[str]:
    yield f"Hvad hver del er værd ({MAIN}; med alt: {three(ours.mean(MAIN))})"
    rows = [
        (
            found.label,
            three(found.alone.mean(MAIN)) if found.alone else "–",
            three(found.without.mean(MAIN)),
            _signed(ours.mean(MAIN) - found.without.mean(MAIN), 3),
        )
        for found in contributions(judged, components.scorer, counted(judged.orders, "Vejer delene"))
    ]
    yield from table(("del", "alene", "udeladt", "koster at udelade"), rows)


def _worst(judged: JudgedHalf, components: Components, ours: Evaluation, count: int) -> Iterator[str]:
    asked = {one.order.id: one for one in judged.orders}
    yield f"De {count} dårligste ordrer; forskelle i point mod dem, de burde bytte plads med"
    for order, score in ours.worst(MAIN, count):
        found = misplaced(asked[order], judged, components.scorer)
        yield f"{order} {asked[order].order.title}: {MAIN} {three(score)}"
        yield from (_line("for højt", one) for one in found.too_high)
        yield from (_line("for lavt", one) for one in found.too_low)


def _line(side: str, one: Misplaced) -> str:
    parts = ", ".join(f"{name} {_signed(points, 1)}" for name, points in one.parts)
    why = f" ({one.why})" if one.why else ""
    return f"  {side}: {one.cv} plads {one.rank}, bedømt {one.grade}{why}: {parts}"


def _signed(value: float, decimals: int) -> str:
    return f"{'+' if value >= 0 else '−'}{danish_number(abs(value), decimals)}"
