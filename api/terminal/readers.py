"""Options for the reader's role and language, and text layout for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from api.terminal.tables import aligned, printable
from api.wiring import Components
from matcher.shortlisting.shortlist import Shortlist
from matcher.wording.language import Language
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from matcher.wording.verdicts import rule_name
from matcher.wording.views import View

Command = TypeVar("Command", bound=Callable[..., Any])
WIDTH = 100
LANGUAGES = tuple(one.value for one in Language)
ROLES = tuple(one.value for one in View)


def with_reader(command: Command) -> Command:
    """Give a command `--language`, `--role` and `--json`."""
    command = click.option("--json", "as_json", is_flag=True, help="Skriv svaret som én JSON-linje.")(command)
    command = click.option(
        "--role",
        type=click.Choice(ROLES),
        default=ROLES[0],
        show_default=True,
        help="Hvem der læser; kun konsulenten ser personlige forhold.",
    )(command)
    return click.option(
        "--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True, help="Sprog."
    )(command)


def reader_of(components: Components, language: str, role: str = ROLES[0]) -> Reader:
    """The reader that the options describe."""
    return Reader(wording(Language(language)), components.catalog, View(role))


def heading(text: str) -> None:
    """A line that stands out."""
    click.secho(f"\n{text}", bold=True)


def points(texts: Iterable[str]) -> None:
    """Print each text as a wrapped bullet point, without control characters, since people wrote some of it."""
    for text in texts:
        click.echo(click.wrap_text(" ".join(printable(text).split()), WIDTH, "  • ", "    "))


def columns(rows: Iterable[tuple[str, ...]]) -> None:
    """A table: the first column to the left, the others to the right."""
    for line in aligned(list(rows)):
        click.echo(f"  {line}")


def held_back(found: Shortlist) -> str:
    """How many people each rule holds back: "kørekort 3, startdato 1"; empty where none does."""
    return ", ".join(f"{rule_name(rule, wording())} {count}" for rule, count in sorted(found.fell_for.items()))
