"""`rank`: file to file, or one order of the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.terminal.files import NothingDoneError, Refusals, finish, read_values, refuse_overwriting, write_lines
from api.terminal.progress import counted
from api.terminal.readers import LANGUAGES, held_back, reader_of
from api.terminal.reading_cvs import candidates_of
from api.wiring import Components, today
from indexer.intake import read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.orders.profile import build_order_profile, understand
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import Shortlist, shortlist
from matcher.why.list_for_reader import ListLines, list_for_reader
from matcher.wording.reader import Reader

HELP = """Find og ranger kandidater til ordrer, med begrundelser.

\b
Eksempler:
  jobformidling rank --orders ordrer.jsonl --cvs cver.jsonl --top 10 --out -
  jobformidling rank A-1001 --top 10

--eligibility: on udelader dem, der ikke må foreslås; show viser dem sidst med grunden; off rangerer alle.
"""


@click.command(help=HELP)
@click.argument("order_id", required=False, metavar="[ORDRE]")
@click.option("--orders", metavar="FIL", help="Jobordrer, en JSON-linje hver.")
@click.option("--cvs", metavar="FIL", help="CV'er, en JSON-linje hver.")
@click.option("--top", default=50, show_default=True, type=click.IntRange(min=1), help="Pladser pr. ordre.")
@click.option(
    "--eligibility", default="on", show_default=True, type=click.Choice([mode.value for mode in EligibilityMode])
)
@click.option(
    "--language", default="da", show_default=True, type=click.Choice(LANGUAGES), help="Begrundelsernes sprog."
)
@click.option("--out", default="-", metavar="FIL", help="Hvor listerne skrives.")
@click.option("--refused", type=click.Path(path_type=Path), metavar="FIL", help="Hvor afviste linjer skrives.")
@with_components
def rank(
    components: Components,
    order_id: str | None,
    orders: str | None,
    cvs: str | None,
    top: int,
    eligibility: str,
    language: str,
    out: str,
    refused: Path | None,
) -> None:
    """Rank candidates for every order of a file, or for one order of the record."""
    mode, reader = EligibilityMode(eligibility), reader_of(components, language)
    if order_id and (orders or cvs):
        raise NothingDoneError("Angiv enten en ordre fra arkivet eller --orders og --cvs, ikke begge dele.")
    if order_id:
        write_lines(out, _of_record(components, order_id, top, mode, reader))
        return
    if not orders or not cvs:
        raise NothingDoneError(
            "Angiv en ordre fra arkivet, eller både --orders og --cvs. Se: jobformidling rank --help"
        )
    refuse_overwriting([orders, cvs], [out, refused])
    refusals = Refusals(refused)
    found_orders, found_cvs = read_values(orders, read_job_order, refusals), read_values(cvs, read_cv, refusals)
    finish(write_lines(out, _of_files(components, found_orders, found_cvs, top, mode, reader)), refusals)


def _of_record(
    components: Components, order_id: str, top: int, mode: EligibilityMode, reader: Reader
) -> Iterator[Mapping[str, object]]:
    components.index.run_once()
    matched = components.matching.candidates(order_id, actor=ACTOR, top=top, mode=mode)
    _say_if_nobody(order_id, matched.shortlist)
    click.echo(f"Liste nr. {matched.number}; den kan genskabes med: jobformidling replay {matched.number}", err=True)
    yield from list_for_reader(components.matching, order_id, matched, reader)


def _of_files(
    components: Components,
    orders: Sequence[JobOrder],
    cvs: Sequence[Cv],
    top: int,
    mode: EligibilityMode,
    reader: Reader,
) -> Iterator[Mapping[str, object]]:
    candidates = candidates_of(components, cvs, today())
    for order in counted(orders, "Rangerer"):
        reading = understand(order, components.catalog)
        profile = build_order_profile(order, reading, components.catalog, components.embedder)
        found = shortlist(profile, candidates, components.scorer, today=today(), mode=mode, top=top)
        _say_if_nobody(order.id, found)
        lines = ListLines(components.scorer, order, reading, reader)
        yield from (lines.line(place) for place in found.places)


def _say_if_nobody(order_id: str, found: Shortlist) -> None:
    """On standard error why a list is empty, and what to ask next: the list itself has no line to say it on."""
    if found.places:
        return
    fell = held_back(found)
    reason = f"Holdt tilbage af: {fell}. Ret ordren" if fell else "Ingen CV'er at vælge af. Indlæs CV'er"
    said = f"{order_id}: ingen kan foreslås af {found.considered} fundne."
    click.echo(f"{said} {reason}, eller se alle med --eligibility show.", err=True)
