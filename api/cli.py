"""The command line: `jobformidling --help` teaches it. Commands load what they need only when they are called."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from io import TextIOWrapper
from typing import Any

import click

from api.translations.danish import speaking_danish

# Command -> the module and function that make it, and the line that the overview shows.
COMMANDS = {
    "demo": ("api.commands.demo:demo", "Kør hele opgaven på de medfølgende syntetiske ordrer og CV'er."),
    "import": ("api.commands.importing:import_", "Indlæs jobordrer eller CV'er i arkivet."),
    "read": ("api.commands.reading:read", "Vis, hvad programmet har forstået af ordrer i en fil."),
    "route": ("api.commands.routing:route", "Find fagområde og afdeling for ordrer i en fil."),
    "rank": ("api.commands.ranking:rank", "Find og ranger kandidater til ordrer, med begrundelser."),
    "why": ("api.commands.why:why", "Vis, hvorfor en person har sin plads eller ikke er i listen."),
    "compare": ("api.commands.comparing:compare", "Stil to personer op ved siden af hinanden for en ordre."),
    "replay": ("api.commands.replaying:replay", "Genskab en liste, som den var, og sammenlign med i dag."),
    "propose": ("api.commands.proposing:propose", "Foreslå en person til en ordre, eller noter, hvad der blev af det."),
    "proposals": ("api.commands.proposing:proposals", "Vis, hvem der er foreslået til en ordre, og hvordan det går."),
    "orders": ("api.commands.orders:orders", "Luk en jobordre, åbn den igen, og vis, hvordan den står."),
    "case": ("api.commands.cases:case", "Noter, hvad en persons sag siger til reglerne."),
    "insight": ("api.commands.insight:insight_command", "Vis en person, hvad arkivet har om vedkommende."),
    "audit": ("api.commands.auditing:audit", "Vis, hvem der har set eller ændret et CV eller en jobordre, og hvorfor."),
    "erase": ("api.commands.erasing:erase", "Slet et CV eller en jobordre med alt, der hænger ved."),
    "crowding": (
        "api.commands.crowding:crowding_command",
        "Vis, hvem der står forrest overalt, og hvem der aldrig vises.",
    ),
    "link": ("api.commands.linking:link", "Kobl stillingsbetegnelser til taksonomien, ESCO eller en liste."),
    "taxonomy": ("api.commands.taxonomy:taxonomy", "Se, søg i, kontrollér og sammenlign taksonomien."),
    "evaluate": ("api.commands.evaluating:evaluate", "Mål rangering, regler, læsning, fordeling og kobling."),
    "serve": ("api.commands.serving:serve", "Start HTTP-API og sider på 127.0.0.1:8000."),
    "index": ("api.commands.indexing:index", "Indeksets tilstand, genopbygning og kontrol."),
    "database": ("api.commands.database:database", "Opret, opgrader eller kopiér arkivet."),
}

# New objects between two looks for garbage. What a command builds from its data files stays until it ends: to look
# through it after every 700, as Python does, takes a fifth of the time to the first answer.
NEW_OBJECTS = 50_000

# What stands for a value in help, by the library's name of its type.
METAVARS = {"text": "TEKST", "integer": "TAL", "integer range": "TAL", "float": "TAL", "float range": "TAL"}


class LazyGroup(click.Group):
    """Knows its commands by name; imports one only when it is called."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command, the library's own words in Danish, on whatever terminal there is."""
        gc.set_threshold(NEW_OBJECTS)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # a mark that the terminal lacks becomes ?
        if os.environ.get("NO_COLOR"):
            kwargs.setdefault("color", False)
        with speaking_danish():
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what stands in its way is told in Danish."""
        from api.terminal.error_messages import errors_as_messages  # noqa: PLC0415 - loads what --help does without

        with errors_as_messages():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name)
        return in_danish(command) if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The overview, without importing any command."""
        with formatter.section("Kommandoer"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def in_danish(command: click.Command) -> click.Command:
    """The command, and those in it, with Danish words for what the library puts in capitals."""
    command.options_metavar = "[TILVALG]"
    for option in (found for found in command.params if isinstance(found, click.Option) and not found.is_flag):
        option.metavar = option.metavar or METAVARS.get(option.type.name)
    if isinstance(command, click.Group):
        command.subcommand_metavar = "KOMMANDO …"
        for part in command.commands.values():
            in_danish(part)
    return command


HELP = """Finder folk til job og job til folk: jobordrer læses, fordeles til den ansvarlige afdeling og matches
med kandidater, hver med begrundelser.

\b
Kom i gang:
  jobformidling demo
\b
Fra fil til fil, uden arkiv:
  jobformidling route --orders ordrer.jsonl --out ruter.jsonl
  jobformidling rank --orders ordrer.jsonl --cvs cver.jsonl --top 10 --out liste.jsonl
\b
Med arkiv:
  jobformidling import orders ordrer.jsonl
  jobformidling import cvs cver.jsonl
  jobformidling rank A-1001
  jobformidling serve

Filer er JSON Lines; - er standard ind og ud.
Afslutning: 0 alt er gjort, 1 nogle linjer blev afvist, 2 intet kunne gøres.
Indstillinger kan også gives som miljøvariable, f.eks. JOBFORMIDLING_DATA.
"""


@click.command(
    cls=LazyGroup,
    help=HELP,
    options_metavar="[TILVALG]",
    subcommand_metavar="KOMMANDO …",
    context_settings={"help_option_names": ["--help"], "max_content_width": 110},
)
@click.version_option(package_name="jobformidling", prog_name="jobformidling", help="Vis versionen.")
def main() -> None:
    """The entry point."""
