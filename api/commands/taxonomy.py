"""`taxonomy`: the occupations to look at and search in, their files to check and compare."""

from __future__ import annotations

import click

from api.commands.taxonomy_esco import import_esco_command
from api.commands.taxonomy_files import check, diff
from api.commands.taxonomy_showing import search, show

HELP = """Se, søg i, kontrollér og sammenlign taksonomien: stillinger med titler, krav, naboer og fagområder.

\b
Eksempler:
  jobformidling taxonomy show sygeplejerske
  jobformidling taxonomy search "sundhedsass"
  jobformidling taxonomy check --folder MIN_MAPPE
  jobformidling taxonomy diff GAMMEL_MAPPE NY_MAPPE
  jobformidling taxonomy import-esco MAPPE

Stillingerne står i taxonomy/data/occupations og kan rettes i en teksteditor; kør check bagefter.
"""


@click.group(help=HELP)
def taxonomy() -> None:
    """The commands of the taxonomy."""


for command in (show, search, check, diff, import_esco_command):
    taxonomy.add_command(command)
