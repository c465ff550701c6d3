"""`evaluate eligibility`: the rules of who may be proposed against cases written from the law."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from api.terminal.components import with_components
from api.terminal.files import NothingDoneError, Refusals, finish, read_values
from api.terminal.labelled import OWN
from api.terminal.progress import counted
from api.terminal.tables import table
from api.wiring import Components
from matcher.eligibility.law import Law, law_of, laws
from matcher.eligibility.rules import RULES
from matcher.eligibility.verdict import Answer
from matcher.evaluation.eligibility import EligibilityTally, WrongAnswer, evaluate_eligibility
from matcher.evaluation.eligibility_cases import EligibilityCase, read_eligibility_case
from matcher.wording.tables import wording
from matcher.wording.verdicts import rule_name

FILES = "eligibility/*.jsonl"
SOME_WRONG = 1
HELP = """Mål reglerne for, hvem der må foreslås, mod sager skrevet efter loven, før reglerne blev det.

Hver sag er én person over for én ordre på én dag og det svar, én regel skal give: ja, spørg eller nej. Uden --cases
bruges projektets egne sager. Er et svar forkert, vises det med reglens begrundelse og sagens, og kommandoen ender på 1.

\b
Eksempler:
  jobformidling evaluate eligibility
  jobformidling evaluate eligibility --rule age
  jobformidling evaluate eligibility --laws
  jobformidling evaluate eligibility --cases egne.jsonl

\b
En linje: {"id": "alder-001", "rule": "age", "answer": "nej", "why": "17 år er ikke fyldt 18.",
"source": "BEK 1049/2021", "order": {"must_have": ["fyldt 18 år"]}, "cv": {"age_group": "17"},
"today": "2026-11-22", "case_file": {"away": true}}. order og cv er felter i de offentlige formater og
erstatter dem i en ordre på et lager og et tavst CV; today og case_file (det, sagen viser, når den er slået
op) kan udelades.
"""


@click.command("eligibility", help=HELP)
@click.option("--cases", "files", multiple=True, metavar="FIL", help="Egne sager; kan gives flere gange.")
@click.option(
    "--rule",
    type=click.Choice([rule.name for rule in RULES]),
    metavar="REGEL",
    help="Kun én regel, f.eks. age, og hver af dens sager; alle nævnes, når en ikke kendes.",
)
@click.option("--laws", is_flag=True, help="Vis hver regels hjemmel, og fra og til hvornår den gælder.")
@with_components
def evaluate_eligibility_command(components: Components, files: tuple[str, ...], rule: str | None, laws: bool) -> None:
    """Print the table per rule and what is wrong; with a rule each of its cases, on request the laws."""
    if laws:
        click.echo("\n".join(_laws(rule)))
        return
    refusals = Refusals()
    cases = [one for one in _read(files, refusals) if rule in {None, one.rule}]
    tally = evaluate_eligibility(counted(cases, "Spørger reglerne"), components.catalog)
    click.echo("\n" + "\n".join(_report(tally)))
    for line in (*(_listed(one) for one in cases if rule), *map(_line, tally.wrong)):
        click.echo(line)
    finish(len(cases), refusals)
    if tally.wrong:
        sys.exit(SOME_WRONG)


def _read(files: Sequence[str], refusals: Refusals) -> list[EligibilityCase]:
    chosen = list(files) or [str(path) for path in sorted(OWN.glob(FILES))]
    if not chosen:
        raise NothingDoneError("Sagerne ligger kun ved kildekoden. Navngiv en fil: --cases FIL")
    found = [case for path in chosen for case in read_values(path, read_eligibility_case, refusals)]
    if not found:
        raise NothingDoneError(f"Der er ingen sager i {', '.join(chosen)}.")
    return found


def _report(tally: EligibilityTally) -> Iterator[str]:
    rows = [_row(rule.name, tally) for rule in RULES if tally.cases(rule.name)]
    asked, right = tally.asked.total(), tally.right.total()
    total = [str(sum(count for (_, answer), count in tally.asked.items() if answer is one)) for one in Answer]
    rows.append(("i alt", "", str(asked), *total, str(right), str(asked - right)))
    yield from table(
        ("regel", "handler om", "sager", *(one.value for one in Answer), "rigtige", "forkerte"), rows, left=2
    )


def _row(name: str, tally: EligibilityTally) -> tuple[str, ...]:
    asked, right = tally.cases(name), tally.right[name]
    by_answer = (str(tally.asked[name, one]) for one in Answer)
    return name, rule_name(name, wording()), str(asked), *by_answer, str(right), str(asked - right)


def _listed(case: EligibilityCase) -> str:
    return f"  {case.id} {case.answer}: {case.why} ({case.source})"


def _line(wrong: WrongAnswer) -> str:
    case = wrong.case
    return (
        f"Forkert: {case.id} ({case.rule}) skulle svare {case.answer}, svarede {wrong.answer}.\n"
        f"  Sagen: {case.why} ({case.source})\n  Reglen: {wrong.reason}"
    )


def _laws(only: str | None) -> Iterator[str]:
    rests = [(rule.name, law_of(source)) for rule in RULES if only in {None, rule.name} for source in rule.sources]
    rows = [(name, *_law(law)) for name, law in rests]
    yield from table(("regel", "hjemmel", "hvor", "nummer", "fra", "til"), rows, left=6)
    yield from _noted("\nOm hjemlerne", (law for _, law in rests))
    if only is None:
        of_rules = {law.name for _, law in rests}
        others = (law for law in laws().values() if law.name not in of_rules)
        yield from _noted("\nOm love, som kun enkelte stillinger er omfattet af", others)
    yield "\nHvad loven kræver af en stilling uden ordrens ord, viser jobformidling taxonomy show STILLING"


def _noted(heading: str, told: Iterable[Law]) -> Iterator[str]:
    notes = dict.fromkeys(f"{law.title} ({law.number}): {law.note}" for law in told if law.note)
    yield from (heading, *notes) if notes else ()


def _law(law: Law) -> tuple[str, ...]:
    first, last = (f"{day.day}.{day.month}.{day.year}" if day else "" for day in (law.valid_from, law.valid_to))
    return law.title, law.section, law.number, first, last
