"""`case`: notes what a person's case file tells the rules."""

from __future__ import annotations

import json

import click

from api.terminal.actor import ACTOR
from api.terminal.components import with_components
from api.wiring import Components
from matcher.cases.case_format import case_to_mapping, read_case

CASE_HELP = """Noter, hvad en persons sag siger i dag, til reglerne: ansat hvor, fraværende til hvornår, beskyttet navn.

Det, der ikke angives, er der ikke. Hvorfor nogen er væk, noteres ikke. Efter tre måneder spørger reglerne igen.

\b
Eksempler:
  jobformidling case C-2001
  jobformidling case C-2001 --employer 99999918 --away-until 2027-01-31
"""


@click.command("case", help=CASE_HELP)
@click.argument("cv_id", metavar="CV")
@click.option("--employer", "employers", multiple=True, metavar="CVR", help="Ansat hos; kan gentages.")
@click.option("--away", is_flag=True, help="Kan ikke foreslås for tiden.")
@click.option("--away-until", metavar="DATO", help="Sidste dag, hvis den kendes.")
@click.option("--protected", is_flag=True, help="Navn og adresse er beskyttet.")
@with_components
def case(
    components: Components, cv_id: str, employers: tuple[str, ...], away: bool, away_until: str | None, protected: bool
) -> None:
    """Keep what a person's case tells today."""
    plain = {"employers": list(employers), "away": away, "away_until": away_until, "protected": protected}
    facts = read_case(plain)
    with components.database.transaction(ACTOR, "slå sag op") as record:
        last = record.case_lookups.latest(cv_id)
        found = record.case_lookups.add(cv_id, facts, expected_revision=last.revision if last else 0)
    click.echo(json.dumps(case_to_mapping(found), ensure_ascii=False))
