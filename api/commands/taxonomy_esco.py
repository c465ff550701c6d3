"""`taxonomy import-esco`: official files checked, and kept where they are to be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from api.settings import Settings
from api.terminal.esco import KEPT, concept_to_mapping, read_esco_folder
from api.terminal.files import write_lines
from api.terminal.options import with_settings
from api.wiring import Components
from indexer.linking import Concept
from indexer.private_files import make_private_folder
from taxonomy.catalog import Catalog

GROUPS_SHOWN = 10  # unit groups that our taxonomy lacks; more would hide the counts
HELP = """Kontrollér de officielle ESCO-filer, og gem dem til brug i link. Uden --save gemmes intet.

\b
Eksempler:
  jobformidling taxonomy import-esco MAPPE
  jobformidling taxonomy import-esco MAPPE --crosswalk disco.csv --save
  jobformidling link --titles titler.jsonl --taxonomy esco --out links.jsonl

MAPPE holder occupations_da.csv, occupations_en.csv eller begge, af en hvilken som helst version. En crosswalk er en
CSV-fil med officielle titler (kolonner: titel, esco-link, evt. disco); crosswalk*.csv i mappen læses også.
"""


@click.command("import-esco", help=HELP)
@click.argument("folder", type=click.Path(path_type=Path), metavar="MAPPE")
@click.option("--crosswalk", multiple=True, type=click.Path(path_type=Path), metavar="FIL", help="Officielle titler.")
@click.option("--save", is_flag=True, help="Gem i datamappen; link --taxonomy esco bruger det derefter.")
@with_settings
def import_esco_command(settings: Settings, folder: Path, crosswalk: tuple[Path, ...], save: bool) -> None:
    """Print counts, what was skipped and what our taxonomy lacks; keep it when asked to."""
    concepts = read_esco_folder(folder, crosswalk)
    click.echo("\n".join(_report(concepts, Components(settings).catalog)))
    if not save:
        click.echo("Intet er gemt. Gem med --save.")
        return
    make_private_folder(settings.data)
    write_lines(str(settings.data / KEPT), map(concept_to_mapping, concepts))
    click.echo(f"Gemt i {settings.data / KEPT}. Brug: jobformidling link --taxonomy esco")


def _report(concepts: Sequence[Concept], catalog: Catalog) -> Iterator[str]:
    danish, english = sum(len(one.danish) for one in concepts), sum(len(one.english) for one in concepts)
    yield f"{len(concepts)} begreber med {danish} danske og {english} engelske betegnelser."
    ours = {found.isco for found in catalog.occupations.values()}
    groups = Counter(concept.isco for concept in concepts)
    lacking = [group for group in groups if group not in ours]
    yield f"{len(groups)} ISCO-grupper, heraf {len(groups) - len(lacking)} med stillinger i vores taksonomi."
    examples = {concept.isco: concept.label for concept in reversed(concepts)}
    for group in sorted(lacking, key=lambda one: (-groups[one], one))[:GROUPS_SHOWN]:
        yield f"  uden: {group}, {groups[group]} begreber, f.eks. {examples[group]}"
    if len(lacking) > GROUPS_SHOWN:
        yield f"  og {len(lacking) - GROUPS_SHOWN} grupper mere"
